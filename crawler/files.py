"""A file or a folder in, its pages and ready articles out, or what could not be read and why."""

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedIOBase
from pathlib import Path

from crawler.article import READY_ARTICLE, FetchedPage, Rejected
from crawler.extract.decode import MAX_BYTES
from crawler.extract.ready import read_fields, text_field
from crawler.urls import canonical_url

SOURCE = "files"  # the source's id of what was not crawled
SKIP_BYTES = 64 * 1024 * 1024  # of one line that is passed over; a file with a longer one is given up
TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".jsonl": READY_ARTICLE}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a line of one, that gave nothing.  `reason` is a slug; `detail` names the thing and the mend."""

    name: str
    reason: str
    detail: str


def read(path: Path) -> Iterator[FetchedPage | Unreadable]:
    """What `path` holds, one after the other; folders in the order of names, hidden files left out.

    A file that can't be read is one `Unreadable`, and the rest goes on.  Nothing is held but the page at hand.
    """
    if not path.is_dir():
        yield from _read_file(path)
        return
    failed: list[OSError] = []
    for folder, names, files in os.walk(path, onerror=failed.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield from _read_file(Path(folder) / name)
    yield from (_refused(str(error.filename), error) for error in failed)


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


def _read_file(path: Path) -> Iterator[FetchedPage | Unreadable]:
    name = path.name.lower()
    suffix = Path(name.removesuffix(".gz")).suffix
    try:
        if not path.exists():
            yield Unreadable(str(path), "not-found", f"{path}: there is no such file or folder")
        elif suffix not in TYPES or not path.is_file():
            known = ", ".join(TYPES)
            yield Unreadable(
                str(path), "unsupported-type", f"{path}: can't be read; give one of {known}, also as .gz"
            )
        else:
            with gzip.open(path) if name.endswith(".gz") else path.open("rb") as file:
                yield from (_lines if suffix == ".jsonl" else _whole)(file, path, TYPES[suffix])
    except (OSError, EOFError, zlib.error) as error:
        yield _refused(str(path), error)


def _whole(file: BufferedIOBase, path: Path, media_type: str) -> Iterator[FetchedPage | Unreadable]:
    body = file.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        yield _too_large(str(path))
        return
    yield _page(body, name=str(path.absolute()), media_type=media_type)


def _lines(file: BufferedIOBase, path: Path, media_type: str) -> Iterator[FetchedPage | Unreadable]:
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            yield _too_large(f"{path}:{number}")
            if not _pass_over(file, line):
                return
        elif line.strip():
            yield _page(line, name=f"{path.name}:{number}", media_type=media_type)


def _pass_over(file: BufferedIOBase, line: bytes) -> bool:
    """Read on to the line's end; False when there is no end in sight."""
    passed = 0
    while line and not line.endswith(b"\n"):
        passed += len(line)
        if passed > SKIP_BYTES:
            return False
        line = file.readline(MAX_BYTES)
    return True


def _page(body: bytes, *, name: str, media_type: str) -> FetchedPage:
    return FetchedPage(None, SOURCE, media_type, body, datetime.now(UTC), name=name)


def _too_large(name: str) -> Unreadable:
    return Unreadable(name, "too-large", f"{name}: holds more than {MAX_BYTES // 1024 // 1024} MiB; divide it")


def _refused(name: str, error: Exception) -> Unreadable:
    if isinstance(error, PermissionError):
        return Unreadable(name, "no-permission", f"{name}: may not be read; grant the right to read it")
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return Unreadable(name, "bad-gzip", f"{name}: is damaged or no gzip file; make it again")
    return Unreadable(name, "unreadable", f"{name}: {getattr(error, 'strerror', None) or error}")
