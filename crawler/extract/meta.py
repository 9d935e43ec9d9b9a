"""A parsed page in, what it says of itself out: meta tags and JSON-LD, cleaned of escapes."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.letters import nfc

LARGEST_LD = 262_144  # characters of one JSON-LD script; 10 MB of it cost a parser 1 GB
ARTICLE_TYPES = frozenset(
    ("AnalysisNewsArticle", "Article", "BackgroundNewsArticle", "BlogPosting", "LiveBlogPosting", "NewsArticle",
     "OpinionNewsArticle", "Report", "ReportageNewsArticle", "ReviewNewsArticle")
)  # fmt: skip
SITE_TYPES = frozenset(["WebSite", "CollectionPage", "ItemList", "SearchResultsPage"])
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "pubdate", "dc.date.issued")
OF_PAGE = "json-ld webpage"  # the origin of a date of a page that may be no article
_TITLES = ("og:title", "twitter:title", "headline", "title")
_LEADS = ("og:description", "twitter:description", "description")
_SECTIONS = ("article:section", "articlesection")
_TAGS = ("article:tag", "news_keywords", "keywords")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Meta:
    """Empty tuples and strings where the page says nothing."""

    titles: tuple[str, ...]  # best first; they may carry the site's name
    leads: tuple[str, ...]
    authors: tuple[str, ...]
    published: tuple[str, ...]  # raw dates, best first
    published_from: tuple[str, ...]  # where each of them stands: "meta pubdate", "json-ld datePublished"
    crumbs: tuple[str, ...]  # the trail from home to the page, home left out
    sections: tuple[str, ...]
    tags: tuple[str, ...]
    site: str
    url: str
    types: frozenset[str]  # the types of JSON-LD's things

    @property
    def is_article(self) -> bool:
        return not self.types.isdisjoint(ARTICLE_TYPES)

    @property
    def is_site(self) -> bool:
        return not self.is_article and not self.types.isdisjoint(SITE_TYPES)


def read_meta(tree: HtmlElement) -> Meta:
    metas = _metas(tree)
    things = tuple(_things(tree))
    articles = [thing for thing in things if _types(thing) & ARTICLE_TYPES]
    page_title = _clean(tree.findtext(".//title"))
    published = _published(metas, articles, [thing for thing in things if "WebPage" in _types(thing)])
    return Meta(
        titles=_some([*_values(articles, "headline"), *_tagged(metas, _TITLES), page_title]),
        leads=_some([*_tagged(metas, _LEADS), *_values(articles, "description")]),
        authors=_some(
            [*_names(articles, "author"), *_tagged(metas, ("author", "article:author", "dable:author"))]
        ),
        published=tuple(published),
        published_from=tuple(published.values()),
        crumbs=_some(_crumbs(things)),
        sections=_some([*_tagged(metas, _SECTIONS), *_values(articles, "articleSection")]),
        tags=_some(next((values for name in _TAGS if (values := metas.get(name))), [])),
        site=next(iter(_tagged(metas, ("og:site_name",))), ""),
        url=_url(tree, metas),
        types=frozenset().union(*map(_types, things)),
    )


def sources(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every text that the head tells and where it stands: ("meta og:title", …), ("json-ld headline", …)."""
    for name, values in _metas(tree).items():
        yield from ((f"meta {name}", value) for value in values)
    things = tuple(_things(tree))
    articles = [thing for thing in things if _types(thing) & ARTICLE_TYPES]
    for name in ("headline", "description", "articleSection", "datePublished"):
        yield from ((f"json-ld {name.lower()}", value) for value in _values(articles, name))
    yield from (("json-ld author", name) for name in _names(articles, "author"))
    yield from (("json-ld breadcrumb", name) for name in _crumbs(things))
    yield "title", _clean(tree.findtext(".//title"))


def is_address(url: str) -> bool:
    """Whether it is one to open: no `javascript:`, no path alone."""
    return url.lower().startswith(("http://", "https://"))


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """Contents of meta tags by name, property or itemprop, in lower case."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = _clean(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _published(
    metas: dict[str, list[str]], articles: list[dict[str, Json]], pages: list[dict[str, Json]]
) -> dict[str, str]:
    """Where each raw date stands, by date, best first."""
    told = [(raw, f"meta {name}") for name in _PUBLISHED for raw in metas.get(name, ())]
    told += [(raw, "json-ld datePublished") for raw in _values(articles, "datePublished") if raw]
    told += [(raw, OF_PAGE) for raw in _values(pages, "datePublished") if raw]
    found: dict[str, str] = {}
    for raw, origin in told:
        found.setdefault(raw, origin)
    return found


def _url(tree: HtmlElement, metas: dict[str, list[str]]) -> str:
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    told = (*(str(link.get("href") or "").strip() for link in links), *_tagged(metas, ("og:url",)))
    return next(filter(is_address, told), "")


def _things(tree: HtmlElement) -> Iterator[dict[str, Json]]:
    """Objects of JSON-LD, also inside lists and @graph; what is too large or broken is left out."""
    for script in tree.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").strip().lower() != "application/ld+json" or len(text) > LARGEST_LD:
            continue
        try:
            loaded: Json = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(loaded)


def _objects(loaded: Json) -> Iterator[dict[str, Json]]:
    for thing in loaded if isinstance(loaded, list) else [loaded]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _types(thing: dict[str, Json]) -> frozenset[str]:
    named = thing.get("@type")
    return frozenset(one for one in (named if isinstance(named, list) else [named]) if isinstance(one, str))


def _values(things: list[dict[str, Json]], name: str) -> list[str]:
    values = [thing.get(name) for thing in things]
    flat = [part for value in values for part in (value if isinstance(value, list) else [value])]
    return [_clean(value) for value in flat if isinstance(value, str)]


def _names(things: list[dict[str, Json]], role: str) -> list[str]:
    """Names of the persons in that role; an organisation is no author."""
    found: list[str] = []
    for thing in things:
        people = thing.get(role)
        for person in people if isinstance(people, list) else [people]:
            if isinstance(person, str):
                found.append(_clean(person))
            elif isinstance(person, dict) and "Organization" not in _types(person):
                found.extend(_values([person], "name"))
    return found


def _crumbs(things: tuple[dict[str, Json], ...]) -> list[str]:
    """Names of the breadcrumb trail, home left out, outermost first."""
    for thing in things:
        items = thing.get("itemListElement")
        if "BreadcrumbList" not in _types(thing) or not isinstance(items, list):
            continue
        flat = [step for item in items for step in (item if isinstance(item, list) else [item])]
        names = [_crumb(step) for step in flat if isinstance(step, dict)]
        return [name for name in names if name and name.casefold() not in HOME]
    return []


def _crumb(step: dict[str, Json]) -> str:
    item = step.get("item")
    name = step.get("name") or (item.get("name") if isinstance(item, dict) else None)
    return _clean(name) if isinstance(name, str) else ""


def _tagged(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _clean(text: str | None) -> str:
    """Without escapes (twice: several systems escape what is escaped), spaces made single."""
    return nfc(" ".join(html.unescape(html.unescape(text or "")).split()))


def _some(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


HOME = frozenset({"trang chủ", "home", "tin tức", "trang nhất"})
