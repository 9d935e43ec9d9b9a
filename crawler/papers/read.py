"""The bytes of a document file and what they are in, its paragraphs out: which reader reads what."""

from collections.abc import Callable

from crawler import media
from crawler.article import Rejected
from crawler.papers.doc import read_doc
from crawler.papers.docx import read_docx
from crawler.papers.odt import read_odt
from crawler.papers.paper import Paper
from crawler.papers.pdf import read_pdf
from crawler.papers.picture import read_picture
from crawler.papers.rtf import read_rtf

_READERS: dict[str, Callable[[bytes], Paper]] = {
    media.PDF: read_pdf,
    media.DOCX: read_docx,
    media.ODT: read_odt,
    media.DOC: read_doc,
    media.RTF: read_rtf,
    **dict.fromkeys((media.PNG, media.JPEG, media.TIFF, media.WEBP), read_picture),
}


def read_paper(body: bytes, media_type: str) -> Paper:
    """Raises Rejected, with a reason of the reader's."""
    if media_type not in _READERS:
        raise Rejected("unsupported-type")
    return _READERS[media_type](body)
