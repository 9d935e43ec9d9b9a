"""A file or a folder of saved pages in, the pages out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from crawler.article import FetchedPage
from crawler.files import Unreadable, read
from crawler.unreadable import Place


def first_page(path: Path, *, url: str | None) -> FetchedPage:
    """The first page that can be read in a file, as if it had come from `url`.  Raises ValueError."""
    problem = ""
    for page in read(path):
        if isinstance(page, FetchedPage):
            return page if url is None else replace(page, url=url)
        problem = problem or page.detail
    raise ValueError(problem or "holds nothing")


def every_page(path: Path) -> Iterator[tuple[str, FetchedPage | Unreadable]]:
    """What a file, a folder or an archive holds, with its name: of a file that is one page, as it was given."""
    whole = Place(path).full
    nothing = True
    for found in read(path):
        nothing = False
        yield str(path) if found.name == whole else found.name, found
    if nothing:
        yield str(path), Unreadable(str(path), "empty", f"{path}: holds nothing that could be read")
