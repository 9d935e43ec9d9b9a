"""A rich text file (.rtf) in, its paragraphs out."""

import re

from striprtf.striprtf import rtf_to_text

from crawler.article import Rejected
from crawler.letters import nfc
from crawler.papers.paper import Paper, row

MOST_BYTES = 16 * 1024 * 1024  # without pictures; the reader takes 1 s for each MB
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{2000,}")  # a picture's bytes as digits
_CHARSET = re.compile(rb"\\ansicpg(\d{3,5})")


def read_rtf(body: bytes) -> Paper:
    """Raises Rejected: "damaged", "too-large" or "no-text"."""
    plain = _PICTURE.sub(b"", body)
    if len(plain) > MOST_BYTES:
        raise Rejected("too-large")
    found = _CHARSET.search(plain[:2000])
    charset = f"cp{found[1].decode()}" if found else "cp1252"
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]  # the reader has no types
            plain.decode("latin-1"), encoding=charset, errors="replace"
        )
    except (ValueError, LookupError, IndexError, KeyError, RecursionError) as error:
        raise Rejected("damaged", (f"{type(error).__name__}: {error}"[:200],)) from error
    texts = tuple(line for raw in nfc(text).split("\n") if (line := _line(raw)))
    if not texts:
        raise Rejected("no-text")
    return Paper(texts)


def _line(raw: str) -> str:
    """A line; the cells of a row, which the reader ends with a bar each, parted as everywhere."""
    return row(tuple(raw.split("|"))) if raw.rstrip().endswith("|") else " ".join(raw.split())
