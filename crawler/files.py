"""A file or a folder in, its pages and ready articles out, or what could not be read and why."""

import hashlib
import os
from pathlib import Path

from crawler.article import READY_ARTICLE, FetchedPage, Rejected
from crawler.aside import Aside
from crawler.contents import SOURCE, read_file
from crawler.extract.ready import read_fields, text_field
from crawler.unreadable import Found, Place, Unreadable, refused
from crawler.urls import canonical_url

__all__ = ["SOURCE", "Unreadable", "identity", "read"]


def read(path: Path) -> Found:
    """What `path` holds, one after the other; folders in the order of names.

    Left out are hidden files and the parts of saved pages.  A file, or a member of an archive, that can't be read
    is one `Unreadable`, and the rest goes on.  Nothing is held but the page at hand.
    """
    if not path.is_dir():
        yield from _read(path)
        return
    failed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=failed.append):
        aside = Aside(files)
        folders[:] = sorted(name for name in folders if name not in aside)
        for name in sorted(files):
            if name not in aside:
                yield from _read(Path(folder) / name)
    yield from (refused(Place(Path(error.filename)), error) for error in failed)


def identity(page: FetchedPage) -> str:
    """What makes a page the same page when it comes again.

    Of a ready article its source and id, else its URL, else its text; of another page its URL, else its file.
    """
    if page.media_type != READY_ARTICLE:
        return _canonical(page.url) if page.url else f"file:{page.name}"
    try:
        fields = read_fields(page.body)
    except Rejected:
        return f"line:{hashlib.sha256(page.body).hexdigest()}"
    if own := text_field(fields, "id"):
        return f"ready:{text_field(fields, 'source') or ''}:{own}"
    if url := text_field(fields, "url") or text_field(fields, "nguon_url"):
        return _canonical(url)
    text = text_field(fields, "text") or text_field(fields, "full_text") or ""
    return f"text:{hashlib.sha256(text.encode()).hexdigest()}"


def _canonical(url: str) -> str:
    try:
        return canonical_url(url)
    except ValueError:
        return url


def _read(path: Path) -> Found:
    place = Place(path)
    if not path.exists():
        yield Unreadable(str(place), "not-found", f"{place}: there is no such file or folder")
    elif not path.is_file():
        yield Unreadable(str(place), "unsupported-type", f"{place}: is no file; give files or folders of them")
    else:
        yield from read_file(place)
