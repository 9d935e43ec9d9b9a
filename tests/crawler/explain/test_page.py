import json
from datetime import UTC, datetime

import pytest

from crawler.article import READY_ARTICLE, FetchedPage, Rejected
from crawler.corrections.layout import Correction, Corrections, Layout
from crawler.corrections.selector import to_selector
from crawler.explain.page import explain
from crawler.explain.rules import DROPPED, RULES, TAKEN
from crawler.explain.verdict import Explained
from crawler.extract.page import extract

NOW = datetime(2026, 11, 28, tzinfo=UTC)
TITLE = "Sơn Bình tổng kết công tác đối ngoại nhân dân"
LEAD = "Sáng 19/12, tại phường Vân Hải, Liên hiệp các tổ chức hữu nghị tỉnh đã họp tổng kết công tác năm."
FIRST = (
    "Phát biểu khai mạc, ông Lê Minh Tuệ cho biết năm qua tỉnh đã đón hơn bốn mươi đoàn khách quốc tế đến thăm."
)
SECOND = (
    "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."
)
THIRD = "Kết luận hội nghị, bà Trần Bảo Ngân đề nghị các hội thành viên chọn một việc cụ thể và làm đến cùng."
PAGE = f"""<!doctype html><html><head><meta charset=utf-8><title>{TITLE} - Báo Sơn Bình</title>
<meta property="article:published_time" content="2026-03-07T08:52:11+07:00">
<meta name=keywords content="họp, hội nghị">
<meta name=description content="{LEAD}"><meta property="article:section" content="Chính trị"></head><body>
<ul><li><a href=/>Trang chủ</a><li><a href=/chinh-tri>Chính trị</a></ul>
<h1>{TITLE}</h1><div>Thứ bảy, 7/3/2026, 08:52 (GMT+7)</div><h2>{LEAD}</h2>
<div class=content><p>{FIRST}</p><p class=Image>Toàn cảnh hội nghị</p>
<div><a href=/a>Tỉnh bạn tổng kết công tác đối ngoại</a><p>Hội nghị diễn ra trong một ngày.</p></div>
<p>{SECOND}</p><p>In bài viết</p><p>{TITLE}</p><p>{THIRD}</p><p><b>Khánh Hà</b></p></div>
<footer>Giấy phép số 12/GP. Bản quyền thuộc về Báo Sơn Bình.</footer></body></html>"""
LINKS = "".join(
    f"<li><a href=/{n}>Tỉnh bạn tổng kết công tác đối ngoại năm {n}</a><p>Tin {n}</p>" for n in range(30)
)


def page(body: str, media_type: str = "text/html") -> FetchedPage:
    return FetchedPage(None, "test", media_type, body.encode(), NOW)


def rules(explained: Explained) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in explained.verdicts]


def test_every_block_of_a_page_has_the_rule_that_decided_on_it():
    assert rules(explain(page(PAGE))) == [
        ("above", "Trang chủ"),
        ("above", "Chính trị"),
        ("title", TITLE),
        ("date-line", "Thứ bảy, 7/3/2026, 08:52 (GMT+7)"),
        ("lead", LEAD),
        ("main-text", FIRST),
        ("caption", "Toàn cảnh hội nghị"),
        ("link", "Tỉnh bạn tổng kết công tác đối ngoại"),
        ("teaser", "Hội nghị diễn ra trong một ngày."),
        ("main-text", SECOND),
        ("residue", "In bài viết"),
        ("known", TITLE),
        ("main-text", THIRD),
        ("author-line", "Khánh Hà"),
        ("below", "Giấy phép số 12/GP. Bản quyền thuộc về Báo Sơn Bình."),
    ]


def test_each_fact_says_where_it_was_found():
    assert dict(explain(page(PAGE)).origins) == {
        "title": "h1",
        "lead": "h2",
        "author": "signature",
        "published": "meta article:published_time",
        "section": "meta article:section",
        "tags": "meta keywords",
    }


def test_what_only_the_head_holds_is_told_first():
    bare = PAGE.replace(f"<h1>{TITLE}</h1>", "").replace(f"<h2>{LEAD}</h2>", "").replace(f"<p>{TITLE}</p>", "")
    explained = explain(page(bare))
    assert rules(explained)[:2] == [("title-from-head", TITLE), ("lead-from-head", LEAD)]
    assert dict(explained.origins)["lead"] == "meta description"


def test_taken_blocks_are_the_text_and_the_captions_of_the_article():
    explained = explain(page(PAGE))
    (article,) = explained.articles
    texts = [article.title, article.lead, *article.paragraphs, *article.captions]
    assert sorted(one.text for one in explained.verdicts if one.taken) == sorted(filter(None, texts))


def test_a_list_tells_by_which_signs_it_was_known():
    head = "<html><head><title>Đối ngoại</title></head><body><h1>Chuyên mục đối ngoại</h1>"
    explained = explain(page(f"{head}<ul>{LINKS}</ul></body></html>"))
    assert (explained.articles, explained.reason) == ((), "listing-page")
    assert "30 titles of other articles" in explained.signs
    assert "no time of publication" in explained.signs
    assert ("list-link", "Tỉnh bạn tổng kết công tác đối ngoại năm 7") in rules(explained)


def test_lines_of_a_text_are_explained_as_blocks_are():
    lines = ("Tin nóng", TITLE, "Ngày: 07.03.2026", LEAD, FIRST, SECOND, THIRD, "Khánh Hà", "In bài viết")
    text = "\n\n".join(lines)
    explained = explain(page(text, "text/plain"))
    assert [rule for rule, _ in rules(explained)] == [
        "residue", "title", "date-line", "lead", "text", "text", "text", "author-line", "residue"
    ]  # fmt: skip
    assert dict(explained.origins) == {"published": "line", "author": "signature"}
    nothing = explain(page("aa\nIn bài viết", "text/plain"))
    assert (nothing.reason, [rule for rule, _ in rules(nothing)]) == ("no-text", ["residue", "residue"])


def test_what_came_ready_is_taken_as_it_is():
    line = json.dumps({"id": 7, "title": TITLE, "text": FIRST, "published": "2026-03-07"})
    explained = explain(page(line, READY_ARTICLE))
    assert rules(explained) == [("title", TITLE), ("as-given", FIRST)]
    assert dict(explained.origins) == {"published": "given"}


def test_a_correction_of_the_site_says_what_it_did():
    drop = to_selector(".content > div")
    layout = Layout("all", author=to_selector(".content b"), body=to_selector(".content"), drop=(drop,))
    corrections = Corrections((Correction("test", (layout,)),))
    explained = explain(page(PAGE), corrections)
    assert explained.articles == extract(page(PAGE), corrections)
    told = rules(explained)
    assert ("site-author", "Khánh Hà") in told
    assert len([text for _, text in told if text == FIRST]) == 1
    assert ("site-body", FIRST) in told
    assert ("site-drop", "Tỉnh bạn tổng kết công tác đối ngoại Hội nghị diễn ra trong một ngày.") in told
    assert dict(explained.origins)["author"] == "site"
    assert dict(explained.origins)["published"] == "meta article:published_time"


@pytest.mark.parametrize("body", [PAGE, "", "<p>x</p>", f"<ul>{LINKS}</ul>", "Khánh Hà", f"{TITLE}\n{FIRST}"])
@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "image/x-unknown"])
def test_an_explanation_ends_as_extraction_does(body, media_type):
    try:
        ended = (extract(page(body, media_type)), None)
    except Rejected as rejected:
        ended = ((), rejected.reason)
    explained = explain(page(body, media_type))
    assert (explained.articles, explained.reason) == ended
    assert {one.rule for one in explained.verdicts} <= set(RULES)


def test_no_rule_both_takes_and_drops():
    assert not TAKEN.keys() & DROPPED.keys()
