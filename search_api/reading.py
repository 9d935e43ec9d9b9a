"""A text that a stranger sent in, its citations out: however it is made, it holds up nobody else for long."""

from functools import partial
from threading import BoundedSemaphore

from crawler.child import Failure, map_killable, workers
from nlp.annotate import cite
from nlp.directives.registry import Registry
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument
from search_api.problems import Busy, TooHard

# The most threads that may wait for texts, of those that answer requests.  With twelve texts of 100,000 letters,
# full of numbers, sent at once, a search took 0.12 s instead of 0.07 s (two cores), and eight of the twelve were
# told to come back; one such text takes 2 s.
_places = BoundedSemaphore(2 * workers())


def read(text: str, *, context: Context, registry: Registry) -> AnnotatedDocument:
    """In a process that can be killed, and that leaves this one's lock to those who search.

    Raises Busy and TooHard; a fault in the code itself is nobody's text's, and is raised as one.
    """
    if not _places.acquire(blocking=False):
        raise Busy
    try:
        (found,) = map_killable(partial(cite, context=context, registry=registry), [text])
    finally:
        _places.release()
    if isinstance(found, Failure):
        if found.reason == "error":
            raise RuntimeError(found.detail)
        raise TooHard(f"The text could not be read ({found.reason}); send it in parts")
    return found
