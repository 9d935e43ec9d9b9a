"""The sample site in a dress that the generic reader can't see through: what is found missing, and the mend."""

import re
from datetime import UTC, datetime

import pytest

from config.demo.render import frame
from config.demo.site import pages
from crawler.article import FetchedPage
from crawler.corrections.layout import NONE, Corrections
from crawler.diagnosis.check import PASSES, check

HOME = "https://nhipcau.example.vn"
INVITATION = "Mời bạn đọc theo dõi trang Nhịp Cầu để cập nhật tin tức về đối ngoại nhân dân."
TOLD = (
    r'<meta (?:name|property)="(?:og:description|description|article:published_time)"[^>]*>|<script .*?</script>'
)


def undress(html: str) -> str:
    """The page without what its head tells, and with lead, author and time where nobody looks for them."""
    html = re.sub(TOLD, "", html, flags=re.DOTALL)
    taken = {}
    for name in ("sapo", "time", "author"):
        found = re.search(rf'<(h2|p) class="detail-{name}"[^>]*>(.*?)</\1>', html, re.DOTALL)
        taken[name] = re.sub("<.*?>", "", found[2]).strip() if found else ""
        html = html.replace(found[0], "") if found else html
    html = html.replace("<h1 ", f'<div class="khung-mo">{taken["sapo"]}</div><h1 ')
    html = html.replace("</h1>", f'</h1><div class="dong-ten">{taken["author"]}</div>')
    foot = f'<p class="loi-moi">{INVITATION}</p></article><div class="dong-gio">{taken["time"]}</div>'
    return html.replace("</article>", foot)


@pytest.fixture(scope="module")
def broken() -> list[FetchedPage]:
    site = pages(HOME)
    bodies = {one.path: undress(site[one.path].body.decode()) for one in frame().articles[:8]}
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return [FetchedPage(HOME + path, "demo", "text/html", body.encode(), at) for path, body in bodies.items()]


@pytest.fixture(scope="module")
def report(broken):
    heard: list[int] = []
    found = check("demo", broken, NONE, advance=heard.append)
    assert sum(heard) == PASSES * len(broken)
    return found


def test_what_is_missing_is_counted_page_by_page(report):
    assert (len(report.articles), report.rejected(), report.failed) == (8, {}, ())
    assert report.lacks() == {"title": 0, "lead": 8, "minute": 8, "author": 8, "thin": 0}
    assert report.checkups[0].lacks == ("lead", "minute", "author")


def test_a_paragraph_of_several_articles_is_told(report):
    assert [(one.text, len(one.pages)) for one in report.repeats] == [(INVITATION, 7)]  # two of the eight are one


def test_the_mend_is_a_correction_tried_on_all_pages(report):
    advice = report.advice
    assert advice.mends == (("lead", 8, 8), ("minute", 8, 8), ("author", 8, 8))
    assert advice.dropped == 1
    (layout,) = advice.correction.layouts
    found = {name: selector.written for name, selector in layout.selectors()}
    assert found == {"lead": "div.khung-mo", "author": "div.dong-ten", "published": "div.dong-gio"}
    assert [one.written for one in layout.drop] == ["p.loi-moi"]
    assert advice.correction.hosts == ("nhipcau.example.vn",)


def test_with_the_mend_in_place_nothing_is_missing(report, broken):
    mended = check("demo", broken, Corrections((report.advice.correction,)))
    assert mended.lacks() == {"title": 0, "lead": 0, "minute": 0, "author": 0, "thin": 0}
    assert (mended.repeats, mended.advice, mended.lost()) == ((), None, {})
    article = frame().articles[0]
    assert mended.checkups[0].lead == article.lead
    assert mended.checkups[0].author == article.author
    assert mended.checkups[0].published == article.published.isoformat(timespec="minutes")


def test_a_selector_that_finds_nothing_any_more_is_told(report, broken):
    moved = [
        FetchedPage(one.url, "demo", "text/html", one.body.replace(b"khung-mo", b"khung-moi"), one.fetched_at)
        for one in broken
    ]
    again = check("demo", moved, Corrections((report.advice.correction,)))
    assert again.lost() == {"all.lead": 8}
    (layout,) = again.advice.correction.layouts
    assert (layout.lead.written, layout.author.written) == ("div.khung-moi", "div.dong-ten")


def test_pages_that_are_read_well_get_no_advice():
    site = pages(HOME)
    at = datetime(2026, 3, 1, tzinfo=UTC)
    whole = [
        FetchedPage(HOME + one.path, "demo", "text/html", site[one.path].body, at) for one in frame().articles[:4]
    ]
    lists = [FetchedPage(HOME + "/doi-ngoai/", "demo", "text/html", site["/doi-ngoai/"].body, at)]
    found = check("demo", whole + lists, NONE)
    assert (found.lacks()["lead"], found.lacks()["minute"], found.rejected()) == (0, 0, {"listing-page": 1})
    assert (found.repeats, found.advice) == ((), None)


def test_a_title_that_all_pages_share_is_none(broken):
    at = datetime(2026, 3, 1, tzinfo=UTC)
    bare = []
    for one in [one for one in broken if "nhip-cau" not in one.url][:4]:
        html = one.body.decode().replace("h1", "h5")
        html = re.sub(r"<title>.*?</title>|<meta property=\"og:title\"[^>]*>", "<title>Nhịp Cầu</title>", html)
        bare.append(FetchedPage(one.url, "demo", "text/html", html.encode(), at))
    found = check("demo", bare, NONE)
    assert found.lacks()["title"] == 4
    (layout,) = found.advice.correction.layouts
    assert layout.title.written == "h5.detail-title"


def test_a_text_that_the_reader_misses_is_found_by_its_element():
    site = pages(HOME)
    at = datetime(2026, 3, 1, tzinfo=UTC)
    hidden = []
    for one in frame().articles[:4]:
        html = (
            site[one.path].body.decode().replace('<article class="detail-content">', '<div class="comments-box">')
        )
        html = html.replace("</article>", "</div>")
        hidden.append(FetchedPage(HOME + one.path, "demo", "text/html", html.encode(), at))
    found = check("demo", hidden, NONE)
    assert found.lacks()["thin"] == 4
    (layout,) = found.advice.correction.layouts
    assert layout.body.written == "div.comments-box"
    assert found.advice.mends == (("thin", 4, 4),)
    mended = check("demo", hidden, Corrections((found.advice.correction,)))
    assert set(frame().articles[0].paragraphs) <= set(mended.checkups[0].paragraphs)
