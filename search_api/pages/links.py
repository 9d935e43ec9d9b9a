"""What is asked for in; addresses of the search page with a filter more or less out."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from pydantic import BaseModel

Pairs = tuple[tuple[str, str], ...]  # names and values of a query string


def chosen(asked: BaseModel) -> Pairs:
    """Everything that was asked, apart from the place in the answer."""
    fields = asked.model_dump(by_alias=True, exclude={"cursor"}, exclude_defaults=True)
    made: list[tuple[str, str]] = []
    for name, value in fields.items():
        values = value if isinstance(value, list) else [value]
        made += [(name, str(one)) for one in values if one]
    return tuple(made)


def search_page(pairs: Iterable[tuple[str, str]]) -> str:
    query = urlencode(tuple(pairs))
    return f"/?{query}" if query else "/"


def toggled(pairs: Pairs, name: str, value: str) -> str:
    """The page with this filter, or without it where it is set."""
    if (name, value) in pairs:
        return search_page(pair for pair in pairs if pair != (name, value))
    return search_page((*pairs, (name, value)))


def within(pairs: Pairs, first: str, last: str) -> str:
    """The page narrowed to the days from `first` to `last` instead of any other days."""
    others = tuple(pair for pair in pairs if pair[0] not in {"from", "to"})
    return search_page((*others, ("from", first), ("to", last)))


def article_page(id_: str, *, words: str = "", place: int | None = None) -> str:
    """With `words`, they are marked in its text; with `place`, at the citation that begins there."""
    query = f"?{urlencode({'q': words})}" if words else ""
    return f"/articles/{quote(id_, safe='')}{query}" + ("" if place is None else f"#{anchor(place)}")


def anchor(place: int) -> str:
    """The name on an article's page of the citation that begins there."""
    return f"c{place}"


def directives_page(pairs: Iterable[tuple[str, str]] = ()) -> str:
    query = urlencode(tuple(pairs))
    return f"/van-ban?{query}" if query else "/van-ban"


def directive_page(key: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
    query = urlencode(tuple(pairs))
    return f"/van-ban/{quote(key, safe='')}" + (f"?{query}" if query else "")
