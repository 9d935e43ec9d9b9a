"""Bytes, a name and a sender's label in, what they are out (a media type): the bytes win, for labels are wrong."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from crawler.article import READY_ARTICLE, FetchedPage

TEXT, HTML, XHTML, MHTML = "text/plain", "text/html", "application/xhtml+xml", "multipart/related"
PDF, RTF, DOC = "application/pdf", "application/rtf", "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
PNG, JPEG, TIFF, WEBP = "image/png", "image/jpeg", "image/tiff", "image/webp"
ZIP, TAR, GZIP, XZ = "application/zip", "application/x-tar", "application/gzip", "application/x-xz"
UNKNOWN = "application/octet-stream"

_TEXTS = frozenset({TEXT, HTML, XHTML, MHTML, READY_ARTICLE})
PAPERS = frozenset({PDF, RTF, DOC, DOCX, ODT, PNG, JPEG, TIFF, WEBP})
ARCHIVES = frozenset({ZIP, TAR, GZIP, XZ})

HEAD_BYTES = 4096  # enough to know a type by, but for an office file, whose parts are named all over it
PAGE_BYTES = 8 * 1024 * 1024  # the largest real page seen is 965 KB
PAPER_BYTES = 64 * 1024 * 1024  # a scanned decision of 100 pages has 30 MB

_SUFFIXES = {
    ".txt": TEXT, ".text": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": XHTML, ".mht": MHTML, ".mhtml": MHTML,
    ".jsonl": READY_ARTICLE, ".ndjson": READY_ARTICLE, ".pdf": PDF, ".rtf": RTF, ".doc": DOC, ".docx": DOCX,
    ".odt": ODT, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".tif": TIFF, ".tiff": TIFF, ".webp": WEBP,
    ".zip": ZIP, ".tar": TAR, ".gz": GZIP, ".tgz": GZIP, ".xz": XZ, ".txz": XZ,
}  # fmt: skip
_SYNONYMS = {"text/rtf": RTF, "image/jpg": JPEG, "message/rfc822": MHTML, "application/x-pdf": PDF}
_MAGIC = (
    (b"{\\rtf", RTF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG), (b"II*\0", TIFF), (b"MM\0*", TIFF),
    (b"\x1f\x8b", GZIP), (b"\xfd7zXZ\0", XZ), (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"), (b"BZh", "application/x-bzip2"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"), (b"GIF8", "image/gif"),
)  # fmt: skip
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OFFICE = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|customXml/|word/(?:\w+\.xml|_rels/|theme/|media/))",
    re.DOTALL,
)
_ODT = re.compile(rb"PK\x03\x04.{26}mimetype.{0,64}?application/vnd\.oasis\.opendocument\.text", re.DOTALL)
_PARTS = (
    (b"word/document", DOCX),
    (b"xl/workbook", "application/vnd.ms-excel"),
    (b"ppt/", "application/vnd.ms-powerpoint"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><\?xml[^>]{0,200}>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"[\w-]{2,40}:[^\0]*?^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")


def media_type(body: bytes, *, name: str = "", told: str = "") -> str:
    """What `body` is; UNKNOWN where neither it nor `told` (a Content-Type) nor the suffix of `name` tells.

    `body` may be but the beginning (HEAD_BYTES), unless it is that of an office file.  What the bytes can't show
    (plain text, pieces of HTML, ready articles) is believed unless they can't be that.
    """
    label = _label(told)
    if found := sniff(body):
        return XHTML if found == HTML and label == XHTML else found
    claim = label or _SUFFIXES.get(suffix_of(name), UNKNOWN)
    if _is_binary(body[:HEAD_BYTES]):
        return UNKNOWN if claim in _TEXTS else claim
    return TEXT if claim == DOC else claim  # of old, notes were named so


def sniff(body: bytes) -> str | None:
    """What the bytes alone show; None for text and for what they don't show."""
    head = body[:HEAD_BYTES]
    if found := next((known for magic, known in _MAGIC if head.startswith(magic)), None):
        return found
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(body)
    if head.startswith(_OLE):
        return DOC if _WORD_STREAM in body else "application/x-ole-storage"
    if b"%PDF" in head[:1024]:
        return PDF
    if _WEBP.match(head):
        return WEBP
    return TAR if head.startswith(b"ustar", 257) else _marked_up(head)


def of_page(page: FetchedPage) -> str:
    """What a page is: its own media type, unless its bytes say otherwise."""
    if page.media_type == READY_ARTICLE:
        return READY_ARTICLE
    return media_type(page.body, name=page.name or page.url or "", told=page.media_type)


def most_bytes(known: str) -> int:
    """The largest body of that media type which is read."""
    return PAPER_BYTES if known in PAPERS or known == MHTML else PAGE_BYTES


def suffix_of(name: str) -> str:
    """The last suffix of a file's name or an address's path, in small letters: ".html"."""
    try:
        path = urlsplit(name).path if "://" in name else name
    except ValueError:  # a member of an archive may be called "http://[x.txt"
        path = name
    return PurePosixPath(path).suffix.lower()


def is_page_name(name: str) -> bool:
    return _SUFFIXES.get(suffix_of(name)) in {HTML, XHTML}


def is_whole_needed(head: bytes) -> bool:
    """Whether the type hangs on more than the beginning: an office file's parts are named all over it."""
    return head.startswith(_OLE) or _OFFICE.match(head) is not None


def _zipped(body: bytes) -> str:
    """A zip file is an office file when its first member says so; the rest are archives."""
    if _ODT.match(body):
        return ODT
    if _OFFICE.match(body):
        return next((known for part, known in _PARTS if part in body), ZIP)
    return ZIP


def _marked_up(head: bytes) -> str | None:
    """HTML or a saved page with its pictures, in UTF-16 too."""
    plain = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _HTML.match(plain):
        return HTML
    return MHTML if _MHTML.match(plain) else None


def _is_binary(head: bytes) -> bool:
    """Control characters that no text holds, in number; a few NULs and UTF-16 are text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or max(head[::2].count(0), head[1::2].count(0)) > 0.3 * len(
        head
    ):
        return False
    return len(_CONTROL.findall(head)) > 0.02 * len(head)


def _label(told: str) -> str:
    plain = told.partition(";")[0].strip().lower()
    return _SYNONYMS.get(plain, "" if plain in {UNKNOWN, "binary/octet-stream"} else plain)
