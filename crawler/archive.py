"""An archive in, its members out one after the other as streams, or why one can't be read.

Nothing is written to disk, no header is trusted, and no more is held than the list of names.
"""

import io
import re
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import IO, BinaryIO, Self

from crawler.aside import Aside
from crawler.meter import Meter, metered
from crawler.unreadable import FAULTS, Place, Unreadable, readable, refused

NAMES_BYTES = 32 * 1024 * 1024  # of a zip file's list of members: some 300,000
LABEL_BYTES = 8 * 1024  # of a tar header that lengthens a name; paths have 4 KiB at most
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # of a zip member's flags: in one way or another
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack a block of any size at once
_LABELS = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE)
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\0-\x1f\x7f]")
_MENDS = {
    "unsafe-name": "has a name that leads out of the archive; pack it again under a plain name",
    "link": "is a link; pack the file itself",
    "device": "is no file; leave it out",
    "encrypted": "is encrypted; pack it again without a password",
    "unsupported-compression": "is packed in a rare way; pack it again as zip does by itself",
    "duplicate-member": "stands in the archive twice, and the first was read; name one of them otherwise",
}


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive, to be read before the next is asked for."""

    place: Place
    stream: io.BufferedReader


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an archive says of a member, and how it is opened."""

    name: str
    fault: str | None
    open: Callable[[], IO[bytes]]


def read_zip(file: BinaryIO, place: Place, meter: Meter) -> Iterator[Member | Unreadable]:
    """Members in the order of their names.  Raises what is in `FAULTS`, and Bomb."""
    with zipfile.ZipFile(_Careful(file)) as archive:
        infos = [(_zip_name(one), one) for one in archive.infolist() if not one.is_dir()]
        infos.sort(key=lambda pair: pair[0])
        entries = (_Entry(name, _zip_fault(info), partial(archive.open, info)) for name, info in infos)
        yield from _members(entries, place, meter, aside=Aside(name for name, _ in infos))


def read_tar(open_: Callable[[], BinaryIO], place: Place, meter: Meter) -> Iterator[Member | Unreadable]:
    """Members in their own order: a packed tar can only be read from front to end, here once more for the names.

    Raises what is in `FAULTS`, and Bomb.
    """
    with open_() as file:
        aside = Aside([_tar_name(info) for _, info in _each(file)])
    with open_() as file:
        entries = (
            _Entry(_tar_name(info), _tar_fault(info), partial(_held, archive, info))
            for archive, info in _each(file)
        )
        yield from _members(entries, place, meter, aside=aside)


def _members(
    entries: Iterable[_Entry], place: Place, meter: Meter, *, aside: Aside
) -> Iterator[Member | Unreadable]:
    seen: set[str] = set()
    for entry in entries:
        if entry.name in aside:
            continue
        inside = Place(place.path, entry.name)
        reason = _name_fault(entry.name) or entry.fault
        if reason is None and entry.name in seen:
            reason = "duplicate-member"
        if reason:
            yield Unreadable(str(inside), reason, f"{inside}: {_MENDS[reason]}")
            continue
        seen.add(entry.name)
        yield from _opened(entry, inside, meter)


def _opened(entry: _Entry, place: Place, meter: Meter) -> Iterator[Member | Unreadable]:
    try:
        stream = entry.open()
    except FAULTS as error:
        yield refused(place, error)
        return
    with stream:
        yield Member(place, metered(stream, meter))


def _name_fault(name: str) -> str | None:
    absolute = name.startswith("/") or _DRIVE.match(name)
    return "unsafe-name" if absolute or ".." in name.split("/") or _CONTROL.search(name) else None


def _zip_name(info: zipfile.ZipInfo) -> str:
    """With slashes, and read as UTF-8 where the packer used it without saying so."""
    name = info.filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _zip_fault(info: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "link"
    if kind not in {0, stat.S_IFREG}:
        return "device"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    return None if info.compress_type in _BOUNDED else "unsupported-compression"


def _tar_name(info: tarfile.TarInfo) -> str:
    return readable(info.name.removeprefix("./"))


def _tar_fault(info: tarfile.TarInfo) -> str | None:
    if info.issym() or info.islnk():
        return "link"
    return None if info.isreg() else "device"


def _held(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    held = archive.extractfile(info)
    assert held is not None, "asked for of ordinary files alone"
    return held


def _each(file: BinaryIO) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    with tarfile.open(fileobj=file, mode="r|", tarinfo=_Header) as archive:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # it keeps all of them, and is not typed for this
            if not info.isdir():
                yield archive, info


class _Header(tarfile.TarInfo):
    """A header no longer than a name needs: the standard library reads it at once, and by slow patterns."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        info = super().frombuf(buf, encoding, errors)
        if info.type in _LABELS and info.size > LABEL_BYTES:
            raise tarfile.ReadError(f"a header of {info.size} bytes")
        return info


class _Careful(io.BufferedIOBase):
    """A file that gives no more at once than a list of names may have, whatever length the list claims."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            return self._file.read(NAMES_BYTES)
        if size > NAMES_BYTES:
            raise zipfile.BadZipFile(f"a part of {size} bytes")
        return self._file.read(size)

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()
