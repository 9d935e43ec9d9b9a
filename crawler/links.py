"""A feed, a sitemap or a listing in, the links that it holds out."""

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urljoin

import feedparser
from lxml import etree, html

ListRole = Literal["feed", "sitemap", "listing"]
MOST_BYTES = 50 * 1024 * 1024  # of an unpacked sitemap, by its specification
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Child:
    """A sitemap named in an index, and when it last changed, where the index says so."""

    url: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Links:
    """Absolute addresses, as they are written, each once and in order."""

    pages: tuple[str, ...]
    sitemaps: tuple[Child, ...] = ()


def find_links(role: str, body: bytes, base: str) -> Links:
    """The links in `body`, a list of that role found at `base`.  What can't be read holds none."""
    if role == "feed":
        return Links(_absolute(_feed_links(body), base))
    if role == "listing":
        return Links(_anchors(body, base))
    return _sitemap(body, base)


def _feed_links(body: bytes) -> Iterator[str]:
    # A stream, because feedparser would open a string that looks like an address or a file name.
    feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    return (entry["link"] for entry in feed.entries if entry.get("link"))


def _anchors(body: bytes, base: str) -> tuple[str, ...]:
    try:
        tree = html.document_fromstring(body, parser=html.HTMLParser(encoding=_utf8(body)))
    except etree.ParserError:  # an empty page
        return ()
    own = next((tag.get("href", "") for tag in tree.iter("base")), "")
    hrefs = (anchor.get("href", "").strip() for anchor in tree.iter("a"))
    return _absolute((href for href in hrefs if href), *_absolute((own,), base) or (base,))


def _utf8(body: bytes) -> str | None:
    """UTF-8 where the bytes are; None leaves the encoding to what the page says of itself."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _sitemap(body: bytes, base: str) -> Links:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(_unpacked(body), parser) if body.strip() else None
    if root is None:
        return Links(())
    pages = (loc for loc, _ in _located(root, "url"))
    children = (
        Child(urljoin(base, loc), _moment(element.findtext("{*}lastmod")))
        for loc, element in _located(root, "sitemap")
    )
    return Links(_absolute(pages, base), tuple(children))


def _located(root: etree._Element, name: str) -> Iterator[tuple[str, etree._Element]]:
    for element in root.iter(f"{{*}}{name}"):
        if loc := (element.findtext("{*}loc") or "").strip():
            yield loc, element


def _unpacked(body: bytes) -> bytes:
    """At most MOST_BYTES of a packed sitemap: the rest of a bomb is never made."""
    if not body.startswith(GZIP):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MOST_BYTES)
    except zlib.error:
        return b""


def _moment(text: str | None) -> datetime | None:
    """A W3C date or time; one without zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _absolute(links: Iterable[str], base: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for link in links:
        try:
            found[urljoin(base, link)] = None
        except ValueError:  # "http://[broken"
            continue
    return tuple(found)
