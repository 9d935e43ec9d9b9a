"""Articles and queries made by chance, put to both engines: the same answers, totals, facets, order and pages."""

import random

import pytest

from indexer.analysis import SYLLABLE
from indexer.query import FACETS, Bool, Everything, Exists, MoreLike, Query, Range, Request, Term, Terms, Text

WORDS = """hội nghị đối ngoại nhân dân hoà bình hữu nghị uỷ ban công tác Hà Nội 2024 12-CT/TW hop tac quoc te chúc
mừng thành phố Hồ Chí Minh xây dựng Đảng doi moi Đại biểu Nội.Hai a_b"""
PEOPLE = ("Lê Văn Bình", "Trần Thị Hoa", "Trần Thị Hoà", "Đỗ Mai", "Do Mai")
DAYS = ("2023-12-31", "2024-01-01", "2024-01-15", "2024-02-29", None)


def _text(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(WORDS.split(), k=chance.randint(1, most)))


def _words(chance: random.Random) -> Text:
    """Slop of two words only: tantivy counts the moves of more in its own way, and says so."""
    value = _text(chance, 3)
    mode = chance.choice(("any", "all", "phrase", "phrase", "prefix"))
    may_move = mode == "phrase" and len(SYLLABLE.findall(value)) == 2
    return Text(
        value,
        mode=mode,
        slop=chance.choice((0, 1, 2, 7)) if may_move else 0,
        fuzzy=chance.choice((0, 0, 1, 2)),
        fields=chance.choice((("text",), ("text",), ("title",), ("title", "text"))),
    )


def _keywords(chance: random.Random) -> Query:
    field = chance.choice(("persons", "id", "day", "year"))
    values = (*PEOPLE, "7", "2024", "2024-01-01")
    return chance.choice((Term(field, chance.choice(values)), Terms(field, tuple(chance.sample(values, 3)))))


def _bool(chance: random.Random, depth: int) -> Bool:
    clauses = [tuple(_query(chance, depth + 1) for _ in range(chance.choice((0, 0, 1, 2)))) for _ in range(4)]
    return Bool(*clauses, min_should=chance.choice((0, 0, 1, 2)))


def _query(chance: random.Random, depth: int = 0) -> Query:
    if depth < 3 and chance.random() < 0.3:
        return _bool(chance, depth)
    return chance.choice(
        (
            _words(chance),
            _words(chance),
            _keywords(chance),
            Range(chance.choice(DAYS), chance.choice(DAYS)),
            Exists(chance.choice(("persons", "published", "section"))),
            Everything(),
        )
    )


@pytest.mark.elasticsearch
@pytest.mark.parametrize("seed", range(4))
def test_both_engines_give_the_same_answers(two, record, seed):
    chance = random.Random(seed)
    records = [
        record(
            f"{number}",
            title=_text(chance, 6),
            lead=_text(chance, 8),
            body=_text(chance, 40),
            day=chance.choice(DAYS),
            hour=chance.randint(0, 23),
            version=number + 1,
            persons=chance.sample(PEOPLE, chance.randint(0, 3)),
            section=chance.choice((None, "Thời sự", "Đời sống")),
        )
        for number in range(80)
    ]
    for start in range(0, 80, 30):
        for engine in two:
            assert engine.write(records[start : start + 30]) == ()
    for _ in range(100):
        query = _query(chance)
        sort = chance.choice(("newest", "oldest"))
        one, other = (engine.search(Request(query, sort=sort, limit=7, facets=FACETS)) for engine in two)
        assert one == other, query
        one, other = (engine.search(Request(query, limit=100)) for engine in two)
        assert {hit.id for hit in one.hits} == {hit.id for hit in other.hits}, query


@pytest.mark.elasticsearch
def test_both_engines_find_the_same_articles_alike(two, record):
    chance = random.Random(5)
    records = [record(f"{number}", title=_text(chance, 4), body=_text(chance, 30)) for number in range(60)]
    for engine in two:
        engine.write(records)
    for one in records[:20]:
        found = [engine.search(Request(MoreLike(one.id, one.title, one.body), limit=100)) for engine in two]
        assert abs(found[0].total - found[1].total) <= 3  # of pairs that say equally much, either may be taken
        assert one.id not in {hit.id for result in found for hit in result.hits}
