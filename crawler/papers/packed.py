"""A packed office file in, its XML parts out: bounded in size, none unpacked to disk, nothing outside it read."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from crawler.article import Rejected

PART_BYTES = 48 * 1024 * 1024  # of one part; the text of a code of 1,700 pages has 20 MB
RATIO = 200  # to one, as which a part of more than FREE_BYTES may be packed; text is packed 10 to 40 to one
FREE_BYTES = 4 * 1024 * 1024
MOST_PARTS = 20_000
DIGITS = 9  # of a number that is looked at; more are too many for any use


@dataclass(frozen=True, slots=True)
class Packed:
    """Parts are asked for by the names that the format gives them; whatever else a file holds is left alone."""

    archive: zipfile.ZipFile

    def read(self, name: str) -> etree._Element | None:
        """The root of the part; None where there is none.

        Raises Rejected: "zip-bomb", "too-large", "encrypted" or "damaged".
        """
        try:
            part = self.archive.getinfo(name)
        except KeyError:
            return None
        if part.flag_bits & 1:
            raise Rejected("encrypted")
        if part.file_size > FREE_BYTES and part.file_size > RATIO * max(1, part.compress_size):
            raise Rejected("zip-bomb", (f"{name}: {part.compress_size} bytes unpack to {part.file_size}",))
        return _parse(self._unpack(part), name)

    def _unpack(self, part: zipfile.ZipInfo) -> bytes:
        """At most PART_BYTES, whatever size the file claims for it."""
        try:
            with self.archive.open(part) as stream:
                body = stream.read(PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise Rejected("damaged", (str(error)[:200],)) from error
        if len(body) > PART_BYTES:
            raise Rejected("too-large", (f"{part.filename}: holds more than {PART_BYTES // 1024 // 1024} MiB",))
        return body


def unpack(body: bytes) -> Packed:
    """Raises Rejected("damaged")."""
    try:
        archive = zipfile.ZipFile(BytesIO(body))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Rejected("damaged", (str(error)[:200],)) from error
    if len(archive.infolist()) > MOST_PARTS:
        raise Rejected("damaged", (f"{len(archive.infolist())} parts",))
    return Packed(archive)


def whole(written: str | None, *, otherwise: int, most: int) -> int:
    """The number that an attribute tells, `most` at the most; `otherwise` where it tells none."""
    if written is None or not written.isdecimal():
        return otherwise
    return most if len(written) > DIGITS else min(int(written), most)


def _parse(body: bytes, name: str) -> etree._Element:
    """Entities are not resolved, so that none is read from outside or blown up from within."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise Rejected("damaged", (f"{name}: {error}"[:200],)) from error
