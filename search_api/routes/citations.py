"""POST /v1/citations: a text in, its citations out."""

from fastapi import APIRouter

from nlp.directives.resolve import Context
from search_api.citations import CitingText, FoundCitations
from search_api.reading import read
from search_api.services import Served

router = APIRouter(prefix="/v1", tags=["directives"])


@router.post("/citations", summary="The citations in a text, and which document each one is")
def find_citations(services: Served, sent: CitingText) -> FoundCitations:
    """At most 100,000 characters; nothing of the text is kept.

    Where it can't be known which document is meant, `candidates` are all that it may be.
    """
    with services.store.connect() as connection:
        registry = services.known.registry(connection)
    context = Context(published=sent.published, title=sent.title or None)
    return FoundCitations.of(read(sent.text, context=context, registry=registry))
