"""One source file as it is written, checked; a `Source` out."""

import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from crawler.guard import refusal
from crawler.source import Listing, Source
from crawler.urls import canonical_url

PAGE = "{page}"
POLITE_S = 1.0  # a public site is not asked more often than this


def _address(text: str) -> str:
    try:
        canonical_url(text)
    except ValueError as error:
        raise ValueError(f"{error}; write it in full, as https://example.vn/") from error
    return text


def _compiles(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}; mend it, and quote it with ' in YAML") from error
    return text


def _spelled_out(value: Any) -> Any:
    """A listing of one page may be written as its address alone."""
    return {"url": value} if isinstance(value, str) else value


Address = Annotated[str, AfterValidator(_address)]


class ListingEntry(BaseModel):
    """A page that lists articles, and how to turn its pages."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    url: Address
    next_page: Address | None = None
    pages: int = Field(default=1, ge=1, le=100)

    @model_validator(mode="after")
    def _turns(self) -> Self:
        if self.next_page is not None and PAGE not in self.next_page:
            raise ValueError(f"next_page holds no {PAGE}; put it where the number of the page stands")
        if self.pages > 1 and self.next_page is None:
            raise ValueError("pages is more than 1, but next_page does not say where they are; add it")
        return self


class Entry(BaseModel):
    """Everything that a source file can say."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
    name: Annotated[str, Field(min_length=1)]
    home: Address
    article: Annotated[str, AfterValidator(_compiles)]
    feeds: list[Address] = []
    sitemaps: list[Address] = []
    listings: list[Annotated[ListingEntry, BeforeValidator(_spelled_out)]] = []
    delay_s: Annotated[float, Field(ge=0, le=60)] = 2.0
    articles_per_day: Annotated[int, Field(ge=0)] = 0
    recheck_days: Annotated[int, Field(ge=0, le=365)] = 3
    max_pages: Annotated[int, Field(ge=1)] = 2_000
    allow_private: bool = False
    verify_tls: bool = True
    place: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)] | None = None
    paused: bool = False
    unverified: list[str] = []

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        lists = self._lists()
        if not lists:
            raise ValueError("there is nowhere to begin; add feeds, sitemaps or listings")
        if taken := [url for url in lists if re.search(self.article, url)]:
            raise ValueError(f"article also matches the list {taken[0]}; narrow it to articles")
        if self.allow_private:
            return self
        if self.delay_s < POLITE_S:
            raise ValueError(f"delay_s is {self.delay_s}; a public site needs {POLITE_S} or more")
        if private := [url for url in (self.home, *lists) if refusal(url) == "private-address"]:
            raise ValueError(f"{private[0]} is a private address; say allow_private: true if you mean it")
        return self

    def _lists(self) -> list[str]:
        return [*self.feeds, *self.sitemaps, *(listing.url for listing in self.listings)]

    def to_source(self) -> Source:
        listings = tuple(Listing(one.url, one.next_page, one.pages) for one in self.listings)
        plain = self.model_dump(exclude={"article", "feeds", "sitemaps", "listings", "unverified"})
        return Source(
            **plain,
            article=re.compile(self.article),
            feeds=tuple(self.feeds),
            sitemaps=tuple(self.sitemaps),
            listings=listings,
            unverified=tuple(self.unverified),
        )
