"""The sample site's base URL in, every address of the site with what is answered there out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from config.demo.article import Link, SiteArticle, Way, load_links
from config.demo.render import (
    NAME,
    SECTIONS,
    article_html,
    frame,
    listing_html,
    notice_html,
    render_file,
)

PER_PAGE = 5  # makes three pages of the largest section
ON_HOME = 10
IN_OVERVIEW = 8
IN_FEED = 10
# Shown by `tracuu demo` when the site has been read: a phrase without accents, a document, a person.
SEARCHES = ('"doi ngoai nhan dan"', "12-CT/TW", 'hội nghị tổng kết person:"Đinh Trọng Khải"')
EVENT = "tổng kết công tác đối ngoại nhân dân năm 2025"
PERSON = "Ngô Thị Mai Khuê"


@dataclass(frozen=True, slots=True)
class Page:
    """One answer.  `media_type` is without parameters; texts are UTF-8."""

    status: int
    media_type: str
    body: bytes
    etag: str | None = None  # with its quotation marks
    last_modified: datetime | None = None
    location: str | None = None  # where a moved page is now


def pages(base_url: str) -> Mapping[str, Page]:
    """Path to page: the same bytes and tags every time.  `base_url` has no slash at its end."""
    return {
        **{article.path: _article(article, base_url) for article in frame().articles},
        **dict(_lists(base_url)),
        **{link.path: _link(link, base_url) for link in load_links()},
        **dict(_files(base_url)),
    }


def not_found(path: str, base_url: str) -> Page:
    text = f"Địa chỉ {path} không có trên {NAME}."
    return _page(notice_html("Không tìm thấy trang", text, base_url=base_url, path=path), status=404)


def _article(article: SiteArticle, base_url: str) -> Page:
    return _page(article_html(article, base_url=base_url), changed=article.published)


def _lists(base_url: str) -> Iterator[tuple[str, Page]]:
    """The home page and the pages of each section."""
    everything = _teasers(*SECTIONS)[:ON_HOME]
    yield "/", _listing(everything, base_url, title=NAME, path="/")
    for section, name in SECTIONS.items():
        teasers = _teasers(section)
        parts = [teasers[start : start + PER_PAGE] for start in range(0, len(teasers), PER_PAGE)]
        addresses = [f"/{section}/" if not n else f"/{section}/trang-{n + 1}/" for n in range(len(parts))]
        for path, part in zip(addresses, parts, strict=True):
            yield path, _listing(part, base_url, title=name, path=path, addresses=addresses)


def _link(link: Link, base_url: str) -> Page:
    def notice(title: str, text: str) -> str:
        return notice_html(title, text, base_url=base_url, path=link.path)

    match link.kind:
        case "moved":
            target = next(article.path for article in frame().articles if article.id == link.to)
            return _page(notice("Bài đã chuyển", link.title), status=301, location=base_url + target)
        case "gone":
            return _page(notice("Bài đã gỡ", "Bài này không còn trên trang."), status=410)
        case "overview":
            return _listing(_found_in("listing")[:IN_OVERVIEW], base_url, title=link.title, path=link.path)
        case "private":
            return _page(notice(link.title, link.lead), changed=link.published)


def _files(base_url: str) -> Iterator[tuple[str, Page]]:
    newest = frame().articles[0].published

    def file(template: str, media_type: str, articles: Sequence[SiteArticle] = ()) -> Page:
        text = render_file(template, base_url=base_url, articles=articles)
        return _page(text, media_type=media_type, changed=newest)

    yield "/rss.xml", file("rss.xml", "application/rss+xml", _found_in("feed")[:IN_FEED])
    yield "/sitemap.xml", file("sitemap.xml", "application/xml", _found_in("sitemap"))
    yield "/robots.txt", file("robots.txt", "text/plain")
    yield "/giao-dien.css", file("giao-dien.css", "text/css")
    yield "/anh/nhip-cau.svg", file("nhip-cau.svg", "image/svg+xml")


def _found_in(way: Way) -> tuple[SiteArticle, ...]:
    return tuple(article for article in frame().articles if way in article.found_in)


def _teasers(*sections: str) -> list[SiteArticle | Link]:
    """What the lists of these sections show, newest first."""
    listed: tuple[SiteArticle | Link, ...] = (*_found_in("listing"), *load_links())
    chosen = (teaser for teaser in listed if teaser.section in sections)
    return sorted(chosen, key=lambda teaser: teaser.published, reverse=True)


def _listing(
    teasers: Sequence[SiteArticle | Link],
    base_url: str,
    *,
    title: str,
    path: str,
    addresses: Sequence[str] = (),
) -> Page:
    html = listing_html(teasers, base_url=base_url, title=title, addresses=addresses, path=path)
    return _page(html, changed=teasers[0].published)


def _page(
    text: str,
    *,
    media_type: str = "text/html",
    status: int = 200,
    changed: datetime | None = None,
    location: str | None = None,
) -> Page:
    body = text.encode()
    etag = f'"{sha256(body).hexdigest()[:16]}"' if status == 200 else None
    return Page(status, media_type, body, etag=etag, last_modified=changed, location=location)
