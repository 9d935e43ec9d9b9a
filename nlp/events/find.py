"""A text with all else that was found in it in, the events that it reports out."""

from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Event


def find(text: str, document: AnnotatedDocument, *, context: Context) -> tuple[Event, ...]:
    """`text` is in standard spelling, and all spans of `document` are in it.  Exactly one event is the main one.

    Days without a year ("sáng 25/7") are those next to `context.published`.
    """
    return ()
