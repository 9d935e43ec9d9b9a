"""A judged passage and what was found in it in; for each citation, what became of it, out."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.directives.gold import Marked, Passage, Said
from nlp.document import AnnotatedDocument, Citation

PARTS = ("type", "number", "year", "symbol")

Found = tuple[Passage, AnnotatedDocument]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One citation: as marked (None where it is false) and as found (None where it is missed)."""

    passage: Passage
    gold: Marked | None
    got: Citation | None


def verdicts(passage: Passage, document: AnnotatedDocument) -> Iterator[Verdict]:
    """Spans must be exact; what overlaps nothing but citations that don't count is not judged."""
    got = by_span(document.citations)
    gold = {(one.start, one.end): one for one in passage.citations if one.counts}
    free = [(one.start, one.end) for one in passage.citations if not one.counts]
    for span, marked in gold.items():
        yield Verdict(passage, marked, got.get(span))
    for span, citation in got.items():
        excused = span in free or (_overlaps(span, free) and not _overlaps(span, gold))
        if span not in gold and not excused:
            yield Verdict(passage, None, citation)


def by_span(citations: Iterable[Citation]) -> dict[Span, Citation]:
    return {(one.start, one.end): one for one in citations}


def said(document: AnnotatedDocument) -> frozenset[Said]:
    """The relations found; that a document is merely cited is no finding."""
    return frozenset(
        Said(one.source, one.to, one.relation) for one in document.relations if one.relation != "cites"
    )


def is_open(key: str | None) -> bool:
    """Whether a key leaves open which document is meant: its body or its period is unknown.

    An unknown place in a body ("ubnd-x") does not count: the measure is defined so.
    """
    return key is None or key.startswith("x.") or key.split("~")[0].split(".")[2:3] == ["x"]


def is_left_open(gold: Marked) -> bool:
    """Whether even the person who marked it could not tell which document is meant."""
    return all(map(is_open, gold.accepted))


def is_rash(gold: Marked, got: Citation) -> bool:
    """Whether a document is named where it can't be known."""
    return is_left_open(gold) and not is_open(got.canonical) and got.canonical not in gold.accepted


def same(gold: Marked, got: Citation, part: str) -> bool:
    """Whether a part of PARTS is read right; case, leading zeros and đ for d don't count."""
    first, second = (_plain(getattr(one, part)) for one in (gold, got))
    return first == second


def _plain(value: str | None) -> str | None:
    return unicodedata.normalize("NFC", value).lower().lstrip("0").replace("đ", "d") if value else None


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
