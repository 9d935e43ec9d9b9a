"""Facets, on both engines: the same counts in the same order."""

import pytest

from indexer.engine import Unsupported
from indexer.query import FACETS, Everything, Request, Term, Text

FULL = {
    "source": [("nhandan", 4), ("thoidai", 4), ("chinhphu", 1), ("tienphong", 1)],
    "section": [("Thời sự", 2), ("Đối ngoại", 2), ("Kinh tế", 1), ("Đời sống", 1)],
    "kind": [("article", 9), ("document", 1)],
    "year": [("2024", 8), ("2023", 1)],
    "month": [("2024-01", 3), ("2024-03", 3), ("2024-02", 2), ("2023-12", 1)],
    "directives": [("12-CT/TW", 2), ("38-NQ/TW", 1), ("45/2010/NĐ-CP", 1)],
    "persons": [("Lê Văn Bình", 2), ("Trần Thị Hoa", 1), ("Trần Thị Hoà", 1), ("Trần Thị Hòa", 1)],
    "organizations": [("Liên hiệp các tổ chức hữu nghị", 2), ("Uỷ ban hoà giải", 1), ("Ủy ban hòa giải", 1)],
    "offices": [("Chủ tịch Liên hiệp các tổ chức hữu nghị", 1), ("Trưởng Ban Đối ngoại", 1)],
    "places": [("Hà Nội", 2), ("Trường Sa", 1), ("Đà Nẵng", 1)],
    "events": [("Hội nghị đối ngoại nhân dân năm 2024", 1), ("Hội thảo quốc tế về đối ngoại nhân dân", 1)],
}


def facets(result):
    return {field: [(bucket.value, bucket.count) for bucket in buckets] for field, buckets in result.facets}


def test_the_table_below_names_every_facet():
    assert tuple(FULL) == FACETS


@pytest.mark.parametrize("field", FACETS)
def test_a_facet_counts_articles_by_value_the_most_first_and_equals_by_value(library, field):
    result = library.search(Request(Everything(), facets=(field,)))
    assert facets(result) == {field: FULL[field]}


def test_facets_come_in_the_order_asked_for_and_once(library):
    result = library.search(Request(Everything(), facets=("year", "kind", "year")))
    assert [field for field, _ in result.facets] == ["year", "kind"]


def test_facets_count_what_the_query_finds_whatever_page_is_shown(library):
    request = Request(Text("đối ngoại"), limit=1, facets=("section", "places"))
    result = library.search(request)
    assert facets(result) == {"section": [("Đối ngoại", 2)], "places": [("Hà Nội", 2), ("Đà Nẵng", 1)]}
    by_date = Request(Text("đối ngoại"), sort="newest", limit=1, facets=("places",))
    second = library.search(
        Request(Text("đối ngoại"), sort="newest", cursor=library.search(by_date).next, facets=("places",))
    )
    assert facets(second) == {"places": [("Hà Nội", 2), ("Đà Nẵng", 1)]}


def test_facets_of_nothing_are_empty(library):
    result = library.search(Request(Term("places", "Huế"), facets=("places", "year")))
    assert facets(result) == {"places": [], "year": []}


def test_a_facet_is_as_long_as_asked(library):
    result = library.search(Request(Everything(), facets=("month",), facet_size=2))
    assert facets(result) == {"month": FULL["month"][:2]}


def test_counts_are_exact_however_many_values_there_are(engine, record):
    engine.write([record(f"{n}", title="bài", places=[f"Xã {n % 700}", "Hà Nội"]) for n in range(1_000)])
    result = engine.search(Request(Everything(), facets=("places",), facet_size=3))
    assert facets(result) == {"places": [("Hà Nội", 1_000), ("Xã 0", 2), ("Xã 1", 2)]}


def test_no_facets_are_given_where_none_are_asked_for(library):
    assert library.search(Request(Everything())).facets == ()


@pytest.mark.parametrize("field", ["id", "external_id", "day"])
def test_a_field_that_is_no_facet_is_refused_before_anything_runs(library, field):
    with pytest.raises(Unsupported, match=f"facet of {field}: facets are source, section"):
        library.search(Request(Everything(), facets=(field,)))
