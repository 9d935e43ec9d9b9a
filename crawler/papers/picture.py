"""A picture of one or more pages in, its paragraphs out, as `tesseract` reads them."""

from crawler.article import Rejected
from crawler.media import JPEG, PNG, TIFF, WEBP, sniff
from crawler.papers.flow import paragraphs
from crawler.papers.paper import Paper
from crawler.papers.running import drop_running
from crawler.papers.scan import read_scan


def read_picture(body: bytes) -> Paper:
    """Raises Rejected: "damaged", "needs-tesseract", "needs-tesseract-vie", "timeout" or "no-text"."""
    if sniff(body) not in {PNG, JPEG, TIFF, WEBP}:
        raise Rejected("damaged")
    texts = paragraphs(drop_running(read_scan(body)))
    if not texts:
        raise Rejected("no-text")
    return Paper(texts, flags=("ocr",))
