"""Corrections of how sites are read, as data: selectors by site and by the layout that its pages had at a time."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Selector:
    """`xpath` finds elements, or the values of an attribute; `written` is how its author put it, often as CSS."""

    written: str
    xpath: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a site set its pages at a time.  What it does not name is read as on any page."""

    name: str
    since: date | None = None  # of the article, both ends included
    until: date | None = None
    when: Selector | None = None  # the layout is a page's only where this finds something
    title: Selector | None = None
    lead: Selector | None = None
    author: Selector | None = None
    published: Selector | None = None
    section: Selector | None = None
    body: Selector | None = None  # the elements that hold the text, and nothing else does
    captions: Selector | None = None
    drop: tuple[Selector, ...] = ()  # taken out before anything is read
    tables: bool = False  # cells of tables in `body` are text

    def with_pieces(self, pieces: Mapping[str, Selector]) -> "Layout":
        """The same with these selectors under their keys."""
        values: dict[str, Any] = dict(pieces)
        return replace(self, **values)

    def selectors(self) -> Iterator[tuple[str, Selector]]:
        """Those that should find something on each page, by the key they stand under."""
        for one in fields(self):
            if isinstance(value := getattr(self, one.name), Selector):
                yield one.name, value


@dataclass(frozen=True, slots=True)
class Correction:
    """What is known of one site.  `id` is its source's; `hosts` let pages that were saved by hand be known too."""

    id: str
    layouts: tuple[Layout, ...]
    hosts: tuple[str, ...] = ()  # without "www."; their subdomains are meant as well
    unverified: tuple[str, ...] = ()  # parts that nobody has tried against the live site

    @property
    def digest(self) -> str:
        """Another one after every change that can bear on what is read."""
        return hashlib.sha256(repr((self.hosts, self.layouts)).encode()).hexdigest()[:16]

    def has_host(self, url: str | None) -> bool:
        host = host_of(url)
        return any(host == one or host.endswith(f".{one}") for one in self.hosts)


@dataclass(frozen=True, slots=True)
class Corrections:
    """All of them, one a site."""

    items: tuple[Correction, ...] = ()

    def of(self, source_id: str, url: str | None) -> Correction | None:
        """The one of the page's source, else the one that knows the host of its address."""
        own = next((one for one in self.items if one.id == source_id), None)
        return own or next((one for one in self.items if one.has_host(url)), None)

    def with_one(self, changed: Correction) -> "Corrections":
        others = (one for one in self.items if one.id != changed.id)
        return Corrections((changed, *others))


def host_of(url: str | None) -> str:
    """The host name in lower case without "www."; empty for what is no address."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


NONE = Corrections()
