"""One file of corrections as it is written, checked; a `Correction` out."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from crawler.corrections.layout import Correction, Layout
from crawler.corrections.selector import to_selector

DEFAULT_NAME = "all"


def _checked(written: str) -> str:
    to_selector(written)
    return written


Written = Annotated[str, AfterValidator(_checked)]
Host = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$|^localhost$", max_length=253)]


class LayoutEntry(BaseModel):
    """How a site sets its pages at a time."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)] = DEFAULT_NAME
    since: date | None = None
    until: date | None = None
    when: Written | None = None
    title: Written | None = None
    lead: Written | None = None
    author: Written | None = None
    published: Written | None = None
    section: Written | None = None
    body: Written | None = None
    captions: Written | None = None
    drop: list[Written] = []
    tables: bool = False

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since ({self.since}) is after until ({self.until}); exchange them")
        if self.tables and not self.body:
            raise ValueError("tables says that tables in the body are text, but body does not say where it is")
        if not self.drop and not any(getattr(self, name) for name in _WHAT):
            raise ValueError(f"corrects nothing; add one of {', '.join((*_WHAT, 'drop'))}")
        return self

    def to_layout(self) -> Layout:
        found = {name: getattr(self, name) for name in ("when", *_WHAT)}
        selectors = {name: to_selector(written) if written else None for name, written in found.items()}
        drop = tuple(map(to_selector, self.drop))
        return Layout(self.name, self.since, self.until, **selectors, drop=drop, tables=self.tables)


class CorrectionEntry(BaseModel):
    """Everything that a file of corrections can say.  Its name is the id of the source."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    layouts: Annotated[list[LayoutEntry], Field(min_length=1)]
    hosts: list[Host] = []
    unverified: list[str] = []

    @model_validator(mode="after")
    def _names_once(self) -> Self:
        names = [one.name for one in self.layouts]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f"two layouts have the name {twice}; give one of them another")
        return self

    def to_correction(self, id_: str, *, hosts: tuple[str, ...] = ()) -> Correction:
        """`hosts` are taken where the file names none."""
        layouts = tuple(one.to_layout() for one in self.layouts)
        return Correction(id_, layouts, tuple(self.hosts) or hosts, tuple(self.unverified))


_WHAT = ("title", "lead", "author", "published", "section", "body", "captions")
