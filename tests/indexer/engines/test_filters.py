"""Keywords, days and what is there at all, on both engines."""

import unicodedata

import pytest

from indexer.query import Bool, Exists, Range, Request, Term, Terms, Text


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        ("id", "hội-thảo", ["hội-thảo"]),
        ("id", "hội", []),
        ("external_id", "bài 1", ["hội-nghị"]),
        ("source", "tienphong", ["ranh-giới"]),
        ("section", "Thời sự", ["kiểu-cũ", "kiểu-mới"]),
        ("kind", "document", ["nghị-định"]),
        ("directives", "12-CT/TW", ["hội-nghị", "nghị-định"]),
        ("directives", "45/2010/NĐ-CP", ["nghị-định"]),
        ("directives", "2-CT/TW", []),
        ("directives", "112-CT/TW", []),
        ("directives", "tw.ct.k13.00012", ["hội-nghị"]),  # a key is found by, and is in no facet
        ("directives", "cp.nd.2010.00045", ["nghị-định"]),
        ("directives", "tw.ct.k10.00012", []),
        ("persons", "Lê Văn Bình", ["hội-nghị", "hội-thảo"]),
        ("persons", "Bình", []),
        ("organizations", "Liên hiệp các tổ chức hữu nghị", ["hội-nghị", "hội-thảo"]),
        ("offices", "Trưởng ban đối ngoại", ["hội-nghị"]),
        ("offices", "Trưởng ban", []),
        ("places", "Đà Nẵng", ["hội-thảo"]),
        ("events", "Hội thảo quốc tế về đối ngoại nhân dân", ["hội-thảo"]),
        ("year", "2023", ["kiểu-cũ"]),
        ("month", "2024-02", ["hội-thảo", "không-dấu"]),
        ("day", "2024-03-09", ["dấu-câu", "ranh-giới"]),
    ],
)
def test_a_term_is_the_whole_keyword(find, field, value, ids):
    assert find(Term(field, value)) == ids


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        ("persons", "lê văn bình", ["hội-nghị", "hội-thảo"]),
        ("persons", "LE VAN BINH", ["hội-nghị", "hội-thảo"]),
        ("persons", unicodedata.normalize("NFD", "Lê Văn  Bình"), ["hội-nghị", "hội-thảo"]),
        ("persons", "Tran Thi Hoa", ["hội-nghị", "kiểu-cũ", "kiểu-mới"]),
        ("organizations", "ủy ban hòa giải", ["kiểu-cũ", "kiểu-mới"]),
        ("places", "da nang", ["hội-thảo"]),
        ("events", "hoi nghi doi ngoai nhan dan nam 2024", ["hội-nghị"]),
        ("section", "thoi su", ["kiểu-cũ", "kiểu-mới"]),
        ("source", "TienPhong", ["ranh-giới"]),
        ("persons", "…", []),
        ("persons", "", []),
        ("kind", "", []),
        ("directives", "\ud800", []),  # half of a letter
    ],
)
def test_names_are_compared_without_accents_case_and_punctuation(find, field, value, ids):
    assert find(Term(field, value)) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Terms("places", ("Đà Nẵng", "truong sa", "Huế")), ["hội-thảo", "đôi-ngoài"]),
        (Terms("source", ("tienphong", "chinhphu")), ["nghị-định", "ranh-giới"]),
        (Terms("id", ("hội-thảo", "hội-nghị")), ["hội-nghị", "hội-thảo"]),
        (Terms("day", ("2024-03-10", "2023-12-31")), ["kiểu-cũ", "nghị-định"]),
        (Terms("places", ("Huế",)), []),
        (Terms("places", ("", "!")), []),
        (Terms("places", ()), []),
        (Terms("day", ()), []),
    ],
)
def test_terms_are_any_of_the_keywords(find, query, ids):
    assert find(query) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Range("2024-03-09"), ["dấu-câu", "nghị-định", "ranh-giới"]),
        (Range(last="2024-01-14"), ["kiểu-cũ"]),
        (Range("2024-01-15", "2024-01-16"), ["hội-nghị", "kiểu-mới", "đôi-ngoài"]),
        (Range("2024-01-16", "2024-01-16"), ["đôi-ngoài"]),
        (Range("2024-02-01", "2024-01-01"), []),
        (Range("1900-01-01", "2100-01-01"), [
            "dấu-câu", "hội-nghị", "hội-thảo", "không-dấu", "kiểu-cũ", "kiểu-mới", "nghị-định", "ranh-giới",
            "đôi-ngoài",
        ]),
    ],
)  # fmt: skip
def test_a_range_holds_both_its_days(find, query, ids):
    assert find(query) == ids


def test_a_range_without_days_is_everything(library):
    assert library.search(Request(Range())).total == 10


def test_days_are_local(engine, record):
    """Half past midnight of 7 March in Hà Nội is still 6 March in Greenwich."""
    engine.write([record("đêm", title="đêm", day="2026-03-07", hour=0)])
    assert engine.search(Request(Range("2026-03-07", "2026-03-07"))).total == 1
    assert engine.search(Request(Range(last="2026-03-06"))).total == 0


@pytest.mark.parametrize(
    ("field", "ids"),
    [
        ("directives", ["hội-nghị", "nghị-định"]),
        ("external_id", ["hội-nghị"]),
        ("persons", ["hội-nghị", "hội-thảo", "kiểu-cũ", "kiểu-mới"]),
        ("organizations", ["hội-nghị", "hội-thảo", "kiểu-cũ", "kiểu-mới"]),
        ("offices", ["hội-nghị"]),
        ("places", ["hội-nghị", "hội-thảo", "đôi-ngoài"]),
        ("events", ["hội-nghị", "hội-thảo"]),
        ("section", ["dấu-câu", "hội-nghị", "hội-thảo", "kiểu-cũ", "kiểu-mới", "đôi-ngoài"]),
    ],
)
def test_exists_says_whether_an_article_has_the_field(find, field, ids):
    assert find(Exists(field)) == ids


@pytest.mark.parametrize("field", ["published", "day", "month", "year"])
def test_without_a_date_none_of_its_fields_is_there(find, field):
    assert find(Bool(must_not=(Exists(field),))) == ["không-ngày"]


@pytest.mark.parametrize("field", ["id", "kind", "source"])
def test_every_article_has_an_id_a_kind_and_a_source(find, field):
    assert len(find(Exists(field))) == 10


def test_filters_narrow_a_text(find):
    query = Bool(must=(Text("đối ngoại nhân dân", mode="phrase"),), filters=(Term("places", "da nang"),))
    assert find(query) == ["hội-thảo"]
