"""What is asked for in; addresses of the search page with a filter more or less out."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from pydantic import BaseModel

Pairs = tuple[tuple[str, str], ...]  # names and values of a query string
LISTS = {"directive": "/van-ban", "person": "/nguoi", "organization": "/to-chuc", "event": "/su-kien"}
PASSAGE = "cau"  # the name on an article's page of the words that were asked for


def chosen(asked: BaseModel) -> Pairs:
    """Everything that was asked, apart from the place in the answer."""
    fields = asked.model_dump(by_alias=True, exclude={"cursor"}, exclude_defaults=True)
    made: list[tuple[str, str]] = []
    for name, value in fields.items():
        values = value if isinstance(value, list) else [value]
        made += [(name, str(one)) for one in values if one]
    return tuple(made)


def search_page(pairs: Iterable[tuple[str, str]]) -> str:
    return _with("/", pairs)


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
    return _with("/van-ban", pairs)


def directive_page(key: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
    return _with(f"/van-ban/{quote(key, safe='')}", pairs)


def passage_page(id_: str, start: int, end: int) -> str:
    """The article at the words that stand there, which are marked."""
    return f"/articles/{quote(id_, safe='')}?{urlencode({'at': f'{start}-{end}'})}#{PASSAGE}"


def people_page(pairs: Iterable[tuple[str, str]] = ()) -> str:
    return _with("/nguoi", pairs)


def person_page(id_: str) -> str:
    return f"/nguoi/{quote(id_, safe='')}"


def organizations_page(pairs: Iterable[tuple[str, str]] = ()) -> str:
    return _with("/to-chuc", pairs)


def organization_page(id_: str) -> str:
    return f"/to-chuc/{quote(id_, safe='')}"


def events_page(pairs: Iterable[tuple[str, str]] = ()) -> str:
    return _with("/su-kien", pairs)


def event_page(id_: str) -> str:
    return f"/su-kien/{quote(id_, safe='')}"


def office_page(office: str) -> str:
    """Who held it, in any time."""
    return _with("/chuc-vu", [("chuc-vu", office)])


def about(name: str, value: str) -> str | None:
    """Where more is told of a facet's value; None where it has no page."""
    if name == "office":
        return office_page(value)
    path = LISTS.get(name)
    return _with(path, [("q", value)]) if path else None


def _with(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    query = urlencode(tuple(pairs))
    return f"{path}?{query}" if query else path
