"""What a document replaces and is replaced by makes one line, the oldest first."""

from nlp.directives.registry import Document, Link, Registry
from search_api.pages.lineage import MOST, lineage


def _line(*numbers: int, first: int | None = None) -> Registry:
    """Each replaces the one before it; the first may replace `first`."""
    documents = []
    for number in numbers:
        before = number - 1 if number > numbers[0] else first
        links = (Link("replaces", _key(before)), Link("guides", "cp.nd.2000.00001")) if before else ()
        documents.append(Document(_key(number), "Chỉ thị", issued_on=f"20{number:02}-01-01", links=links))
    return Registry(documents)


def _key(number: int | None) -> str:
    return f"tw.ct.k13.{number:05}"


def _shown(known: Registry, number: int) -> list[tuple[str, bool]]:
    document = known.get(_key(number))
    assert document
    return [(step.document.key, step.is_here) for step in lineage(document, known)]


def test_the_line_is_followed_both_ways():
    assert _shown(_line(1, 2, 3), 2) == [(_key(1), False), (_key(2), True), (_key(3), False)]
    assert _shown(_line(1, 2, 3), 1) == [(_key(1), True), (_key(2), False), (_key(3), False)]


def test_one_that_is_not_registered_stands_in_the_line_too():
    assert _shown(_line(7, first=5), 7) == [(_key(5), False), (_key(7), True)]


def test_a_document_alone_has_no_line():
    assert _shown(_line(1), 1) == []


def test_a_circle_ends():
    assert len(_shown(_line(1, 2, 3, first=3), 2)) == 3


def test_a_line_without_end_is_cut():
    assert len(_shown(_line(*range(1, 60)), 30)) <= 2 * MOST + 1
