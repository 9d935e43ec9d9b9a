"""What the network and files give (`FetchedPage`) and what extraction makes of it (`Article` or `Rejected`)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

READY_ARTICLE = "application/x-tracuu-article+json"  # media type of one line of a JSON-lines file
BLANK_LINE = "\n\n"

Kind = Literal["article", "document"]
Precision = Literal["minute", "day"]
Origin = Literal["json-ld", "meta", "line", "script", "url", "site", "given"]  # where a time was found


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One answer of a server, or one file, as raw bytes."""

    url: str | None  # as it was asked for; None for a file that belongs to no URL
    source_id: str
    media_type: str  # lower case, without parameters: "text/html", "text/plain", READY_ARTICLE
    body: bytes
    fetched_at: datetime  # aware, UTC
    headers: tuple[tuple[str, str], ...] = ()  # names in lower case
    name: str = ""  # of the file, for messages and for its type


@dataclass(frozen=True, slots=True)
class DocumentHeader:
    """What the head of an official text says of itself; unknown parts are None."""

    number: str | None = None
    type: str | None = None
    issued_on: str | None = None  # YYYY-MM-DD
    issuer: str | None = None
    signer: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article or official text.  Every string is NFC and otherwise as printed.

    `text` is what is annotated, and what every offset counts in (code points): title, lead and body, the
    ones that are there, joined by blank lines.
    """

    title: str | None
    lead: str | None
    paragraphs: tuple[str, ...]
    kind: Kind = "article"
    url: str | None = None
    author: str | None = None  # several are joined by "; "
    published: str | None = None  # ISO 8601 cut to what is known: 2026-03-07T08:47+07:00 or 2026-03-07
    precision: Precision | None = None
    published_from: Origin | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    external_id: str | None = None  # the id that came with a ready article
    source: str | None = None  # the source's name that came with a ready article
    document: DocumentHeader | None = None
    language: str | None = None  # ISO 639-1 ("vi", "en"); None where the text is too short to tell
    flags: tuple[str, ...] = ()  # slugs of what a reader should know: "ocr", "lost-letters", "converted-tcvn3"

    @property
    def body(self) -> str:
        return BLANK_LINE.join(self.paragraphs)

    @property
    def text(self) -> str:
        return BLANK_LINE.join(part for part in (self.title, self.lead, self.body) if part)


class Rejected(Exception):
    """The page holds no article.  `reason` is a slug, because it is counted: "listing-page", "no-text".

    `signs` tell whoever asks what it was seen by: "80 links", "no time of publication".
    """

    def __init__(self, reason: str, signs: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.signs = signs


def article_id(identity: str, part: int = 0) -> str:
    """Stable id of part number `part` of what `identity` (a canonical URL, a file, a ready article's id) names.

    16 hexadecimal digits; the second and later articles of one page end in "-2", "-3" …
    """
    digest = hashlib.sha256(identity.encode()).hexdigest()[:16]
    return digest if part == 0 else f"{digest}-{part + 1}"
