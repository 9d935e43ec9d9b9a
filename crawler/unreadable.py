"""What can't be read in, its name with a reason and the mend out."""

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.article import FetchedPage

# What the standard library raises for files that are damaged or made to do harm.
FAULTS = (
    OSError, EOFError, ValueError, RuntimeError, struct.error, zlib.error, lzma.LZMAError, zipfile.BadZipFile,
    tarfile.TarError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a line or member of one, that gave nothing.

    `reason` is a slug; `detail` names the thing and the mend.
    """

    name: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is found: a file, or a member of the archive that the file is."""

    path: Path
    member: str = ""

    def __str__(self) -> str:
        """As it is said to a person."""
        return readable(str(self.path) + self._inside)

    @property
    def full(self) -> str:
        """The same wherever the command is given."""
        return readable(str(self.path.absolute()) + self._inside)

    @property
    def short(self) -> str:
        return readable(self.path.name + self._inside)

    @property
    def _inside(self) -> str:
        return f"!/{self.member}" if self.member else ""


Found = Iterator[FetchedPage | Unreadable]


def readable(name: str) -> str:
    """A file's name as text that can be kept: bytes that are no UTF-8 are written out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def too_large(name: object, most: int) -> Unreadable:
    return Unreadable(str(name), "too-large", f"{name}: holds more than {most // 1024 // 1024} MiB; divide it")


def refused(place: Place, error: Exception) -> Unreadable:
    reason, said = _reason(place, error)
    return Unreadable(str(place), reason, f"{place}: {said}")


def _reason(place: Place, error: Exception) -> tuple[str, str]:
    if isinstance(error, PermissionError):
        return "no-permission", "may not be read; grant the right to read it"
    if isinstance(error, gzip.BadGzipFile):
        return "bad-gzip", "is damaged or no gzip file; make it again"
    if isinstance(error, OSError) and error.strerror:
        return "unreadable", error.strerror
    if place.path.suffix.lower() == ".gz" and not place.member and not isinstance(error, tarfile.TarError):
        return "bad-gzip", "is damaged or no gzip file; make it again"
    return "damaged", f"is damaged ({error}); get it again"
