from pathlib import Path

import pytest

from crawler.article import Article, DocumentHeader
from crawler.scoring.gold import Judged
from crawler.scoring.pages import Miss, Outcome, score

NOWHERE = Path("none")
FIRST = "Phát biểu khai mạc, ông Lê Minh Tuệ cho biết năm qua tỉnh đã đón hơn bốn mươi đoàn khách quốc tế."
SECOND = "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng cho cán bộ cơ sở."
LEAD = "Sáng 19/12, Liên hiệp các tổ chức hữu nghị tỉnh đã họp tổng kết công tác năm."
GOLD = Judged(
    "a.html",
    "article",
    NOWHERE,
    title="Sơn Bình tổng kết",
    author=None,
    published="2026-03-07T08:52",
    lead=LEAD,
    paragraphs=(FIRST, SECOND),
    stated=frozenset({"title", "author", "published"}),
)
RIGHT = Article(
    "Sơn Bình  TỔNG KẾT", LEAD, (FIRST, SECOND), published="2026-03-07T08:52+07:00", precision="minute"
)


def shares(made, *names):
    return [(made.counts[name], made.counts[f"{name} all"]) for name in names]


def test_a_right_article_misses_nothing():
    made = score([(GOLD, Outcome(RIGHT))])
    assert shares(made, "articles kept", "title", "date", "minute", "lead") == [(1, 1)] * 5
    assert made.misses == [Miss("BODY", "a.html", "recall 1.000, precision 0.926")]
    assert made.rates[:2] == (1, 50 / 54)  # four shingles stand on the border of lead and text
    assert made.counts["author all"] == 0  # none is stated, none is invented


def test_what_is_wrong_is_named():
    wrong = Article(
        "Báo Sơn Bình",
        None,
        (FIRST, "Tỉnh bạn tổng kết công tác đối ngoại"),
        author="Khánh Hà",
        published="2026-03-07",
        precision="day",
    )
    made = score([(GOLD, Outcome(wrong, linked=frozenset({"tỉnhbạntổngkếtcôngtácđốingoại"})))])
    assert [miss.what for miss in made.misses] == ["LINK", "TITLE", "AUTHOR", "DATE", "LEAD", "BODY"]
    assert shares(made, "title", "date", "minute", "lead") == [(0, 1), (1, 1), (0, 1), (0, 1)]
    assert made.counts["author invented"] == 1
    assert made.rates[:2] == (18 / 32, 18 / 26)


def test_an_article_that_was_refused_counts_as_empty():
    made = score([(GOLD, Outcome(None, "listing-page"))])
    assert shares(made, "articles kept", "title", "minute") == [(0, 1)] * 3
    assert (made.rates, made.misses[0].said) == ((0.0, 0.0, 0.0), "listing-page")


@pytest.mark.parametrize("kind", ["home", "list", "listing", "section", "search"])
def test_lists_are_to_be_refused(kind):
    judged = Judged("list.html", kind, NOWHERE)
    made = score([(judged, Outcome(None, "listing-page")), (judged, Outcome(RIGHT))])
    assert shares(made, "listings rejected") == [(1, 2)]
    assert [miss.what for miss in made.misses] == ["NOT REJECTED"]


def test_official_texts_tell_number_day_and_issuer():
    head = DocumentHeader(number="12-CT/TW", issued_on="2022-01-05")
    found = Article("Chỉ thị", None, ("Điều 1.",), kind="document", document=head)
    any_ = Judged("a.html", "legal", NOWHERE)
    known = Judged("b.html", "legal", NOWHERE, facts={"number": "13-CT/TW", "issued_on": "2022-01-05"})
    made = score([(any_, Outcome(found)), (known, Outcome(found)), (any_, Outcome(RIGHT))])
    assert shares(made, "documents", "number", "issued_on", "issuer") == [(2, 3), (1, 3), (2, 3), (0, 3)]


def test_a_caption_is_neither_right_nor_wrong():
    caption = "Toàn cảnh hội nghị tổng kết công tác đối ngoại nhân dân của tỉnh Sơn Bình năm nay"
    printed = Article(RIGHT.title, LEAD, (FIRST, caption, SECOND), captions=(caption,))
    assert score([(GOLD, Outcome(printed))]).rates[1] > 0.75  # of the shingles over its borders
    bare = Article(RIGHT.title, LEAD, (FIRST, caption, SECOND))
    assert score([(GOLD, Outcome(bare))]).rates[1] < score([(GOLD, Outcome(printed))]).rates[1]
