"""Offices in rows in, the same with what their neighbours tell of them out: the body, and that they are past."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nlp.offices.post import Post

_NEAR = 600  # letters in which "các Phó Chủ tịch" are those of the body whose "Chủ tịch" was named

Row = tuple[Post, ...]


def told(text: str, rows: Iterable[Row]) -> Iterator[Row]:
    """What stands by one office goes for the other too: "Phó Chủ tịch, Tổng thư ký | Hội Luật gia Việt Nam",
    "nguyên | Phó Thủ tướng kiêm Bộ trưởng Ngoại giao".
    """
    last: dict[str, Post] = {}
    for row in rows:
        filled = tuple(_with_body(one, row[at + 1 :], last) for at, one in enumerate(row))
        last |= {_chief(one): one for one in filled if one.organization and one.title.kind == "apart"}
        yield _past(text, filled)


def _with_body(one: Post, after: Row, last: dict[str, Post]) -> Post:
    if one.has_body or one.organization or one.title.kind != "apart":
        return one
    if after and after[0].title.kind == "apart" and after[0].organization:
        return replace(one, organization=after[0].organization)
    chief = last.get(_chief(one))
    if chief and one.title.form.startswith("phó ") and one.start - chief.end < _NEAR:
        return replace(one, organization=chief.organization)
    return one


def _chief(one: Post) -> str:
    return one.title.form.removeprefix("phó ")


def _past(text: str, row: Row) -> Row:
    past: list[Post] = []
    for one in row:
        both = past and past[-1].former and "kiêm" in text[past[-1].end : one.start]
        past.append(replace(one, former=True) if both else one)
    return tuple(past)
