"""A file in, the pages that it holds out, packed as it may be; or what could not be read and why."""

import gzip
import lzma
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path

from crawler import media
from crawler.archive import Member, read_tar, read_zip
from crawler.article import READY_ARTICLE, FetchedPage
from crawler.meter import Bomb, Meter, metered
from crawler.unreadable import FAULTS, Found, Place, Unreadable, refused, too_large

SOURCE = "files"  # the source's id of what was not crawled
SKIP_BYTES = 64 * 1024 * 1024  # of one line that is passed over; a file with a longer one is given up
_LATER = "office"  # what can be told when the whole is read
_PACKED = {media.GZIP, media.XZ}
_KNOWN = media.PAPERS | {media.HTML, media.XHTML, media.TEXT, media.MHTML}
_MENDS = {
    "application/vnd.rar": "unpack it, or pack it as .zip",
    "application/x-7z-compressed": "unpack it, or pack it as .zip",
    "application/x-bzip2": "unpack it, or pack it as .gz",
    "application/zstd": "unpack it, or pack it as .gz",
    "application/vnd.ms-excel": "save it as PDF",
    "application/vnd.ms-powerpoint": "save it as PDF",
    "image/gif": "save it as PNG",
}
_GIVE = (
    "give a page (.html, .mhtml, .txt), a document (.pdf, .docx, .odt, .doc, .rtf), "
    "a scan (.png, .jpg, .tif, .webp), ready articles (.jsonl), or these as .gz, .zip or .tar"
)


def read_file(place: Place) -> Found:
    """Pages of an ordinary file.  A fault of the file ends it, and is told of."""
    try:
        yield from _read_file(place, Meter(place.path.stat().st_size))
    except Bomb:
        yield _bomb(place)
    except FAULTS as error:
        yield refused(place, error)


def _read_file(place: Place, meter: Meter) -> Found:
    path = place.path
    with path.open("rb") as file:
        known = _known(file, path.name)
        if known == media.ZIP:
            yield from _members(read_zip(file, place, meter))
        elif known in _PACKED:
            yield from _read_packed(place, lambda: metered(_unpack(path, known), meter), meter)
        elif known == media.TAR:
            yield from _members(read_tar(lambda: path.open("rb"), place, meter))
        else:
            yield from _pages(file, place, path.name)


def _read_packed(place: Place, open_: Callable[[], BufferedReader], meter: Meter) -> Found:
    name = place.path.stem  # "a.html" of "a.html.gz"
    with open_() as stream:
        if _known(stream, name) not in media.ARCHIVES:
            yield from _pages(stream, place, name)
            return
        if _known(stream, name) != media.TAR:
            yield _nested(place)
            return
    yield from _members(read_tar(open_, place, meter))


def _members(members: Iterator[Member | Unreadable]) -> Found:
    """Pages of each member; a fault of one ends it, and the rest goes on."""
    for member in members:
        if isinstance(member, Unreadable):
            yield member
            continue
        try:
            yield from _read_member(member)
        except FAULTS as error:
            yield refused(member.place, error)


def _read_member(member: Member) -> Found:
    """Pages of a member, which may be packed by itself but hold no archive."""
    place, name = member.place, member.place.member
    known = _known(member.stream, name)
    if known not in _PACKED:
        yield from _pages(member.stream, place, name)
        return
    with metered(_unpack(member.stream, known), Meter(0)) as stream:
        try:
            yield from _pages(stream, place, name.rpartition(".")[0])
        except Bomb:
            yield _bomb(place)


def _pages(stream: BufferedReader, place: Place, name: str) -> Found:
    """Pages of a stream that is packed no further."""
    known = _known(stream, name)
    if known in media.ARCHIVES:
        yield _nested(place)
    elif known == READY_ARTICLE:
        yield from _lines(stream, place)
    elif known == _LATER:
        yield from _whole(stream, place, name, most=media.PAPER_BYTES)
    elif known not in _KNOWN:
        yield _unsupported(place, known)
    else:
        yield from _whole(stream, place, name, most=media.most_bytes(known))


def _whole(stream: BufferedReader, place: Place, name: str, *, most: int) -> Found:
    body = stream.read(most + 1)
    known = media.media_type(body, name=name)
    if len(body) > most:
        yield too_large(place, most)
    elif known not in _KNOWN:
        yield _unsupported(place, known)
    else:
        yield FetchedPage(None, SOURCE, known, body, datetime.now(UTC), name=place.full)


def _lines(stream: BufferedReader, place: Place) -> Found:
    number = 0
    while line := stream.readline(media.PAGE_BYTES + 1):
        number += 1
        if len(line) > media.PAGE_BYTES:
            yield too_large(f"{place}:{number}", media.PAGE_BYTES)
            if not _pass_over(stream, line):
                return
        elif line.strip():
            name = f"{place.short}:{number}"
            yield FetchedPage(None, SOURCE, READY_ARTICLE, line, datetime.now(UTC), name=name)


def _pass_over(stream: BufferedReader, line: bytes) -> bool:
    """Read on to the line's end; False when there is no end in sight."""
    passed = 0
    while line and not line.endswith(b"\n"):
        passed += len(line)
        if passed > SKIP_BYTES:
            return False
        line = stream.readline(media.PAGE_BYTES)
    return True


def _known(stream: BufferedReader, name: str) -> str:
    head = stream.peek(media.HEAD_BYTES)[: media.HEAD_BYTES]
    return _LATER if media.is_whole_needed(head) else media.media_type(head, name=name)


def _unpack(packed: Path | BufferedReader, known: str) -> gzip.GzipFile | lzma.LZMAFile:
    return gzip.open(packed) if known == media.GZIP else lzma.open(packed)


def _bomb(place: Place) -> Unreadable:
    return Unreadable(str(place), "bomb", f"{place}: unpacks to far more than its size; unpack it yourself")


def _nested(place: Place) -> Unreadable:
    return Unreadable(str(place), "nested-archive", f"{place}: is an archive inside another; unpack the outer one")


def _unsupported(place: Place, known: str) -> Unreadable:
    return Unreadable(str(place), "unsupported-type", f"{place}: can't be read; {_MENDS.get(known, _GIVE)}")
