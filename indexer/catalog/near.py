"""A new wording in, the stored ones that are copies of it out: candidates by samples, each compared in whole.

Which pairs are copies hangs on what is stored and not on the order in which it came; but what was common once
stays so, though the articles that printed it go.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from sqlalchemy import BindParameter, Connection, and_, bindparam, delete, insert, select

from crawler.article import Article
from crawler.letters import fold
from indexer.catalog.content import unpack_article
from indexer.catalog.notices import TITLES, Notices
from indexer.catalog.portions import portions
from indexer.catalog.printings import common_shingle, overlap, printing, sample, wording
from indexer.catalog.tables import article
from indexer.copies.overlap import LEAST, PART, containment
from indexer.copies.shingles import level, samples, shingles, words

CANDIDATE = 0.35  # half of the share of its samples that a copy at the least is expected to have
KEPT = 400  # texts whose shingles are at hand

# Made once: making a statement anew for each wording costs as much as running it.
_VALUES: BindParameter[int] = bindparam("values", expanding=True)
_INSERT = insert(sample)
_COMMON = select(common_shingle.c.shingle).where(common_shingle.c.shingle.in_(_VALUES))
_SHARING = (
    select(sample.c.shingle, wording.c.id, wording.c.size)
    .join(wording, wording.c.id == sample.c.wording_id)
    .where(sample.c.shingle.in_(_VALUES))
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared of a wording; `number` is that of the official text that it is, as letters and digits."""

    shingles: Sequence[int]
    number: str | None = None

    @classmethod
    def of(cls, one: Article) -> Self:
        number = one.document.number if one.document else None
        return cls(shingles(words(one.text)), "".join(filter(str.isalnum, fold(number))) if number else None)

    def is_apart(self, other: Self) -> bool:
        """Whether both are official texts of their own: a consolidated law repeats the act that amended it."""
        return self.number is not None and other.number is not None and self.number != other.number


class Near:
    """What is known of wordings while some of them are compared."""

    def __init__(self, connection: Connection, fresh: Mapping[int, Compared]) -> None:
        """`fresh` are the wordings that are to be compared."""
        self._connection = connection
        self._fresh = fresh
        self._notices = Notices(connection)
        self._stored = lru_cache(maxsize=KEPT)(self._read)
        self._common = self._known_common({one for each in fresh.values() for one in _drawn(each.shingles)})

    def add(self, id_: int) -> None:
        """Compare the wording with all others, and store with which it overlaps."""
        numbers = self._fresh[id_].shingles
        size = len(set(numbers))
        if size < LEAST:
            return
        drawn = _drawn(numbers)
        telling = drawn - self._common
        if not telling:
            return
        self._connection.execute(_INSERT, [{"shingle": one, "wording_id": id_} for one in sorted(telling)])
        found = self._sharing(telling)
        popular = [one for one, ids in found.items() if len(ids) >= TITLES]
        self._make_common(self._notices.among(popular, of=id_))
        telling -= self._common
        for other in self._candidates(id_, size, {one: found[one] for one in telling}, of=len(drawn)):
            self._store(id_, other)

    def share(self, one: int, other: int) -> float | None:
        """How much of the shorter one stands in the longer one, if they are copies."""
        first, second = self._compared(one), self._compared(other)
        if first.is_apart(second):
            return None
        for of, text in ((one, first), (other, second)):
            if of not in self._fresh:
                self._common |= self._known_common(_drawn(text.shingles))
        return containment(first.shingles, second.shingles, common=self._common)

    def _compared(self, id_: int) -> Compared:
        return self._fresh[id_] if id_ in self._fresh else self._stored(id_)

    def _read(self, id_: int) -> Compared:
        stored = select(article.c.content).join(printing, printing.c.article_id == article.c.id)
        content = self._connection.scalars(stored.where(printing.c.wording_id == id_).limit(1)).one()
        return Compared.of(unpack_article(content))

    def _known_common(self, values: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for some in portions(values):
            found.update(self._connection.scalars(_COMMON, {"values": some}))
        return found

    def _sharing(self, values: Collection[int]) -> dict[int, list[tuple[int, int]]]:
        """The wordings, with their sizes, that have each of these samples."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for value, id_, size in self._connection.execute(_SHARING, {"values": list(values)}):
            found[value].append((id_, size))
        return found

    def _candidates(
        self, id_: int, size: int, found: Mapping[int, Iterable[tuple[int, int]]], *, of: int
    ) -> list[int]:
        shared = Counter(one for ones in found.values() for one in ones)
        telling = len(found) / of
        return sorted(
            other
            for (other, other_size), count in shared.items()
            if other != id_
            and max(size, other_size) <= PART * min(size, other_size)
            and count >= CANDIDATE * telling * min(size, other_size) / 2 ** level(max(size, other_size))
        )

    def _store(self, one: int, other: int) -> None:
        share = self.share(one, other)
        if share is not None:
            pairs = ((one, other), (other, one))
            rows = [{"wording_id": a, "other_id": b, "containment": share} for a, b in pairs]
            self._connection.execute(insert(overlap), rows)

    def _make_common(self, values: Collection[int]) -> None:
        """What was taken for a copy because of them is compared again."""
        if not values:
            return
        self._common.update(values)
        self._connection.execute(insert(common_shingle), [{"shingle": one} for one in values])
        having = select(sample.c.wording_id).where(sample.c.shingle.in_(values))
        both = and_(overlap.c.wording_id.in_(having), overlap.c.other_id.in_(having))
        pairs = select(overlap.c.wording_id, overlap.c.other_id).where(both)
        for one, other in self._connection.execute(pairs).all():
            if self.share(one, other) is None:
                mine = and_(overlap.c.wording_id == one, overlap.c.other_id == other)
                self._connection.execute(delete(overlap).where(mine))
                touch(self._connection, (one, other))


def _drawn(numbers: Sequence[int]) -> frozenset[int]:
    """The samples of a text."""
    return samples(numbers, level(len(set(numbers))))


def touch(connection: Connection, ids: Iterable[int]) -> None:
    """The groups of these wordings are to be told anew."""
    for some in portions(ids):
        connection.execute(wording.update().where(wording.c.id.in_(some)).values(stale=True))
