"""Bytes and what their sender says of them in, NFC text out."""

import codecs
import re

from charset_normalizer import from_bytes

from crawler.article import FetchedPage, Rejected
from crawler.extract.legacy import western
from crawler.extract.recognise import recognise
from crawler.letters import nfc
from crawler.media import PAGE_BYTES

HEAD_BYTES = 4096  # where a page must name its charset, with room for a long comment in front
SAMPLE_BYTES = 65_536  # enough to tell charsets apart; the whole of a large page takes seconds
_OWN = {"windows-1258": "cp1258", "misread-utf8": "utf-8"}  # what Python knows of the encodings recognised
_UTF8 = re.compile(r"utf-?8", re.IGNORECASE)
# Nobody means to print them, and one of them in a page is enough for trafilatura to give nothing.
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_BREAKS = bytes.maketrans(b"\x0b\x0c\r", b"\n\n\n")
_NO_CONTROLS = bytes(set(range(256)) - {*_CONTROLS, 11, 12, 13})
_TAG = re.compile(r"<[^<>]*>")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(page: FetchedPage) -> str:
    """NFC text of the page's body.  Valid UTF-8 wins over every label: labels are wrong more often.

    What is in an encoding that Python does not know is given as Western letters, for crawler.extract.repair.

    Raises Rejected: "too-large", or "no-text" for an empty body.
    """
    if len(page.body) > PAGE_BYTES:
        raise Rejected("too-large")
    if not page.body.strip(b"\0 \t\r\n"):
        raise Rejected("no-text")
    text = _decode(page.body, page)
    return nfc(_printable(text.replace("\r\n", "\n")))


def _printable(text: str) -> str:
    """Without control characters.  They are bytes of their own in UTF-8, where a tenth of the time finds them."""
    body = text.encode("utf-8", "surrogatepass")
    if not body.translate(None, _NO_CONTROLS):
        return text
    return body.translate(_BREAKS, _CONTROLS).decode("utf-8", "surrogatepass")


def _decode(body: bytes, page: FetchedPage) -> str:
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, errors="replace")
    if wide := _wide(body):
        return body.decode(wide, errors="replace")
    text = body.decode("utf-8", errors="replace")
    if _is_utf8(text):
        return text
    if (old := recognise(_TAG.sub("\n", western(body)))) is not None:
        return body.decode(_OWN[old], errors="replace") if old in _OWN else western(body, encoding=old)
    for label in (_header_label(page), _meta_label(body), _guess(body)):
        if label and not _UTF8.match(label) and (other := _try(body, label)) is not None:
            return other
    return text


def _is_utf8(text: str) -> bool:
    """Whether few bytes were lost: real pages have some broken ones, other charsets break nearly all."""
    lost = text.count("\ufffd")
    return lost == 0 or lost * 4 < sum(letter > "\x7f" for letter in text)


def _wide(body: bytes) -> str | None:
    """UTF-16 without its mark: in a page's markup every other byte is zero."""
    head = body[:200]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 2 < 0.7 * len(head):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _header_label(page: FetchedPage) -> str | None:
    found = _HEADER.search(dict(page.headers).get("content-type", ""))
    return found[1] if found else None


def _meta_label(body: bytes) -> str | None:
    found = _META.search(body[:HEAD_BYTES])
    return found[1].decode("ascii") if found else None


def _guess(body: bytes) -> str | None:
    best = from_bytes(body[:SAMPLE_BYTES]).best()
    return best.encoding if best else None


def _try(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset, errors="replace")
    except (LookupError, ValueError):  # no such charset, or one that is no text encoding
        return None
