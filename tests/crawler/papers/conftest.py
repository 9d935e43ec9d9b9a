"""Document files of our own making, and how to have them read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pypdfium2 as pdfium
import pytest

from crawler.article import Article, FetchedPage
from crawler.extract.page import extract
from crawler.media import media_type

NOW = datetime(2026, 11, 28, tzinfo=UTC)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIZE, LEADING, WIDTH = 10, 14, 5  # points: of letters, from line to line, of every letter

Placed = tuple[float, float, str]  # from the left, from the bottom, what stands there


class Pdf:
    """Writes PDF files by hand, in a font in which every letter has the same width."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: bytes) -> int:
        self.objects.append(body)
        return len(self.objects)

    def stream(self, body: bytes, head: bytes = b"") -> int:
        return self.add(b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(body), body))

    def file(self, root: int, trailer: bytes = b"") -> bytes:
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for number, body in enumerate(self.objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer<</Size %d/Root %d 0 R%s>>\n" % (len(places) + 1, root, trailer)
        return bytes(out + b"startxref\n%d\n%%%%EOF" % start)


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """A PDF file of `pages`, each the texts that stand on it and where; its `title` is among its properties."""

    def pdf(pages: Sequence[Sequence[Placed]], *, title: str = "", turned: int = 0) -> bytes:
        made = Pdf()
        codes = _codes(text for page in pages for _, _, text in page)
        font = _font(made, codes)
        info = made.add(b"<</Title<%s>>>" % (b"\xfe\xff" + title.encode("utf-16-be")).hex().encode())
        shown = [made.stream(b"".join(_show(one, codes, turned=turned) for one in page)) for page in pages]
        look = b"<</Font<</F %d 0 R>>>>/Rotate %d" % (font, turned)
        return _paged(made, shown, look, b"/Info %d 0 R" % info)

    return pdf


@pytest.fixture
def lines() -> Callable[..., list[Placed]]:
    """Texts one under the other."""

    def lines(*texts: str, top: float = 780, left: float = 70) -> list[Placed]:
        return [(left, top - LEADING * at, text) for at, text in enumerate(texts)]

    return lines


@pytest.fixture
def by_hand() -> Pdf:
    """A PDF file to be written object by object."""
    return Pdf()


def _codes(texts: object) -> dict[str, int]:
    letters = sorted({letter for text in texts for letter in text})  # type: ignore[attr-defined]  # texts are strings
    return {letter: code for code, letter in enumerate(letters, start=33)}


def _font(made: Pdf, codes: dict[str, int]) -> int:
    pairs = b"".join(
        b"<%02x><%s>\n" % (code, letter.encode("utf-16-be").hex().encode()) for letter, code in codes.items()
    )
    cmap = (
        b"/CIDInit/ProcSet findresource begin begincmap/CMapName/X def/CMapType 2 def\n"
        b"1 begincodespacerange<00><ff>endcodespacerange\n"
        b"%d beginbfchar\n%sendbfchar\nendcmap end" % (len(codes), pairs)
    )
    unicode = made.stream(cmap)
    widths = b" ".join([b"%d" % (WIDTH * 1000 // SIZE)] * 223)
    return made.add(
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 33/LastChar 255/Widths[%s]/ToUnicode %d 0 R>>"
        % (widths, unicode)
    )


def _show(one: Placed, codes: dict[str, int], *, turned: int) -> bytes:
    left, base, text = one
    place = b"0 1 -1 0 %f %f" % (595 - base, left) if turned == 90 else b"1 0 0 1 %f %f" % (left, base)
    return b"BT /F %d Tf %s Tm <%s> Tj ET\n" % (
        SIZE,
        place,
        bytes(codes[letter] for letter in text).hex().encode(),
    )


@pytest.fixture
def packed() -> Callable[..., bytes]:
    """A zip file of parts."""

    def packed(parts: dict[str, str | bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return out.getvalue()

    return packed


@pytest.fixture
def docx(packed: Callable[..., bytes]) -> Callable[..., bytes]:
    """A Word file whose body is `body`, in the language of Word; other parts by name, without their namespace."""

    def docx(body: str, **others: str) -> bytes:
        parts = {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>',
        }
        parts |= {
            f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{part}</w:{name}>' for name, part in others.items()
        }
        return packed(parts)

    return docx


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.fixture
def p() -> Callable[..., str]:
    """A paragraph of a Word file; `look` are its properties."""

    def p(text: str, look: str = "") -> str:
        return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    return p


@pytest.fixture
def table() -> Callable[..., str]:
    """A table of a Word file; cells are XML."""

    def table(*rows: Sequence[str]) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{_cells(row)}</w:tr>' for row in rows)}</w:tbl>"

    return table


def _cells(row: Sequence[str]) -> str:
    return "".join(f"<w:tc>{cell}</w:tc>" for cell in row)


@pytest.fixture
def odt(packed: Callable[..., bytes]) -> Callable[..., bytes]:
    """An OpenDocument text whose body is `body`."""

    def odt(body: str, **others: str) -> bytes:
        names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for name, long in ODF)
        content = (
            f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        )
        return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **others})

    return odt


ODF = (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))


@pytest.fixture
def png() -> Callable[[Sequence[bytes]], bytes]:
    """A grey picture of rows of bytes."""
    return _png


def _png(rows: Sequence[bytes]) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture
def read() -> Callable[..., Article]:
    """The article of a file's bytes, its type told by them or by its name."""

    def read(body: bytes, name: str = "") -> Article:
        (article,) = extract(FetchedPage(None, "files", media_type(body, name=name), body, NOW, name=name))
        return article

    return read


@pytest.fixture
def picture() -> list[bytes]:
    """The picture of a page with two lines, row by row, drawn in a font that needs no file of ours."""
    made = Pdf()
    shown = made.stream(b"BT /F 22 Tf 80 700 Td (%s) Tj 0 -40 Td (%s) Tj ET" % tuple(map(str.encode, DRAWN)))
    font = made.add(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    document = pdfium.PdfDocument(_paged(made, [shown], b"<</Font<</F %d 0 R>>>>" % font))
    bitmap = document[0].render(scale=200 / 72, grayscale=True)
    pixels, stride, width = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    bitmap.close()
    document.close()
    return [pixels[at : at + width] for at in range(0, len(pixels), stride)]


DRAWN = ("Thong bao cua Uy ban nhan dan", "Hop ban viec lang vao ngay 12")


@pytest.fixture
def scanned(picture: list[bytes]) -> bytes:
    """A PDF file of two pages that are that picture."""
    made = Pdf()
    image = made.stream(
        zlib.compress(b"".join(picture)),
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode" % (len(picture[0]), len(picture)),
    )
    shown = made.stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return _paged(made, [shown, shown], b"<</XObject<</I %d 0 R>>>>" % image)


def _paged(made: Pdf, contents: Sequence[int], resources: bytes, trailer: bytes = b"") -> bytes:
    """The file whose pages show `contents`."""
    tree = len(made.objects) + len(contents) + 1
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources%s>>"
    kids = [made.add(page % (tree, one, resources)) for one in contents]
    made.add(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    return made.file(made.add(b"<</Type/Catalog/Pages %d 0 R>>" % tree), trailer)
