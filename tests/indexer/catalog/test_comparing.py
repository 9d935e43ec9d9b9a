"""Copies are found across all that is stored, in whatever order it comes, and a group is mended when one goes."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, func, select

from crawler.article import Article, DocumentHeader, FetchedPage
from crawler.database import writing
from crawler.store import PageStore
from indexer.catalog import articles, shelf
from indexer.catalog.articles import Found, Origin
from indexer.catalog.comparing import compare
from indexer.catalog.notices import TITLES, Notices
from indexer.catalog.printings import common_shingle, overlap, printing, sample, uncompared, wording
from indexer.catalog.settling import Settling
from indexer.reprints import listed, reprints
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument

SYLLABLES = (
    "hội nghị tổng kết công tác năm nay đã tổ chức tại thành phố với sự tham dự của nhiều đại biểu trong nước và "
    "ngoài nước bàn về việc xây cầu đường trường học bệnh viện cho bà con vùng cao giữ rừng trồng cây nuôi cá"
)


def prose(seed: int, syllables: int = 240) -> list[str]:
    drawing = random.Random(seed)
    return [drawing.choice(SYLLABLES.split()) for _ in range(syllables)]


def story(seed: int, **facts: str) -> Article:
    return told(" ".join(prose(seed)), title=f"Tin số {seed}", **facts)


def told(text: str, *, title: str | None = "Tin", published: str | None = None, url: str | None = None) -> Article:
    precision = "minute" if published and "T" in published else "day" if published else None
    return Article(title, None, (text,), url=url, published=published, precision=precision)


def save(store: Engine, found: Iterable[tuple[str, Article]], *, source: str = "mau") -> None:
    """Under these names; a name that was there before is the article edited."""
    for name, one in found:
        body = f"{name} {one.text} {datetime.now(UTC).isoformat()}".encode()
        page = FetchedPage(one.url, source, "text/html", body, datetime(2024, 5, 4, tzinfo=UTC))
        PageStore(store).save_file(page, identity=name)
        waiting = PageStore(store).pending(extract_version=1, annotate_version=1, limit=500)
        (last,) = [each for each in waiting if each.identity == name]
        origin = Origin(last.page_id, last.version_id, name, source)
        with writing(store) as connection:
            by = Settling(Registry([]))
            articles.save(connection, origin, [Found(one, AnnotatedDocument())], annotate_version=1, by=by)
            PageStore.settle(
                connection, last.page_id, version_id=last.version_id, outcome="article", reason=None,
                extract_version=1, annotate_version=1,
            )  # fmt: skip


def remove(store: Engine, id_: str) -> None:
    with writing(store) as connection:
        articles._remove(connection, [id_])


def groups(store: Engine) -> list[list[str]]:
    """Names of articles, by group, the original first."""
    found: dict[str, list[str]] = {}
    chosen = select(printing.c.original, printing.c.article_id).where(printing.c.original.is_not(None))
    with store.connect() as connection:
        for original, id_ in connection.execute(chosen.order_by(printing.c.original, printing.c.place)):
            found.setdefault(original, []).append(name_of(id_))
    return sorted(found.values())


NAMES = ("goc", "cut", "lead", "same", "other", "alone", *(f"n{at}" for at in range(60)))
BY_ID = {articles.article_id(name): name for name in NAMES}


def name_of(id_: str) -> str:
    return BY_ID[id_]


def id_of(name: str) -> str:
    return articles.article_id(name)


WHOLE = story(1, published="2024-05-04T08:00+07:00")
CUT = told(" ".join(prose(1)[:150]), title="Tin vắn", published="2024-05-04T09:00+07:00")
LED = told(" ".join(prose(77, 40) + prose(1)), title="Tin mới", published="2024-05-05")
SAME = told(" ".join(prose(1)).upper(), title="TIN SỐ 1", published="2024-05-04T07:30+07:00")
OTHER = story(2, published="2024-05-04T08:00+07:00")
COLLECTION: Sequence[tuple[str, Article]] = (
    ("goc", WHOLE), ("cut", CUT), ("lead", LED), ("same", SAME), ("other", OTHER), ("alone", story(3)),
)  # fmt: skip


def test_copies_of_all_kinds_are_one_group_with_the_earliest_first(store: Engine) -> None:
    save(store, COLLECTION)

    assert compare(store) == 6
    assert groups(store) == [["same", "goc", "cut", "lead"]]
    with store.connect() as connection:
        found = reprints(connection, id_of("cut"))
        stored = shelf.read(connection, [id_of("cut"), id_of("other")])
        counts = shelf.counts(connection)
    assert [(one.relation, round(one.containment, 2)) for one in found] == [
        ("original", 1.0), ("same", 1.0), ("shorter", 0.99), ("longer", 0.99),
    ]  # fmt: skip
    assert (stored[id_of("cut")].copies, stored[id_of("cut")].original) == (3, id_of("same"))
    assert (stored[id_of("other")].copies, stored[id_of("other")].original) == (0, None)
    assert (counts["articles"], counts["copies"]) == (6, 3)


@pytest.mark.parametrize("portions", [1, 2, 6])
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_and_the_runs_change_nothing(store: Engine, portions: int, seed: int) -> None:
    mixed = list(COLLECTION)
    random.Random(seed).shuffle(mixed)
    for start in range(portions):
        save(store, mixed[start::portions])
        compare(store)

    assert groups(store) == [["same", "goc", "cut", "lead"]]


def test_of_a_large_group_the_first_and_the_article_itself_are_listed(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.reprints.MOST", 2)
    save(store, COLLECTION)
    compare(store)

    for name, names in (("lead", ["same", "goc", "lead"]), ("goc", ["same", "goc"])):
        with store.connect() as connection:
            found = listed(reprints(connection, id_of(name)), of=id_of(name))
        assert [name_of(one.id) for one in found] == names


def test_nothing_new_is_nothing_to_do(store: Engine) -> None:
    save(store, COLLECTION)
    compare(store)

    assert compare(store) == 0
    save(store, COLLECTION[:1])
    with writing(store):  # by another, for whom it needn't wait
        assert compare(store) == 0


def test_a_group_is_mended_when_its_original_goes(store: Engine) -> None:
    save(store, COLLECTION)
    compare(store)

    remove(store, id_of("same"))
    compare(store)
    assert groups(store) == [["goc", "cut", "lead"]]

    for name in ("goc", "lead"):
        remove(store, id_of(name))
    compare(store)
    assert groups(store) == []
    with store.connect() as connection:
        left = [connection.scalar(select(func.count()).select_from(one)) for one in (wording, overlap, uncompared)]
        kept = set(connection.scalars(select(sample.c.wording_id)))
    assert left == [3, 0, 0]
    assert len(kept) == 3


def test_an_edit_can_make_a_copy_and_end_one(store: Engine) -> None:
    save(store, COLLECTION)
    compare(store)

    save(store, [("other", told(" ".join(prose(1)[20:]), published="2024-05-06")), ("cut", story(9))])
    compare(store)

    assert groups(store) == [["same", "goc", "lead", "other"]]


def test_another_time_of_publication_makes_another_original(store: Engine) -> None:
    save(store, COLLECTION)
    compare(store)

    save(store, [("lead", told(LED.body, title=LED.title, published="2024-05-03T05:00+07:00"))])
    compare(store)

    assert groups(store) == [["lead", "same", "goc", "cut"]]


def notice(seed: int, *, of: int = 60) -> Article:
    """Words of its own and, below, what its paper prints under everything."""
    return told(" ".join((*prose(100 + seed, of), *prose(50, 180))), title=f"Bài dự thi {seed}")


def test_what_a_paper_prints_below_every_article_makes_no_group(store: Engine) -> None:
    save(store, [(f"n{at}", notice(at)) for at in range(TITLES + 5)])
    compare(store)

    assert groups(store) == []
    with store.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(common_shingle)) > 5


@pytest.mark.parametrize("portions", [1, 3])
@pytest.mark.parametrize(("title", "wordings"), [(None, 50), ("", 50), ("Giá vàng hôm nay", 12)])
def test_a_notice_is_one_below_articles_of_no_title_or_all_of_one(
    store: Engine, monkeypatch: pytest.MonkeyPatch, title: str | None, wordings: int, portions: int
) -> None:
    monkeypatch.setattr("indexer.catalog.notices.WORDINGS", wordings)
    found = [(f"n{at}", replace(notice(at), title=title)) for at in range(15)]
    for start in range(portions):
        save(store, found[start::portions])
        compare(store)

    assert groups(store) == []


def test_who_prints_a_sample_is_read_once(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    reading = Notices._read
    monkeypatch.setattr(Notices, "_read", lambda self, values: (read.extend(values), reading(self, values)))
    save(store, [(f"n{at}", replace(notice(at), title="Giá vàng hôm nay")) for at in range(TITLES + 5)])
    compare(store)

    assert len(read) == len(set(read)) > 5


@pytest.mark.parametrize("portions", [1, 4, 12])
def test_a_copy_with_such_a_notice_is_still_one(store: Engine, portions: int) -> None:
    found = [(f"n{at}", notice(at)) for at in range(TITLES + 5)] + [("same", notice(3))]
    random.Random(portions).shuffle(found)
    for start in range(portions):
        save(store, found[start::portions])
        compare(store)

    assert [sorted(group) for group in groups(store)] == [["n3", "same"]]


@pytest.mark.parametrize(
    "make",
    [lambda at: told(" ".join(prose(at, 3) + prose(4, 30)), title=None), story],
    ids=["captions", "stories of the same words"],
)
def test_texts_that_say_little_or_other_things_are_no_copies(
    store: Engine, make: Callable[[int], Article]
) -> None:
    save(store, [(f"n{at}", make(at)) for at in range(6)])
    compare(store)

    assert groups(store) == []


def numbered(number: str, *more: str) -> Article:
    one = story(1)
    header = DocumentHeader(number=number)
    return replace(one, kind="document", document=header, paragraphs=(*one.paragraphs, *more))


def test_official_texts_of_two_numbers_are_no_copies(store: Engine) -> None:
    law, again, consolidated = numbered("51/2099/QH15"), numbered("51/2099/QH15", "In."), numbered("22/VBHN-VPQH")
    save(store, [("goc", law), ("same", again), ("other", replace(consolidated, title="Hợp nhất"))])
    compare(store)

    (group,) = groups(store)
    assert sorted(group) == ["goc", "same"]


def test_a_run_that_breaks_off_goes_on_where_it_was(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store, COLLECTION)
    monkeypatch.setattr("indexer.catalog.comparing.AT_ONCE", 2)

    def broken(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(store, advance=broken)

    assert compare(store) == 4
    assert groups(store) == [["same", "goc", "cut", "lead"]]
