"""Samples that many wordings have in, those that a paper prints below its articles out."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Row, Select, select

from crawler.letters import fold
from indexer.catalog.portions import portions
from indexer.catalog.printings import printing, sample
from indexer.catalog.tables import article

# Articles of one paper under as many titles, from which what they share is the paper's own notice: a photo contest
# printed the same 110 syllables below 13 of its entries; a story bears at most 3 titles in 18,006 articles.
TITLES = 10
# Wordings of one paper, from which it is one whatever they are called: a column that bears one title every day.
# Comparing 300 such texts takes 0.9 s, as long as under as many titles.
WORDINGS = 50

_FACTS = (article.c.source, article.c.canonical_url, article.c.title, printing.c.wording_id)


class Notices:
    """What papers print under many titles; remembers who prints a sample, so that it is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._printed: dict[int, dict[str, set[tuple[int, str]]]] = {}  # by sample and paper, wordings and titles

    def among(self, values: Collection[int], *, of: int) -> list[int]:
        """Those that are notices; `of` is the wording that came last with them."""
        if not values:
            return []
        known = self._printed.keys() & set(values)
        for row in self._titles(of) if known else ():
            for value in known:
                self._note(value, row)
        self._read(set(values) - known)
        return sorted(value for value in values if any(map(_is_notice, self._printed[value].values())))

    def _titles(self, id_: int) -> Iterable[Row[Any]]:
        told: Select[Any] = select(*_FACTS).join(printing, printing.c.article_id == article.c.id)
        return self._connection.execute(told.where(printing.c.wording_id == id_)).all()

    def _read(self, values: Collection[int]) -> None:
        printed: Select[Any] = (
            select(sample.c.shingle, *_FACTS)
            .join(printing, printing.c.wording_id == sample.c.wording_id)
            .join(article, article.c.id == printing.c.article_id)
        )
        self._printed |= {value: defaultdict(set) for value in values}
        for some in portions(values):
            for row in self._connection.execute(printed.where(sample.c.shingle.in_(some))):
                self._note(row.shingle, row)

    def _note(self, value: int, row: Row[Any]) -> None:
        """Articles without a title are told apart by what they say."""
        title = fold(row.title) if row.title else str(row.wording_id)
        self._printed[value][host(row.canonical_url) or row.source].add((row.wording_id, title))


def host(url: str | None) -> str:
    return (urlsplit(url).hostname or "") if url else ""


def _is_notice(printed: Collection[tuple[int, str]]) -> bool:
    wordings, titles = map(set, zip(*printed, strict=True))
    return len(titles) >= TITLES or len(wordings) >= WORDINGS
