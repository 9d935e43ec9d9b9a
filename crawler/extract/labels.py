"""Blocks of a legal database's page in, the facts that it states of an official text out."""

import re
from collections.abc import Iterator, Sequence

from crawler.extract.blocks import Block, key
from crawler.extract.residue import is_residue

_LABELS = {
    "sốhiệu": "number", "sốkýhiệu": "number", "sốvănbản": "number", "loạivănbản": "type", "hìnhthứcvănbản": "type",
    "nơibanhành": "issuer", "cơquanbanhành": "issuer", "ngườiký": "signer", "ngàybanhành": "issued_on",
    "tríchyếu": "subject", "cơquanbanhànhchứcdanhngườiký": "all",
    "vănbảnhiệnthời": "name",
}  # fmt: skip
_FILE = re.compile(r"\.(?:pdf|docx?|zip|rar)\b", re.IGNORECASE)


def read_labels(blocks: Sequence[Block]) -> dict[str, str]:
    """Values of the labels that legal databases print: number, type, issuer, signer, issued_on, subject, name."""
    told: dict[str, str] = {}
    for at, block in enumerate(blocks[:-1]):
        name = _LABELS.get(key(block.text)) if len(block.text) < 50 and not block.is_link else None
        value = blocks[at + 1].text
        if name == "all":
            told.setdefault("issuer", value)
            if at + 3 < len(blocks):
                told.setdefault("signer", blocks[at + 3].text)
        elif name and key(value) not in _LABELS:
            told.setdefault(name, value)
    return told


def read_facts(blocks: Sequence[Block]) -> Iterator[str]:
    """Lines of a page that tells about a text without holding it: attributes, relations."""
    seen: set[str] = set()
    label = ""
    for block in blocks:
        text = block.text
        if _FILE.search(text):
            return
        if key(text) in _LABELS:
            label = f"{text.rstrip(':')}: "
            continue
        if text not in seen and not is_residue(text) and not text.startswith("["):
            seen.add(text)
            yield label + text
        label = ""
