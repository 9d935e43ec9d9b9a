"""A folder of ready articles in; which copies among them are found, which are made up, and what that costs, out.

    .venv/bin/python benchmarks/copies.py FOLDER [EACH]

From EACH articles (200) copies are made by code: cut, with a new lead, spelt otherwise, with slips of the pen.
All go into a new store with everything that FOLDER holds; every pair of a group is checked by all its shingles.
"""

import random
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from config import show
from crawler.article import Article, Rejected, article_id
from crawler.database import connect, writing
from crawler.extract.ready import read_ready
from crawler.files import Unreadable, read
from crawler.pages import page
from indexer.catalog import schema
from indexer.catalog.articles import text_hash
from indexer.catalog.comparing import compare, wait
from indexer.catalog.content import pack_article
from indexer.catalog.moments import moment
from indexer.catalog.printings import overlap, printing
from indexer.catalog.tables import article
from indexer.copies.overlap import COPY, LEAST
from indexer.copies.shingles import shingles, words

SEEN = datetime(2026, 1, 1, tzinfo=UTC)
BATCH = 500
OLD_TONES = str.maketrans({"Đ": "Ð", "đ": "ð"})


@dataclass(frozen=True, slots=True)
class Stored:
    id: str
    article: Article
    of: str | None = None  # the article that it was made from
    how: str = ""


def main(folder: Path, each: int = 200) -> None:
    found = list(_articles(folder))
    made = list(_made(found, each))
    everything = found + made
    with tempfile.TemporaryDirectory() as data:
        store = connect(f"sqlite:///{data}/store.sqlite")
        schema.upgrade(store)
        _fill(store, everything)
        before = time.process_time(), time.perf_counter()
        compare(store)
        spent, wall = time.process_time() - before[0], time.perf_counter() - before[1]
        with store.connect() as connection:
            groups = _groups(connection)
            pairs = connection.execute(select(overlap.c.containment)).all()
        store.dispose()
        size = sum(file.stat().st_size for file in Path(data).iterdir())
    print(f"{len(everything):,} articles compared in {spent:.0f} s of work ({wall:.0f} s on the clock)")
    print(
        f"{1000 * spent / len(everything):.1f} ms an article; {len(pairs) // 2:,} pairs; store {size / 1e6:.0f} MB"
    )
    _print_exact(found, groups)
    _print_made(made, groups)
    _print_false(everything, groups)


def _articles(folder: Path) -> Iterator[Stored]:
    for number, one in enumerate(read(folder)):
        if not isinstance(one, Unreadable):
            try:
                yield Stored(article_id(f"{folder}:{number}"), read_ready(one))
            except Rejected as rejected:
                print(f"{one.name}: {rejected.reason}")


def _made(found: Sequence[Stored], each: int) -> Iterator[Stored]:
    """Copies of articles that are drawn evenly among those long enough to be cut."""
    drawing = random.Random(6)
    fit = [one for one in found if len(words(one.article.text)) >= 3 * LEAST]
    for one in fit[:: max(1, len(fit) // each)][:each]:
        for how, change in WAYS.items():
            made = change(one.article, drawing)
            yield Stored(article_id(f"{one.id}:{how}"), made, of=one.id, how=how)


def _cut(share: float) -> Callable[[Article, random.Random], Article]:
    def change(one: Article, _: random.Random) -> Article:
        kept = one.body.split(" ")
        return replace(one, paragraphs=(" ".join(kept[: int(share * len(kept))]),))

    return change


def _with_lead(one: Article, drawing: random.Random) -> Article:
    """Forty syllables of our own, each time in another order, instead of the lead."""
    lead = LEAD.split()
    drawing.shuffle(lead)
    return replace(one, title="Tin trong ngày", lead=" ".join(lead))


def _slips(one: Article, drawing: random.Random) -> Article:
    """Letters changed places in one word of fifty."""

    def slip(word: str) -> str:
        return word[1] + word[0] + word[2:] if len(word) > 2 and drawing.random() < 0.02 else word

    return _respelt(one, lambda text: " ".join(map(slip, text.split(" "))))


def _respelt(one: Article, spell: Callable[[str], str]) -> Article:
    """All that is printed in another spelling."""
    parts = (spell(part) if part else None for part in (one.title, one.lead))
    title, lead = parts
    return replace(one, title=title, lead=lead, paragraphs=tuple(map(spell, one.paragraphs)))


def _spelling(spell: Callable[[str], str]) -> Callable[[Article, random.Random], Article]:
    return lambda one, _: _respelt(one, spell)


def _moved_tones(text: str) -> str:
    for old, new in (
        ("hòa", "hoà"),
        ("hóa", "hoá"),
        ("thủy", "thuỷ"),
        ("ủy", "uỷ"),
        ("tòa", "toà"),
        ("khỏe", "khoẻ"),
    ):
        text = text.replace(new, old) if new in text else text.replace(old, new)
    return text


def _other_punctuation(text: str) -> str:
    return text.replace(",", " –").replace('"', "“").replace(".", " .").replace("-", "—")


LEAD = (
    "sáng nay phóng viên của chúng tôi ghi lại diễn biến mới nhất theo lời kể nhân chứng cùng ảnh chụp từ hiện "
    "trường và ý kiến người trong cuộc về việc đang được bạn đọc rất quan tâm mấy hôm qua"
)
WAYS: Mapping[str, Callable[[Article, random.Random], Article]] = {
    "first 60 %": _cut(0.6),
    "first 75 %": _cut(0.75),
    "first 90 %": _cut(0.9),
    "new title and lead": _with_lead,
    "slips in 2 %": _slips,
    "tone marks moved": _spelling(_moved_tones),
    "decomposed": _spelling(lambda text: unicodedata.normalize("NFD", text)),
    "eth for đ": _spelling(lambda text: text.translate(OLD_TONES)),
    "other punctuation": _spelling(_other_punctuation),
    "capitals": _spelling(str.upper),
}


def _fill(store: Engine, everything: Sequence[Stored]) -> None:
    """Rows of articles as `process` writes them, without what is recognised in them; in no order of theirs."""
    mixed = list(everything)
    random.Random(1).shuffle(mixed)
    for start in range(0, len(mixed), BATCH):
        batch = list(enumerate(mixed[start : start + BATCH], start=start + 1))
        with writing(store) as connection:
            connection.execute(insert(page), [_page(number) for number, _ in batch])
            connection.execute(insert(article), [_row(number, one) for number, one in batch])
            wait(connection, [one.id for _, one in batch])


def _page(number: int) -> dict[str, object]:
    seen = SEEN + timedelta(seconds=number)
    return {"id": number, "identity": f"{number}", "source_id": "files", "role": "file", "state": "fetched"} | {
        "first_seen_at": seen, "tries": 0
    }  # fmt: skip


def _row(number: int, one: Stored) -> dict[str, object]:
    published_at, day = moment(one.article.published)
    return {
        "id": one.id, "page_id": number, "version_id": 1, "part": 0, "revision": 1, "source": "files",
        "kind": one.article.kind, "url": one.article.url, "canonical_url": one.article.url,
        "title": one.article.title, "has_lead": one.article.lead is not None, "published": one.article.published,
        "precision": one.article.precision, "published_at": published_at, "day": day,
        "text_hash": text_hash(one.article.text), "annotate_version": 1, "content": pack_article(one.article),
        "saved_at": SEEN, "removed": False,
    }  # fmt: skip


def _groups(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    chosen = select(printing.c.original, printing.c.article_id).where(printing.c.original.is_not(None))
    for original, id_ in connection.execute(chosen.order_by(printing.c.original, printing.c.place)):
        found[original].append(id_)
    return found


def _print_exact(found: Sequence[Stored], groups: Mapping[str, list[str]]) -> None:
    where = {id_: original for original, ids in groups.items() for id_ in ids}
    same: dict[str, list[str]] = defaultdict(list)
    for one in found:
        same[one.article.text].append(one.id)
    repeated = [ids for ids in same.values() if len(ids) > 1]
    right = sum(len({where.get(id_) for id_ in ids}) == 1 and ids[0] in where for ids in repeated)
    copies = sum(len(ids) - 1 for ids in repeated)
    print(f"exact copies: {copies} of {len(repeated)} texts; texts whose copies are all in one group: {right}")


def _print_made(made: Sequence[Stored], groups: Mapping[str, list[str]]) -> None:
    where = {id_: original for original, ids in groups.items() for id_ in ids}
    found = Counter(one.how for one in made if one.id in where and where[one.id] == where.get(one.of or ""))
    all_ = Counter(one.how for one in made)
    rows = [(how, count, found[how], f"{found[how] / count:.3f}") for how, count in all_.items()]
    rows.append(("all", len(made), sum(found.values()), f"{sum(found.values()) / len(made):.3f}"))
    show.table(("copies made", "made", "found", "recall"), rows)


def _print_false(everything: Sequence[Stored], groups: Mapping[str, list[str]]) -> None:
    """Of all pairs of each group the share that is below what makes a copy, by all their shingles."""
    texts = {one.id: one for one in everything}
    roots = {one.id: one.of or one.id for one in everything}
    bands: Counter[str] = Counter()
    strange = 0
    for ids in groups.values():
        sets = {id_: set(shingles(words(texts[id_].article.text))) for id_ in ids}
        for one, other in combinations(ids, 2):
            share = _share(sets[one], sets[other])
            bands["below" if share < COPY else f"{int(share * 10) / 10:.1f}"] += 1
            strange += share < COPY and roots[one] != roots[other]
    sizes = Counter(min(len(ids), 12) for ids in groups.values())
    print(f"groups: {len(groups):,}; by size: {dict(sorted(sizes.items()))}")
    print(f"pairs in groups by containment: {dict(sorted(bands.items()))}; below and of two articles: {strange}")


def _share(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, min(len(one), len(other))) if one != other else 1.0


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
