"""An official text in, what its head says of the document that it is out, with the document's key."""

from dataclasses import dataclass

from crawler.article import Article
from nlp.directives.issuers import body_of
from nlp.directives.key import is_decided, key
from nlp.directives.number import Number
from nlp.directives.number import read as read_number
from nlp.directives.registry import Document, spoken
from nlp.directives.terms import party_term
from nlp.directives.vocabulary import DocumentType, vocabulary
from nlp.normalize import compose, standard


@dataclass(frozen=True, slots=True)
class Heading:
    """`key` is None where number, body or period are not said; the rest is None where it is not."""

    number: str  # as printed
    type: str
    key: str | None = None
    issued_on: str | None = None  # YYYY-MM-DD
    issuer: str | None = None
    signer: str | None = None
    subject: str | None = None


def read(article: Article) -> Heading | None:
    """None for what is no official text, or gives no number and type."""
    said = article.document
    if article.kind != "document" or said is None or said.number is None:
        return None
    number = _number(said.number)
    type_ = _type(said.type, number)
    if type_ is None:
        return None
    return Heading(
        number=said.number,
        type=type_.name,
        key=_key(number, type_, said.issued_on, said.issuer) if number else None,
        issued_on=said.issued_on,
        issuer=said.issuer,
        signer=said.signer,
        subject=said.subject or article.title,
    )


def document(heading: Heading, article_id: str) -> Document:
    """What the text gives the registry; `heading` has a key."""
    assert heading.key
    number = _number(heading.number)
    return Document(
        key=heading.key,
        type=heading.type,
        number=number.number if number else None,
        year=number.year if number else None,
        symbol=number.symbol.text if number else None,
        issuer=heading.issuer,
        issued_on=heading.issued_on,
        term=party_term(heading.issued_on) if heading.issued_on and ".k" in heading.key else None,
        title=heading.subject,
        confidence="high",
        sources=(f"text:{article_id}",),
    )


def _number(printed: str) -> Number | None:
    return read_number(standard(compose(printed).text), 0)


def _type(name: str | None, number: Number | None) -> DocumentType | None:
    """The symbol's, where the head gives no word."""
    return (vocabulary().words.get(spoken(name)) if name else None) or (number.symbol.type if number else None)


def _key(number: Number, type_: DocumentType, day: str | None, issuer: str | None) -> str | None:
    found = key(
        type_=type_,
        symbol=number.symbol,
        number=number.number,
        year=number.year,
        issued=day[:4] if day else None,
        term=party_term(day) if day else None,
    )
    body = body_of(issuer) if issuer else None
    slug = found.split(".")[0]
    if slug.endswith("-x") and body and body.startswith(slug[:-1]):
        found = found.replace(slug, body, 1)
    return found if is_decided(found) else None
