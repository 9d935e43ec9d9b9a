import time
import unicodedata
from pathlib import Path

import pytest

from nlp.annotate import annotate, recognise
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument

ARTICLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "articles"
TEXT = (
    "Sáng 12/3, tại Hà Nội, ông Nguyễn Văn Bình, Phó Trưởng Ban Đối ngoại Trung ương, trao đổi về Chỉ thị số\n"
    "12-CT/TW ngày 05/01/2022 của Ban Bí thư với UBND tỉnh Hòa Bình. Ông Bình nhấn mạnh vai trò của VUFO."
)
SPANS = [
    ("LOC", "Hà Nội", "Hà Nội"),
    ("PER", "Nguyễn Văn Bình", "Nguyễn Văn Bình"),
    ("ORG", "Ban Đối ngoại Trung ương", "Ban Đối ngoại Trung ương"),
    ("ORG", "Ban Bí thư", "Ban Bí thư"),
    ("ORG", "UBND tỉnh Hòa Bình", "Ủy ban nhân dân tỉnh Hòa Bình"),
    ("PER", "Bình", "Nguyễn Văn Bình"),
    ("ORG", "VUFO", "Liên hiệp các tổ chức hữu nghị Việt Nam"),
]


CITED = {
    "000": ("2022-12-19", [("Luật Đất đai", "qh13.l.2013.00045")]),
    "001": (
        "2019-11-06",
        [
            ("Chỉ thị 04-CT/TW", "tw.ct.k11.00004"),
            ("Chỉ thị 38", "tw.ct.k12.00038"),
            ("Chỉ thị 04", "tw.ct.k11.00004"),
            ("nghị quyết Đại hội Đảng toàn quốc lần thứ 12", "tw.nq.k12._dai-hoi"),
        ],
    ),
    "002": (
        "2020-12-23",
        [
            ("nghị quyết Đại hội lần thứ XIII của Đảng", "tw.nq.k13._dai-hoi"),
            ("Nghị quyết Đại hội XIII", "tw.nq.k13._dai-hoi"),
            ("Nghị quyết Đại hội lần thứ XIII của Đảng", "tw.nq.k13._dai-hoi"),
            ("Chỉ thị 34", "tw.ct.k11.00034"),
            ("Luật Thi đua, khen thưởng", "qh11.l.2003.00015"),
        ],
    ),
    "003": ("2022-07-25", [("Chỉ thị số 12-CT/TW", "tw.ct.k13.00012"), ("Đề án 103", "x.da.x.00103")]),
    "004": (
        "2024-04-22",
        [
            ("Nghị quyết Đại hội XIII của Đảng", "tw.nq.k13._dai-hoi"),
            ("Chỉ thị 12-CT/TW", "tw.ct.k13.00012"),
            (
                "Kết luận Hội nghị toàn quốc công tác đối ngoại nhân dân năm 2023",
                "lhhn.kl.2023._hoi-nghi-toan-quoc-doi-ngoai-nhan-dan",
            ),
            ("Nghị quyết số 303/NQ-LHHN-ĐCT", "lhhn-dct.nq.2024.00303"),
            ("Nghị quyết Hội nghị Đoàn Chủ tịch lần thứ 9 khóa VI", "lhhn-dct.nq.k06._hn09"),
            ("Nghị quyết Đại hội XIII của Đảng", "tw.nq.k13._dai-hoi"),
            (
                "Nghị quyết Đại hội lần thứ VI của Liên hiệp các tổ chức hữu nghị Việt Nam",
                "lhhn.nq.k06._dai-hoi",
            ),
            ("kết luận 98-KL/TW", "tw.kl.x.00098"),
            ("Chỉ thị 38-CT/TW", "tw.ct.k12.00038"),
        ],
    ),
}


def spans(document):
    return [(one.type, unicodedata.normalize("NFC", one.surface), one.canonical) for one in document.entities]


def test_entities_and_citations_come_in_the_order_of_the_text():
    document = annotate(TEXT)
    assert spans(document) == SPANS
    (citation,) = document.citations
    assert (citation.surface, citation.canonical) == ("Chỉ thị số\n12-CT/TW", "tw.ct.k13.00012")
    assert document.warnings == ()


@pytest.mark.parametrize(
    "printed",
    [
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace("Đ", "Ð"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("tỉnh", "t\u00adỉnh").replace("Bình", "Bình\u200b"),
        "\ufeff“" + TEXT + "”",
    ],
    ids=["decomposed", "hard spaces", "eth", "carriage returns", "invisible", "quoted"],
)
def test_spans_are_those_of_the_text_exactly_as_given(printed):
    document = annotate(printed)
    for one in (*document.entities, *document.citations):
        assert printed[one.start : one.end] == one.surface
    assert [type_ for type_, *_ in spans(document)] == [type_ for type_, *_ in SPANS]
    assert [one.canonical for one in document.citations] == ["tw.ct.k13.00012"]


def test_only_the_citations_documents_hang_on_the_context():
    other = annotate(TEXT, context=Context(published="2017-05-01"))
    assert other.entities == annotate(TEXT).entities


def test_no_entity_lies_in_a_citation():
    document = annotate("Nghị quyết số 12/NQ-HĐND tỉnh Hòa Bình và Luật Hà Nội số 39/2024/QH15")
    taken = [(one.start, one.end) for one in document.citations]
    assert len(taken) == 2
    assert all(one.end <= start or end <= one.start for one in document.entities for start, end in taken)


def test_the_stages_are_told_one_by_one():
    stages = []
    recognise(TEXT, lap=stages.append)
    assert stages == ["normalize", "segment", "directives", "entities", "offices", "quotes"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "…", "🙂", "\u200b", "\u0301", "a"])
def test_next_to_nothing_gives_nothing(text):
    document = annotate(text)
    assert (document.entities, document.citations) == ((), ())
    assert document.warnings == (("no-letters",) if text in ("\0", "…", "🙂", "\u0301") else ())


@pytest.mark.parametrize(
    "unit",
    [
        "Nguyễn ",
        "Ông ",
        "Hà Nội ",
        "Mỹ ",
        "UBND xã ",
        "số 1 Lê ",
        "Aa-b",
        "12-CT/TW ",
        "e\u0302\u0323",
        "A. ",
        "(",
        "🙂",
    ],
)
def test_twenty_thousand_hostile_characters_take_less_than_two_seconds(unit):
    text = unit * (20_000 // len(unit))
    started = time.process_time()
    document = annotate(text)
    assert time.process_time() - started < 2
    assert all(text[one.start : one.end] == one.surface for one in document.entities)


def test_a_cut_text_is_reported():
    assert annotate("đầu " + "x" * 20_000).warnings == ("long-sentence", "long-token")


@pytest.mark.skipif(not ARTICLES.exists(), reason="needs the five articles in ../shared")
def test_the_five_articles_cite_these_documents():
    for path in sorted(ARTICLES.glob("*.txt")):
        text, (day, expected) = path.read_text("utf-8"), CITED[path.name[:3]]
        document = annotate(text, context=Context(published=day))
        assert all(text[one.start : one.end] == one.surface for one in (*document.entities, *document.citations))
        assert [(one.surface, one.canonical) for one in document.citations] == expected, path.name


@pytest.mark.parametrize("day", ["Hậu Giang", "2024-13-45", "2024", ""])
def test_a_day_that_is_none_is_as_good_as_none(day):
    assert annotate(TEXT, context=Context(published=day)) == annotate(TEXT)


ENGLISH = (
    "Politburo member Nguyễn Xuân Thắng received a delegation of the Lao People's Party in Hà Nội on "
    "Monday. He spoke about Directive 12-CT/TW of the Party Central Committee and about the coming conference."
)


def test_nothing_is_looked_for_in_another_language():
    assert annotate(ENGLISH) == AnnotatedDocument(warnings=("not-vietnamese",))


def test_vietnamese_with_english_in_it_is_annotated_and_so_is_vietnamese_without_accents():
    mixed = annotate(f"Ông Nguyễn Văn Bình nói tại hội nghị ở Hà Nội: “{ENGLISH[80:160]}” và cảm ơn các đại biểu.")
    plain = annotate("Ban Bi thu vua ban hanh Chi thi so 12-CT/TW ngay 05/01/2022 ve doi ngoai nhan dan.")
    assert (bool(mixed.entities), mixed.warnings) == (True, ())
    assert (len(plain.citations), plain.warnings) == (1, ())
