"""The original is the earliest to the minute, and never the one that names another one as its source."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.article import Article
from indexer.copies.original import Printing, credit, latest, ordered, printing

SEEN = datetime(2024, 5, 4, 3, 0, tzinfo=UTC)
MIDNIGHT = 1_714_755_600  # of 4 May 2024 in Việt Nam


def article(*paragraphs: str, author: str | None = None) -> Article:
    return Article(title="Khánh thành cầu Sông Lam", lead=None, paragraphs=paragraphs, author=author)


@pytest.mark.parametrize(
    ("paragraphs", "author", "name"),
    [
        (("Cầu dài 2 km.", "Theo Dân trí"), None, "dantri"),
        (("Cầu dài 2 km.", "(Theo báo Nghệ An)"), None, "nghean"),
        (("Cầu dài 2 km.", "Nguồn: TTXVN"), None, "ttxvn"),
        (("Cầu dài 2 km, nối hai bờ sông Lam. Thu An (Theo VOV)",), None, "vov"),
        (("Cầu dài 2 km.",), "Thu An (theo Tuổi Trẻ)", "tuoitre"),
        (
            ("Theo chủ đầu tư là công ty Sông Lam, cầu sẽ thông xe vào dịp lễ 2/9 sắp tới của năm nay.",),
            None,
            None,
        ),
        (("Cầu dài 2 km.",), "Lê Thu An", None),
        ((), None, None),
    ],
)
def test_a_credit(paragraphs: tuple[str, ...], author: str | None, name: str | None) -> None:
    assert credit(article(*paragraphs, author=author)) == name


@pytest.mark.parametrize(
    ("published_at", "precision", "at"),
    [
        (MIDNIGHT + 3_600, "minute", MIDNIGHT + 3_600),
        (MIDNIGHT, "day", MIDNIGHT + 10 * 3_600),
        (MIDNIGHT - 86_400, "day", MIDNIGHT),
        (None, None, MIDNIGHT + 10 * 3_600),
    ],
    ids=["to the minute", "a day, seen on it", "a day, seen later", "undated"],
)
def test_an_article_came_out_no_later_than(published_at: int | None, precision: str | None, at: float) -> None:
    assert latest(published_at, precision=precision, seen=SEEN) == at


def told(id_: str, at: float, *paragraphs: str, source: str, host: str = "") -> Printing:
    return printing(id_, article(*paragraphs), wording="w", source=source, at=at, seen=SEEN, host=host)


def test_the_earliest_is_the_original() -> None:
    late, early = told("a", 20, "Tin.", source="baoa"), told("b", 10, "Tin.", source="baob")

    assert [one.id for one in ordered([late, early])] == ["b", "a"]


def test_of_two_of_one_minute_the_one_that_was_seen_first_is_the_original() -> None:
    first, second = told("b", 10, "Tin.", source="baob"), told("a", 10, "Tin.", source="baoa")

    assert [one.id for one in ordered([replace(second, seen=datetime.now(UTC)), first])] == ["b", "a"]


@pytest.mark.parametrize("host", ["dantri.com.vn", "m.dantri.com.vn", "www.dantri.com.vn"])
def test_who_names_another_as_its_source_is_no_original(host: str) -> None:
    mirror = told("a", 10, "Tin.", "Theo Dân trí", source="files")
    paper = told("b", 20, "Tin.", "Theo Reuters", source="files", host=host)

    assert [one.id for one in ordered([mirror, paper])] == ["b", "a"]
