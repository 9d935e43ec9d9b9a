"""A crawl of one source against a web made of a dictionary: no network, no reactor, a clock of its own."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from crawler.ask import Asker, NoAnswer
from crawler.database import connect, metadata, writing
from crawler.frontier import Frontier
from crawler.pages import page, page_version
from crawler.site import Answer
from crawler.source import Listing, Source
from crawler.store import MovedPage, PageStore
from crawler.tally import Tally
from crawler.visit import Visit

SITE = "https://thoidai.com.vn"
SOURCE = Source(
    id="thoidai",
    name="Thời Đại",
    home=f"{SITE}/",
    article=re.compile(r"-\d+\.html$"),
    listings=(Listing(f"{SITE}/doi-ngoai/"),),
    delay_s=0.0,
)
NIGHT = datetime(2026, 3, 7, 19, 30, tzinfo=UTC)


@dataclass
class Web:
    """Answers by URL: bytes are a page of 200, a string is where a redirect leads, a number a bare status."""

    pages: dict[str, object]
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    async def download(self, url, headers, *, cut_at=None):
        self.asked.append(url.removeprefix(SITE))
        self.headers.append(dict(headers))
        found = self.pages.get(url.removeprefix(SITE), 404)
        if isinstance(found, Callable):
            found = found()
        if isinstance(found, Exception):
            raise found
        if isinstance(found, Answer):
            return replace(found, url=url)
        if isinstance(found, str):
            return Answer(url, 301, {"location": found}, b"")
        if isinstance(found, int):
            return Answer(url, found, {}, b"")
        if headers.get("if-none-match") == etag(found):
            return Answer(url, 304, {}, b"")
        return Answer(url, 200, {"etag": etag(found), "content-type": "text/html; charset=utf-8"}, found)


def etag(body):
    return f'"{hash(body)}"'


def listing(*links):
    return "".join(f'<a href="{link}">Tin</a>' for link in links).encode()


@dataclass
class Crawl:
    """Nights of crawling into one store."""

    engine: object
    clock: datetime = NIGHT

    def __call__(self, pages, source=SOURCE, *, most_requests=100, days=0):
        self.clock += timedelta(days=days)
        web = Web({"/robots.txt": 404} | pages)
        visit = Visit(
            source,
            frontier=Frontier(self.engine, source.id),
            asker=Asker(source, web.download, agent="tracuu"),
            tally=Tally(),
            most_requests=most_requests,
            now=self.now,
            progress=lambda tally: None,
        )
        asyncio.run(visit.run())
        return visit.tally, web

    def now(self):
        self.clock += timedelta(milliseconds=1)
        return self.clock

    def rows(self, *columns):
        with self.engine.connect() as connection:
            articles = select(*columns).where(page.c.role == "article").order_by(page.c.id)
            return [tuple(row) for row in connection.execute(articles)]

    def states(self):
        return {identity.removeprefix(SITE): state for identity, state in self.rows(page.c.identity, page.c.state)}


@pytest.fixture
def crawl(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    metadata.create_all(engine)
    yield Crawl(engine)
    engine.dispose()


LIST = {"/doi-ngoai/": listing("/a-1.html", "/b-2.html")}
PAGES = LIST | {"/a-1.html": b"mot", "/b-2.html": b"hai"}


def test_lists_are_read_first_and_then_the_newest_article(crawl):
    tally, web = crawl(PAGES)
    assert web.asked == ["/robots.txt", "/doi-ngoai/", "/a-1.html", "/b-2.html"]
    assert (tally.lists, tally.links, tally.fetched, tally.new, tally.body_bytes) == (1, 2, 2, 2, 6)
    assert tally.error is None


def test_what_has_not_changed_is_asked_with_its_etag_and_not_sent_again(crawl):
    crawl(PAGES)
    tally, web = crawl(PAGES, days=1)
    assert (tally.fetched, tally.unchanged, tally.links) == (0, 2, 0)
    assert web.headers[1:] == [{"if-none-match": etag(PAGES[path])} for path in web.asked[1:]]


def test_a_changed_article_is_a_new_version_and_an_old_one_is_not_asked_again(crawl):
    crawl(PAGES)
    tally, _ = crawl(PAGES | {"/a-1.html": b"mot, sua"}, days=2)
    assert (tally.changed, tally.unchanged) == (1, 1)
    _, web = crawl(PAGES, days=2)  # four days after they were first seen
    assert web.asked == ["/robots.txt", "/doi-ngoai/"]
    bodies = select(page.c.identity, page_version.c.body_bytes).join(
        page_version, page.c.id == page_version.c.page_id
    )
    with crawl.engine.connect() as connection:
        kept = connection.execute(bodies.where(page.c.role == "article").order_by(page_version.c.id)).all()
    assert kept == [(f"{SITE}/a-1.html", 3), (f"{SITE}/b-2.html", 3), (f"{SITE}/a-1.html", 8)]


def test_an_unchanged_list_is_read_again_from_the_store_with_todays_pattern(crawl):
    crawl(PAGES, replace(SOURCE, article=re.compile(r"a-\d+\.html$")))
    tally, web = crawl(PAGES)
    assert (tally.links, tally.new) == (1, 1)
    assert "/b-2.html" in web.asked


def test_one_article_is_one_page_whatever_its_links_look_like(crawl):
    links = (
        "/a-1.html",
        "/a-1.html?utm_source=rss",
        "HTTP://ThoiDai.com.vn/a-1.html#x",
        "//thoidai.com.vn/a-1.html/",
    )
    tally, _ = crawl(
        {"/doi-ngoai/": listing(*links), "/a-1.html": b"mot"}, replace(SOURCE, article=re.compile("a-1"))
    )
    assert (tally.links, tally.new) == (1, 1)


def test_only_articles_of_the_sites_own_hosts_are_queued(crawl):
    links = (
        "/lien-he",
        "https://khac.vn/a-1.html",
        "mailto:a@b.vn",
        "javascript:x-1.html",
        "http://u:p@thoidai.com.vn/a-1.html",
    )
    tally, web = crawl({"/doi-ngoai/": listing(*links, "https://www.thoidai.com.vn/c-3.html")})
    assert tally.links == 1
    assert web.asked[2:] == ["https://www.thoidai.com.vn/robots.txt", "https://www.thoidai.com.vn/c-3.html"]


def test_a_moved_article_leaves_its_row_and_is_kept_once_at_its_new_address(crawl):
    pages = {"/doi-ngoai/": listing("/a-1.html", "/b-2.html"), "/a-1.html": "/b-2.html", "/b-2.html": b"hai"}
    tally, web = crawl(pages)
    assert (tally.moved, tally.new, tally.fetched) == (1, 1, 1)
    assert web.asked.count("/b-2.html") == 1
    assert crawl.states() == {"/a-1.html": "moved", "/b-2.html": "fetched"}
    assert crawl(pages, days=1)[1].asked == ["/robots.txt", "/doi-ngoai/", "/b-2.html"]


def test_an_article_known_before_it_moved_keeps_its_history(crawl):
    crawl(PAGES)
    tally, _ = crawl(PAGES | {"/a-1.html": f"{SITE}/moi-9.html", "/moi-9.html": b"mot"}, days=1)
    assert (tally.moved, tally.new) == (1, 1)
    moved = [row for row in crawl.rows(page.c.state, page.c.moved_to, page.c.version_id) if row[0] == "moved"]
    assert [(to, version is not None) for _, to, version in moved] == [(f"{SITE}/moi-9.html", True)]


def test_one_article_comes_of_a_page_that_moved_whether_or_not_it_had_been_processed(crawl):
    store = PageStore(crawl.engine)
    versions = {"extract_version": 1, "annotate_version": 1}
    crawl(PAGES)
    first = {pending.identity: pending for pending in store.pending(limit=9, **versions)}[f"{SITE}/a-1.html"]
    with writing(crawl.engine) as connection:
        store.settle(
            connection, first.page_id, version_id=first.version_id, outcome="article", reason=None, **versions
        )
    assert store.moved() == ()
    gone = {"/a-1.html": "/moi-9.html", "/moi-9.html": b"mot", "/b-2.html": "/moi-8.html", "/moi-8.html": b"hai"}
    crawl(PAGES | gone, days=1)
    pending = {pending.identity for pending in store.pending(limit=9, **versions)}
    assert pending == {f"{SITE}/moi-9.html", f"{SITE}/moi-8.html"}
    assert store.moved() == (MovedPage(first.page_id, first.version_id, f"{SITE}/a-1.html", "thoidai"),)
    with writing(crawl.engine) as connection:
        store.settle(
            connection, first.page_id, version_id=first.version_id, outcome="rejected", reason="moved", **versions
        )
    assert store.moved() == ()
    assert store.tally() == {"rejected": 1, "moved": 1, "pending": 2}


def test_a_new_address_that_answers_not_modified_is_asked_for_its_body(crawl):
    crawl(PAGES)
    answers = iter([Answer("", 304, {}, b""), b"mot"])
    tally, web = crawl(PAGES | {"/a-1.html": "/moi-9.html", "/moi-9.html": lambda: next(answers)}, days=1)
    assert web.asked.count("/moi-9.html") == 2
    assert (tally.moved, tally.new) == (1, 1)


def test_http_that_leads_to_https_is_the_same_page(crawl):
    tally, _ = crawl(
        PAGES
        | {
            "/doi-ngoai/": listing("http://thoidai.com.vn/a-1.html"),
            "http://thoidai.com.vn/a-1.html": f"{SITE}/a-1.html",
            "http://thoidai.com.vn/robots.txt": 404,
        }
    )
    assert (tally.moved, tally.new) == (0, 1)
    assert crawl.rows(page.c.url, page.c.state) == [(f"{SITE}/a-1.html", "fetched")]


@pytest.mark.parametrize(
    ("answer", "state", "failure", "counted"),
    [
        (404, "gone", "http-404", {"gone": 1}),
        (410, "gone", "http-410", {"gone": 1}),
        ("/", "gone", "redirected-away", {"gone": 1}),
        ("https://khac.vn/a-1.html", "failed", "offsite", {"offsite": 1}),
        ("http://127.0.0.1/a-1.html", "failed", "private-address", {"failed": {"private-address": 1}}),
        ("file:///etc/passwd", "failed", "bad-scheme", {"failed": {"bad-scheme": 1}}),
        ("http://[", "failed", "bad-url", {"failed": {"bad-url": 1}}),
        ("/a-1.html", "queued", "redirect-loop", {"failed": {"redirect-loop": 1}}),
        (302, "queued", "http-302", {"failed": {"http-302": 1}}),
        (304, "queued", "http-304", {"failed": {"http-304": 1}}),
        (403, "queued", "http-403", {"failed": {"http-403": 1}}),
        (500, "queued", "http-500", {"failed": {"http-500": 1}}),
        (503, "queued", "http-503", {"failed": {"http-503": 1}}),
        (NoAnswer("timeout"), "queued", "timeout", {"failed": {"timeout": 1}}),
        (NoAnswer("too-large"), "failed", "too-large", {"failed": {"too-large": 1}}),
    ],
)
def test_every_way_to_fail_has_its_reason(crawl, answer, state, failure, counted):
    pages = {"/doi-ngoai/": listing("/a-1.html"), "/a-1.html": answer, "/": b"trang chu"}
    tally, _ = crawl(pages)
    assert crawl.rows(page.c.state, page.c.failure) == [(state, failure)]
    told = tally.as_dict()
    assert {name: told[name] for name in ("gone", "offsite", "failed") if told[name]} == counted
    assert tally.error is None


def test_a_page_that_fails_is_asked_again_later_and_given_up_after_five_nights(crawl):
    pages = {"/doi-ngoai/": listing("/a-1.html"), "/a-1.html": 500}
    crawl(pages)
    assert "/a-1.html" not in crawl(pages)[1].asked  # the same night
    for _ in range(4):
        assert "/a-1.html" in crawl(pages, days=2)[1].asked
    assert crawl.rows(page.c.state, page.c.tries) == [("failed", 5)]
    assert "/a-1.html" not in crawl(pages, days=2)[1].asked


def test_an_article_that_was_had_keeps_its_state_when_a_later_look_fails(crawl):
    crawl(PAGES)
    crawl(PAGES | {"/a-1.html": 500}, days=1)
    assert crawl.states() == {"/a-1.html": "fetched", "/b-2.html": "fetched"}


def test_a_missing_article_is_looked_for_while_it_is_young_unless_it_is_gone_for_good(crawl):
    crawl(PAGES | {"/a-1.html": 404, "/b-2.html": 410})
    tally, web = crawl(PAGES, days=1)
    assert web.asked == ["/robots.txt", "/doi-ngoai/", "/a-1.html"]
    assert tally.new == 1


@pytest.mark.parametrize(
    ("status", "said", "minutes"),
    [
        (429, "120", 2),
        (503, "600", 10),
        (429, "", 15),
        (429, "Sat, 07 Mar 2026 20:30:00 GMT", 60),
        (429, "99999999", 1440),
    ],
)
def test_a_server_that_asks_for_a_pause_is_left_alone_so_long(crawl, status, said, minutes):
    busy = Answer("", status, {"retry-after": said}, b"")
    tally, web = crawl(PAGES | {"/a-1.html": busy})
    assert web.asked[-1] == "/a-1.html"  # b was not asked any more
    assert f"http-{status}: the server asks to be left alone until" in tally.error
    crawl.clock = NIGHT + timedelta(minutes=minutes, seconds=-1)
    tally, web = crawl(PAGES)
    assert web.asked == []
    assert "asked to be left alone" in tally.error
    crawl.clock = NIGHT + timedelta(minutes=minutes, seconds=2)
    assert crawl(PAGES)[0].new == 2


def test_five_failures_in_a_row_end_the_crawl_and_leave_the_rest_for_the_next(crawl):
    paths = [f"/a-{number}.html" for number in range(9)]
    down = {"/doi-ngoai/": listing(*paths)} | dict.fromkeys(paths, 502)
    tally, web = crawl(down)
    assert tally.error == "the server failed 5 times in a row, at last with http-502"
    assert len(web.asked) == 2 + 5
    assert [tries for (tries,) in crawl.rows(page.c.tries)] == [0, 0, 0, 0, 1, 1, 1, 1, 1]
    assert crawl(down | dict.fromkeys(paths, b"tin"), days=1)[0].new == 9


def test_what_robots_forbids_is_not_asked_but_looked_at_again_after_a_week(crawl):
    rules = PAGES | {"/robots.txt": b"User-agent: *\nDisallow: /a-"}
    tally, web = crawl(rules)
    assert (tally.refused, tally.new) == (1, 1)
    assert web.asked == ["/robots.txt", "/doi-ngoai/", "/b-2.html"]
    assert crawl(PAGES, days=6)[0].new == 0
    assert crawl(PAGES, days=2)[0].new == 1


@pytest.mark.parametrize("robots", [500, 503, 429, NoAnswer("timeout")])
def test_nothing_is_asked_of_a_host_whose_robots_can_not_be_had(crawl, robots):
    tally, web = crawl(PAGES | {"/robots.txt": robots})
    assert web.asked == ["/robots.txt"]
    assert tally.error.startswith("robots.txt: ")


@pytest.mark.parametrize(("robots", "asked"), [("/luat/robots.txt", 3), ("/robots.txt", 8)])
def test_robots_is_followed_through_redirects_and_counts_as_missing_after_five(crawl, robots, asked):
    tally, web = crawl(PAGES | {"/robots.txt": robots, "/luat/robots.txt": b"User-agent: *\nDisallow: /"})
    assert (tally.lists, tally.refused, len(web.asked)) == ((0, 1, 2) if asked == 3 else (1, 0, 6 + 3))


def test_a_crawl_delay_is_kept_between_all_requests(crawl, monkeypatch):
    slept = []

    async def sleep(seconds):
        slept.append(round(seconds))

    monkeypatch.setattr(asyncio, "sleep", sleep)
    crawl(PAGES | {"/robots.txt": b"User-agent: *\nCrawl-delay: 7"})
    assert slept == [0, 7, 7, 7]


def test_the_pages_of_a_listing_are_turned_until_one_is_empty(crawl):
    source = replace(SOURCE, listings=(Listing(f"{SITE}/doi-ngoai/", SITE + "/doi-ngoai/trang-{page}/", 9),))
    pages = PAGES | {"/doi-ngoai/trang-2/": listing("/c-3.html"), "/doi-ngoai/trang-3/": listing("/lien-he")}
    _, web = crawl(pages | {"/c-3.html": b"ba"}, source)
    assert web.asked[1:4] == ["/doi-ngoai/", "/doi-ngoai/trang-2/", "/doi-ngoai/trang-3/"]
    assert "/doi-ngoai/trang-4/" not in web.asked


def sitemap(tag, *entries):
    inner = "".join(f"<{tag}><loc>{loc}</loc><lastmod>{lastmod}</lastmod></{tag}>" for loc, lastmod in entries)
    return f"<x>{inner}</x>".encode()


def test_a_sitemap_index_is_read_newest_first_and_only_where_it_changed(crawl):
    source = replace(SOURCE, listings=(), sitemaps=(f"{SITE}/sitemap.xml",))
    old, new = (f"{SITE}/s1.xml", "2026-02-01"), (f"{SITE}/s2.xml", "2026-03-07")
    index = sitemap("sitemap", old, new, (f"{SITE}/sitemap.xml", ""), ("https://khac.vn/s.xml", ""))
    pages = {"/sitemap.xml": index, "/s1.xml": sitemap("url", (f"{SITE}/a-1.html", "")), "/a-1.html": b"mot"}
    pages |= {"/s2.xml": sitemap("url", (f"{SITE}/b-2.html", "")), "/b-2.html": b"hai"}
    tally, web = crawl(pages, source)
    assert web.asked[1:4] == ["/sitemap.xml", "/s2.xml", "/s1.xml"]
    assert tally.new == 2
    pages["/sitemap.xml"] = sitemap("sitemap", old, (f"{SITE}/s2.xml", "2026-03-09"))
    assert crawl(pages, source, days=5)[1].asked == ["/robots.txt", "/sitemap.xml", "/s2.xml"]


def test_a_huge_index_has_its_turn_over_several_nights(crawl):
    source = replace(SOURCE, listings=(), sitemaps=(f"{SITE}/sitemap.xml",))
    names = [f"/s{number}.xml" for number in range(30)]
    pages = {"/sitemap.xml": sitemap("sitemap", *((SITE + name, "2025-01-01") for name in names))}
    pages |= {name: sitemap("url", (f"{SITE}/a-{name[2:-4]}.html", "")) for name in names}
    first = crawl(pages, source)[0].links
    assert first + crawl(pages, source)[0].links == 30
    assert first == 19


def test_a_budget_ends_the_crawl_without_error_and_the_next_goes_on(crawl):
    tally, _ = crawl(PAGES, most_requests=2)
    assert (tally.new, tally.error) == (1, None)
    assert crawl(PAGES, most_requests=3)[0].new == 1


def test_a_source_whose_lists_are_silent_has_failed(crawl):
    tally, _ = crawl({"/doi-ngoai/": 404})
    assert tally.error == "no list answered: http-404"
    tally, _ = crawl(PAGES, replace(SOURCE, article=re.compile(r"/khong-co/")))
    assert tally.error == "no link in 1 lists is an article; is the pattern `article` still right?"


def test_a_list_that_failed_is_asked_again_in_the_next_run_and_hurts_no_other(crawl):
    source = replace(SOURCE, feeds=(f"{SITE}/rss",), sitemaps=(f"{SITE}/sitemap.xml",))
    pages = PAGES | {"/rss": 500, "/sitemap.xml": NoAnswer("timeout")}
    tally, _ = crawl(pages, source)
    assert (dict(tally.failed), tally.new, tally.error) == ({"http-500": 1, "timeout": 1}, 2, None)
    rss = b"<rss><channel><item><link>https://thoidai.com.vn/c-3.html</link></item></channel></rss>"
    assert crawl(pages | {"/rss": rss, "/c-3.html": b"ba"}, source)[0].new == 1


def test_only_the_latest_body_of_a_list_is_kept(crawl):
    crawl(PAGES)
    crawl(PAGES | {"/doi-ngoai/": listing("/a-1.html")})
    with crawl.engine.connect() as connection:
        lists = select(page_version.c.body_bytes).join(page, page.c.id == page_version.c.page_id)
        assert connection.execute(lists.where(page.c.role == "listing")).scalars().all() == [
            len(listing("/a-1.html"))
        ]
