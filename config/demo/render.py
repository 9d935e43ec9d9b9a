"""An article, a list or a notice in, HTML, XML and text in the sample site's dress out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from functools import cache
from unicodedata import normalize

from jinja2 import Environment, PackageLoader, StrictUndefined

from config.demo.article import Link, SiteArticle, load_articles

NAME = "Nhịp Cầu"
SECTIONS = {"doi-ngoai": "Đối ngoại nhân dân", "chinh-tri": "Chính trị", "van-ban": "Văn bản"}
# Real sites print the day of the visit above the article's own date.  Here the day is fixed, after every
# article, so that no page changes between two visits.
TODAY = date(2026, 2, 28)
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its own matter."""

    articles: tuple[SiteArticle, ...]  # newest first
    name: str = NAME
    description: str = "Tin tức, hội nghị và văn bản về đối ngoại nhân dân"
    today: date = TODAY

    @property
    def sections(self) -> Mapping[str, str]:
        return SECTIONS

    @property
    def most_read(self) -> tuple[SiteArticle, ...]:
        return tuple(article for article in self.articles if "listing" in article.found_in)[:5]


@cache
def frame() -> Frame:
    return Frame(load_articles())


def article_html(article: SiteArticle, *, base_url: str) -> str:
    """The article's page, in its own Unicode form.  `base_url` has no slash at its end."""
    others = (other for other in frame().articles if other.section == article.section and other != article)
    html = _render(
        "article.html",
        base_url,
        path=article.path,
        title=article.title,
        description=article.lead,
        article=article,
        known={other.id: other for other in frame().articles},
        same_section=tuple(others)[:4],
        structured=_structured(article, base_url),
    )
    return normalize(article.form, html)


def listing_html(
    teasers: Sequence[SiteArticle | Link], *, base_url: str, title: str, addresses: Sequence[str], path: str
) -> str:
    """A list of articles; `addresses` are those of all pages of the list, `path` the one of this page."""
    return _render(
        "listing.html",
        base_url,
        path=path,
        title=title,
        description=frame().description,
        teasers=teasers,
        addresses=addresses,
    )


def notice_html(title: str, text: str, *, base_url: str, path: str) -> str:
    return _render("notice.html", base_url, path=path, title=title, description=text)


def render_file(template: str, *, base_url: str, articles: Sequence[SiteArticle] = ()) -> str:
    """A page without the site's frame: feed, sitemap, robots.txt, style sheet, picture."""
    return _render(template, base_url, articles=articles)


def _structured(article: SiteArticle, base_url: str) -> dict[str, object]:
    """JSON-LD, as search engines read it."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": base_url + article.path},
        "headline": article.title,
        "description": article.lead,
        "datePublished": article.published.isoformat(),
        "image": base_url + "/anh/nhip-cau.svg",
        "author": {"@type": "Person", "name": article.author or NAME},
        "publisher": {"@type": "Organization", "name": NAME},
    }


def _render(template: str, base_url: str, **values: object) -> str:
    return _templates().get_template(template).render(frame=frame(), base_url=base_url, **values)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("config.demo"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters |= {"day": _day, "minute": _minute, "rfc822": format_datetime}
    return environment


def _day(moment: date) -> str:
    return f"{WEEKDAYS[moment.weekday()]}, {moment:%d/%m/%Y}"


def _minute(moment: datetime) -> str:
    local = moment.astimezone(timezone(timedelta(hours=7)))
    return f"{_day(local)}, {local:%H:%M} (GMT+7)"
