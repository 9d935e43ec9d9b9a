"""Pages made to hang or fill a reader: each ends soon, as an article or with a reason, and costs no other page."""

import json
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crawler.article import Article, FetchedPage
from crawler.child import Failure, map_killable
from indexer.work import Refused, extract_page, extract_pages

# A child that is killed leaves its thread in the parent with a broken pipe.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")

NOW = datetime(2026, 11, 28, tzinfo=UTC)
TITLE = "Sơn Bình tổng kết công tác đối ngoại nhân dân"
SENTENCE = (
    "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."
)
MANY = 100_000
PARAGRAPHS = 6


def fetched(body: str | bytes, *, url: str = "https://baosonbinh.vn/tin/1") -> FetchedPage:
    raw = body.encode() if isinstance(body, str) else body
    return FetchedPage(url, "test", "text/html", raw, NOW)


def article(extra: str = "", *, head: str = "") -> str:
    text = "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(PARAGRAPHS))
    return f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{text}{extra}</body></html>"


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def told(outcome: tuple[Article, ...] | Refused | Failure) -> str:
    return "article" if isinstance(outcome, tuple) else outcome.reason


GOOD = fetched(article())
HOSTILE: dict[str, tuple[Callable[[], str], str]] = {
    "20 MB of paragraphs": (lambda: article(f"<p>{SENTENCE}</p>" * 130_000), "too-large"),
    "one text of 20 MB": (lambda: f"<html><body><p>{'a b ' * 5_000_000}</p>", "too-large"),
    "one text of 7 MB": (lambda: f"<html><body><p>{'a b ' * 1_700_000}</p>", "too-large"),
    "100,000 links": (
        lambda: article("".join(f"<li><a href=/{n}>Bài số {n} của hôm nay</a>" for n in range(MANY))),
        "too-large",
    ),
    "10,000 spans": (lambda: article(f"<p>{'<span>a</span>' * 10_000}</p>"), "article"),
    "100,000 spans": (lambda: article(f"<p>{'<span>a</span>' * MANY}</p>"), "article"),
    "300,000 spans": (lambda: article(f"<p>{'<span>a</span>' * 3 * MANY}</p>"), "too-large"),
    "100,000 attributes": (
        lambda: article(f"<p {' '.join(f'a{n}={n}' for n in range(MANY))}>Một dòng</p>"),
        "article",
    ),
    "100,000 list items": (lambda: article(f"<ul>{'<li>a</li>' * MANY}</ul>"), "too-large"),
    "100,000 nested divisions": (lambda: article("<div>" * MANY), "article"),
    "an article below 100,000 divisions": (lambda: "<div>" * MANY + article(), "no-text"),
    "100,000 nested spans": (lambda: article("<span>" * MANY), "article"),
    "10 MB of JSON-LD": (lambda: article(head=ld(json.dumps([{"a": "x" * 50}] * 100_000))), "article"),
    "100,000 brackets of JSON-LD": (lambda: article(head=ld("[" * MANY + "]" * MANY)), "article"),
    "100,000 objects of JSON-LD": (lambda: article(head=ld('{"a":' * MANY + "1" + "}" * MANY)), "article"),
    "a title of 2 MB": (lambda: article(head=f"<meta property=og:title content='{'x ' * 1_000_000}'>"), "article"),
    "100,000 dates": (lambda: article(f"<p>{'1/1/2020 ' * MANY}</p>"), "article"),
    "100,000 comments": (lambda: article("<!-- a -->" * MANY), "article"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_ends_with_its_article_or_a_reason(name):
    make, outcome = HOSTILE[name]

    first, hostile, last = extract_pages((GOOD, fetched(make()), GOOD)).results

    assert told(hostile) == outcome
    assert (told(first), told(last)) == ("article", "article")
    if outcome == "article":
        assert hostile[0].title == TITLE
        assert hostile[0].paragraphs[0] == f"0. {SENTENCE}"


@pytest.mark.parametrize(
    "part",
    [
        "<p>a</p>",
        "<li>a</li>",
        "<div>abc</div>",
        "<span>a</span>",
        "<b>a</b> x ",
        "a<br>",
        "<a href=/1>một bài báo khác trong ngày</a>",
        "<h2>một hai ba</h2>",
        "<td>a</td>",
        "<p>7/3/2026 08:05 Ảnh: </p>",
        "<p a=1 b=2>&#7852;</p>",
    ],
)
def test_twice_the_elements_cost_about_twice_the_time(part):
    """An exponent of one; a square would give four."""

    def cost(count: int) -> float:
        page = fetched(article(part * count))
        started = time.process_time()
        extract_page(page)
        return time.process_time() - started

    cost(10)
    assert min(cost(3_000) for _ in range(2)) < 3 * min(cost(1_500) for _ in range(2)) + 0.05


@pytest.mark.parametrize("label", ["", "iso-8859-1", "windows-1252", "utf-16", "nonsense"])
def test_a_wrong_label_does_not_spoil_utf_8(label):
    head = f"<meta http-equiv=content-type content='text/html; charset={label}'>"
    page = fetched(article(head=head))
    labelled = FetchedPage(
        page.url, "test", "text/html", page.body, NOW, headers=(("content-type", f"text/html; charset={label}"),)
    )

    ((one,),) = extract_pages((labelled,)).results

    assert one.title == TITLE


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_and_marked_utf_is_read(charset):
    ((one,),) = extract_pages((fetched(article().encode(charset)),)).results

    assert one.title == TITLE


def test_broken_bytes_and_control_characters_are_left_out():
    body = article().encode().replace(b"0. ", b"0.\x00\x08\x1f ")

    ((one,),) = extract_pages((fetched(body),)).results

    assert one.paragraphs[0] == f"0. {SENTENCE}"


@pytest.mark.parametrize(
    "line",
    [
        "Thứ Hai, ngày 5 tháng 9",
        "15/13/2024",
        "15/13/2024 10:00",
        "01/01/1970",
        "1970-01-01T00:00:00Z",
        "31/12/2099 10:00",
        "2126-03-07T08:52:11+07:00",
        "0000-00-00 00:00:00",
        "30/02/2026",
    ],
)
def test_a_date_that_cannot_be_is_no_date(line):
    head = f'<meta property="article:published_time" content="{line}">'
    page = article(head=head).replace("</h1>", f"</h1><p class=date>{line}</p>")

    ((one,),) = extract_pages((fetched(page),)).results

    assert one.published is None


def _die(page: FetchedPage) -> tuple[Article, ...] | Refused:
    """Reads a page; the one that says so kills its child first, as the system does when memory is short."""
    if b"kill -9" in page.body:
        os.kill(os.getpid(), signal.SIGKILL)
    return extract_page(page)


def test_a_child_killed_while_it_reads_costs_its_page_alone():
    first, killed, last = map_killable(_die, (GOOD, fetched(article("kill -9")), GOOD))

    assert isinstance(killed, Failure)
    assert killed.reason == "crashed"
    assert (told(first), told(last)) == ("article", "article")


def test_a_child_killed_from_outside_is_replaced():
    """Even where that spoils the whole pool: the pages are asked for again, and the next batch finds a child."""

    def kill() -> None:
        time.sleep(0.3)
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    extract_pages((GOOD,))
    slow = fetched(article(f"<p>{'<b>a</b> x ' * 30_000}</p>"))
    killer = threading.Thread(target=kill)
    killer.start()
    outcomes = extract_pages((GOOD, slow, GOOD)).results
    killer.join()

    assert [told(one) for one in outcomes] == ["article"] * 3
    assert told(extract_pages((GOOD,)).results[0]) == "article"
