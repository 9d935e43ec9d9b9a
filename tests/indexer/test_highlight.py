"""Marks and passages: exact places in the texts as they were given."""

import unicodedata
from itertools import pairwise

import pytest

from indexer.cuts import is_break
from indexer.highlight import marks, snippets
from indexer.query import Bool, Everything, MoreLike, Query, Range, Term, Terms, Text

BODY = (
    "Ủy ban Trung ương họp sáng nay, bàn việc thực hiện Chỉ thị số 12-CT/TW.\n\n"
    "Ông Lê Văn Bình nói về đối ngoại nhân dân; đôi bạn ngoài kia lắng nghe. Hội Nông dân cũng dự."
)


def marked(query: Query, text: str = BODY) -> list[str]:
    return [text[start:end] for start, end in marks(query, text)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Text("đối ngoại"), ["đối ngoại"]),  # neighbours are one mark
        (Text("doi ngoai"), ["đối ngoại", "đôi", "ngoài"]),
        (Text("nhân sáng"), ["sáng", "nhân"]),
        (Text("đối ngoại", mode="phrase"), ["đối ngoại"]),
        (Text("doi ngoai", mode="phrase"), ["đối ngoại"]),
        (Text("ngoại nhân dân", mode="phrase"), ["ngoại nhân dân"]),
        (Text("dân đôi", mode="phrase"), ["dân; đôi"]),  # as the engines, across punctuation
        (Text("đối nhân", mode="phrase"), []),
        (Text("uỷ ban", mode="phrase"), ["Ủy ban"]),
        (Text("NÓI VỀ", mode="phrase"), ["nói về"]),
        (Text("trung ương họp", mode="all"), ["Trung ương họp"]),
        (Text("ngo", mode="prefix"), ["ngoại", "ngoài"]),
        (Text("ngoà", mode="prefix"), ["ngoài"]),
        (Text("hội nô", mode="prefix"), ["Hội Nông"]),
        (Text("đối dân", mode="phrase", slop=2), ["đối", "dân"]),
        (Text("đối dân", mode="phrase", slop=1), []),
        (Text("ngoại đối", mode="phrase", slop=2), ["đối ngoại"]),
        (Text("ngoạj", fuzzy=1), ["ngoại"]),
        (Text("ngoại", fuzzy=1), ["ngoại", "ngoài"]),
        (Text("gnoại", fuzzy=1), ["ngoại"]),
        (Text("họp", fields=("title",)), ["họp"]),
        (Term("directives", "12-CT/TW"), ["12-CT/TW"]),
        (Term("persons", "le van binh"), ["Lê Văn Bình"]),
        (Terms("organizations", ("Hội Nông dân", "Hội Luật gia")), ["Hội Nông dân"]),
        (Term("section", "họp"), []),
        (Bool(must=(Text("họp"),), should=(Text("nói"),), must_not=(Text("dự"),)), ["họp", "nói"]),
        (Bool(filters=(Term("persons", "Lê Văn Bình"), Range("2024-01-01"))), ["Lê Văn Bình"]),
        (Everything(), []),
        (MoreLike("a", "đối ngoại", "nhân dân"), []),
        (Text("!!!"), []),
        (Text("ng"), []),  # a part of a word is none
    ],
)
def test_what_is_looked_for_is_marked_as_the_engines_match(query, words):
    assert marked(query) == words


@pytest.mark.parametrize(
    "spelling",
    [
        "12-CT/TW",
        "12/CT-TW",
        "12 - CT/TW",
        "12-CT/TƯ",
        "012-CT/TW",
        "12–CT/TW",
        "12 CT/TW",
        "12\u00a0-\u00a0CT/TW",
    ],
)
def test_the_number_of_a_document_is_marked_in_any_spelling(spelling):
    text = f"Theo Chỉ thị số {spelling}, không phải 112-CT/TW hay 12-CT/TW-X và 12-NQ/TW."
    assert marked(Term("directives", "12-CT/TW"), text)[0] == spelling
    assert len(marked(Term("directives", "12-CT/TW"), text)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (unicodedata.normalize("NFD", "bàn về Đối ngoại nay"), [unicodedata.normalize("NFD", "Đối ngoại")]),
        ("bàn về Ðối\u00a0ngoại nay", ["Ðối\u00a0ngoại"]),
        ("bàn về đối\u200b ng\u00adoại nay", ["đối\u200b ng\u00adoại"]),
        ("đối.ngoại", ["đối", "ngoại"]),
        ("đối\nngoại", ["đối", "ngoại"]),
        ("đốingoại đối_ngoại", ["đối", "ngoại"]),
        ("", []),
    ],
)
def test_marks_are_places_of_the_text_as_it_was_given(text, words):
    assert marked(Text("đối ngoại"), text) == words


def test_marks_hold_whole_letters():
    text = "chữ x\u0303 lạ"  # a mark that composes with nothing
    assert marked(Text("x"), text) == ["x\u0303"]


def test_marks_are_in_order_and_apart():
    text = "nhân dân ta, nhân dân " * 50
    found = marks(Bool(should=(Text("nhân dân", mode="phrase"), Text("dân ta"), Text("ta", mode="prefix"))), text)
    assert all(one[1] < other[0] for one, other in pairwise(found))


def shown(query: Query, **texts: str) -> list[tuple[str, str, list[str]]]:
    texts = {"title": "", "lead": "", "body": ""} | texts
    found = snippets(query, **texts, size=90, most=2)
    for one in found:
        assert texts[one.field][one.start : one.start + len(one.text)] == one.text
    return [(one.field, one.text, [one.text[start:end] for start, end in one.marks]) for one in found]


def test_the_title_comes_first_and_whole_then_passages_in_order():
    assert shown(Text("họp"), title="Phiên họp thứ nhất của Ủy ban", lead="Cuộc họp ngắn.", body=BODY) == [
        ("title", "Phiên họp thứ nhất của Ủy ban", ["họp"]),
        ("lead", "Cuộc họp ngắn.", ["họp"]),
        ("body", "Ủy ban Trung ương họp sáng nay, bàn việc thực hiện Chỉ thị số 12-CT/TW.", ["họp"]),
    ]


def test_a_title_without_a_mark_is_not_shown():
    assert [field for field, _, _ in shown(Text("sáng"), title="Phiên họp", body=BODY)] == ["body"]


def test_where_lead_and_body_hold_nothing_their_opening_is_shown():
    assert shown(Everything(), title="Phiên họp", body=BODY) == [
        ("body", "Ủy ban Trung ương họp sáng nay, bàn việc thực hiện Chỉ thị số 12-CT/TW.", [])
    ]
    assert shown(Text("phiên"), title="Phiên họp", lead="\n Mở đầu.\nTiếp theo.", body=BODY) == [
        ("title", "Phiên họp", ["Phiên"]),
        ("lead", "Mở đầu.", []),
    ]
    assert shown(Everything()) == []


def test_what_is_looked_for_in_titles_is_marked_there_alone():
    assert shown(Text("họp", fields=("title",)), title="Phiên họp", body=BODY)[0][2] == ["họp"]
    assert shown(Text("họp", fields=("title",)), title="Phiên họp", body=BODY)[1][2] == []


def test_the_passages_with_most_of_the_words_are_taken():
    dull = "Một câu có chữ hội mà thôi, rồi kéo dài thêm nữa cho đầy cả dòng chữ này.\n"
    rich = "Đại biểu hội nghị đối ngoại nhân dân gặp nhau ở hội trường lớn của thành phố.\n"
    found = shown(Text("hội nghị đối ngoại nhân dân"), body=dull * 3 + rich + dull * 3)
    assert (rich.strip(), ["hội nghị đối ngoại nhân dân", "hội"]) in [(text, words) for _, text, words in found]


def test_passages_do_not_overlap_and_are_as_many_as_asked_for():
    body = " ".join(["Câu này nói về hội nghị."] * 40)
    for most in (1, 2, 5):
        found = snippets(Text("hội nghị"), title="", lead="", body=body, size=80, most=most)
        assert len(found) == most
        ends = [(one.start, one.start + len(one.text)) for one in found]
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
        assert all(60 <= len(one.text) <= 80 for one in found)


def test_a_passage_splits_no_word():
    body = "từng chữ một được giữ nguyên vẹn trong hội nghị này dù dòng chữ có dài đến đâu đi nữa " * 5
    for size in range(20, 120, 7):
        for one in snippets(Text("hội nghị"), title="", lead="", body=body, size=size):
            before, after = body[one.start - 1 : one.start], body[one.start + len(one.text) :][:1]
            assert not before.strip()
            assert not after.strip()


@pytest.mark.parametrize("unit", ["👩\u200d👩\u200d👧", "👍🏽", "🇻🇳", "e\u0323\u0302x", "a"])
def test_a_text_without_spaces_is_cut_between_letters(unit):
    body = unit * 200 + ".hội." + unit * 200
    (one,) = snippets(Text("hội"), title="", lead="", body=body, size=61, most=1)
    assert is_break(body, one.start)
    assert is_break(body, one.start + len(one.text))
    assert 40 < len(one.text) <= 70


def test_a_passage_stays_within_one_line():
    assert shown(Text("dự"), body=BODY) == [
        (
            "body",
            "Lê Văn Bình nói về đối ngoại nhân dân; đôi bạn ngoài kia lắng nghe. Hội Nông dân cũng dự.",
            ["dự"],
        )
    ]


def test_a_text_of_ten_megabytes_is_no_trouble():
    for body in ("hội nghị " * 1_200_000, "hội, nghị, " * 1_000_000, "hội" * 4_000_000):
        found = snippets(Text("hội nghị"), title=body, lead="", body=body)
        assert all(len(one.text) <= 500 for one in found)
        assert all(0 <= start < end <= len(one.text) for one in found for start, end in one.marks)
