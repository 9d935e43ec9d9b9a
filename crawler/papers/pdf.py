"""A PDF file in, its paragraphs out; pages that are pictures are read by `tesseract` where it is installed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from crawler.article import Rejected
from crawler.papers.flow import paragraphs
from crawler.papers.glyphs import read_page
from crawler.papers.line import Page
from crawler.papers.paper import Paper
from crawler.papers.running import drop_running
from crawler.papers.scan import can_read, read_scan

MOST_PAGES = 1_000  # that are read of one file; at 40 pages a second
MOST_SCANS = 60  # of them by tesseract, at 3 to 6 s each
LEAST_LETTERS = 12  # on a page; one with fewer is a picture, or empty
MOST_LOST = 0.3  # of a page's letters without a character; its fonts tell nothing, so the picture is read
DPI = 300  # scans of 200 and of 300 are read equally well; under 150 hardly


def read_pdf(body: bytes) -> Paper:
    """Raises Rejected: "damaged", "encrypted", "no-pages", "needs-tesseract", "needs-tesseract-vie", "no-text"."""
    document = _open(body)
    try:
        count = len(document)
        if count == 0:
            raise Rejected("no-pages")
        pages, flags = _read(document, min(count, MOST_PAGES))
        title = document.get_metadata_value("Title").strip() or None
    finally:
        document.close()
    texts = paragraphs(drop_running(pages))
    if not texts:
        raise Rejected("no-text")
    return Paper(texts, title=title, flags=(*flags, *(["cut-pages"] if count > MOST_PAGES else [])))


def _open(body: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(body)
    except pdfium.PdfiumError as error:
        # pdfium may still tell the error of the file before, where it tells none of this one.
        if error.err_code == c.FPDF_ERR_PASSWORD and b"/Encrypt" in body:
            raise Rejected("encrypted") from error
        raise Rejected("damaged", (str(error)[:200],)) from error


def _read(document: pdfium.PdfDocument, count: int) -> tuple[Sequence[Page], tuple[str, ...]]:
    """The pages, and flags: "ocr" where one was read by sight, "lost-pages" where one could not be."""
    found = [_page(document, at) for at in range(count)]
    scans = [at for at, page in enumerate(found) if page is not None and page.is_picture]
    lost = found.count(None)
    pages = [Page(()) if one is None or one.is_picture else one.page for one in found]
    if lost == count:
        raise Rejected("damaged", ("none of its pages is there",))
    if scans and (can_read() or len(scans) + lost == count):
        for at, seen in _see(document, scans[:MOST_SCANS]):
            pages[at] = seen
    unread = lost or len(scans) > (MOST_SCANS if can_read() else 0)
    return pages, (*(["ocr"] if scans and can_read() else []), *(["lost-pages"] if unread else []))


@dataclass(frozen=True, slots=True)
class _Found:
    page: Page
    is_picture: bool  # hardly a letter, or letters without characters, and something drawn


def _page(document: pdfium.PdfDocument, at: int) -> _Found | None:
    """None for a page that the file names and does not hold."""
    try:
        page = document[at]
    except pdfium.PdfiumError:
        return None
    try:
        found = read_page(page)
        return _Found(found, not _is_read(found) and (bool(found.lost) or _has_picture(page)))
    finally:
        page.close()


def _is_read(page: Page) -> bool:
    letters = sum(len(line.text) for line in page.lines)
    return letters >= LEAST_LETTERS and page.lost <= MOST_LOST * (letters + page.lost)


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Whether an image, or letters drawn as lines, stand on the page itself or in what it includes."""
    kinds = (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_SHADING)
    return next(iter(page.get_objects(filter=kinds, max_depth=3)), None) is not None


def _see(document: pdfium.PdfDocument, scans: Sequence[int]) -> Iterator[tuple[int, Page]]:
    for at in scans:
        page = document[at]
        try:
            picture = _picture(page)
        finally:
            page.close()
        for seen in read_scan(picture)[:1]:
            yield at, seen


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page as a PGM file; a page larger than A3 is drawn smaller."""
    width, height = page.get_size()
    scale = min(DPI / 72, 5_000 / max(width, height, 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        size, stride = (bitmap.width, bitmap.height), bitmap.stride
    finally:
        bitmap.close()
    if stride != size[0]:
        rows = b"".join(rows[at * stride : at * stride + size[0]] for at in range(size[1]))
    return b"P5 %d %d 255\n" % size + rows
