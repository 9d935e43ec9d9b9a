"""YAML in, the sample site's articles and the other addresses it links to out."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import AwareDatetime, ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

STRICT = ConfigDict(extra="forbid")  # a misspelt key is an error

Section = Literal["doi-ngoai", "chinh-tri", "van-ban"]
Way = Literal["feed", "sitemap", "listing"]
EVERYWHERE: tuple[Way, ...] = ("feed", "sitemap", "listing")


@dataclass(frozen=True, slots=True, config=STRICT)
class Heading:
    heading: str


@dataclass(frozen=True, slots=True, config=STRICT)
class Figure:
    figure: str  # the caption
    photo: str  # who took it


@dataclass(frozen=True, slots=True, config=STRICT)
class Related:
    related: int  # id of the article that is linked in the middle of the text


@dataclass(frozen=True, slots=True, config=STRICT)
class SiteArticle:
    """One article as its editors have it.  `found_in` says by which ways a crawler can come upon it."""

    id: int
    slug: str
    section: Section
    published: AwareDatetime
    title: str
    lead: str
    body: tuple[str | Heading | Figure | Related, ...]
    author: str = ""
    tags: tuple[str, ...] = ()
    form: Literal["NFC", "NFD"] = "NFC"  # Unicode form in which its page is served
    found_in: tuple[Way, ...] = EVERYWHERE

    @property
    def path(self) -> str:
        return f"/{self.section}/{self.slug}-{self.id}.html"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(block for block in self.body if isinstance(block, str))


@dataclass(frozen=True, slots=True, config=STRICT)
class Copy:
    """The article `copy_of` printed a second time, word for word, at another address and time."""

    id: int
    slug: str
    section: Section
    published: AwareDatetime
    copy_of: int

    def of(self, article: SiteArticle) -> SiteArticle:
        return replace(article, id=self.id, slug=self.slug, section=self.section, published=self.published)


@dataclass(frozen=True, slots=True, config=STRICT)
class Link:
    """An address in a section's list that leads to no article, or to one that has moved (`to`)."""

    kind: Literal["moved", "gone", "overview", "private"]
    section: Section
    path: str
    published: AwareDatetime
    title: str
    lead: str
    to: int | None = None  # id of the article


def load_articles() -> tuple[SiteArticle, ...]:
    """Every article of the site, newest first."""
    records = tuple(_records())
    originals = {record.id: record for record in records if isinstance(record, SiteArticle)}
    copies = (record.of(originals[record.copy_of]) for record in records if isinstance(record, Copy))
    return tuple(sorted((*originals.values(), *copies), key=lambda article: article.published, reverse=True))


def load_links() -> tuple[Link, ...]:
    text = (files("config.demo") / "links.yaml").read_text("utf-8")
    return TypeAdapter(tuple[Link, ...]).validate_python(yaml.safe_load(text))


def _records() -> Iterator[SiteArticle | Copy]:
    """What the files hold; a file's name is the slug, a hyphen and the id."""
    article, copy = TypeAdapter(SiteArticle), TypeAdapter(Copy)
    for file in (files("config.demo") / "texts").iterdir():
        slug, _, number = file.name.removesuffix(".yaml").rpartition("-")
        record = yaml.safe_load(file.read_text("utf-8")) | {"slug": slug, "id": number}
        yield (copy if "copy_of" in record else article).validate_python(record)
