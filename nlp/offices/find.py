"""A text with its sentences, persons and bodies in, the offices that the persons hold or held out."""

import re
from collections.abc import Iterator, Sequence

from nlp.document import Entity, Office
from nlp.offices.bodies import told
from nlp.offices.body import Surroundings
from nlp.offices.holders import Holding, holders
from nlp.offices.merge import merged
from nlp.offices.names import Names
from nlp.offices.post import Post, post, serving
from nlp.offices.rows import rows
from nlp.offices.titles import Title, titles
from nlp.offices.vocabulary import vocabulary
from nlp.segment import Sentence

_SERVED = re.compile(r" (?:của )?")


def find(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Office, ...]:
    """`text` is in standard spelling, and all spans are in it.

    One for each person, office and body, at its clearest mention.
    """
    around = Surroundings(text, sentences, entities)
    if not around.names.person_starts:
        return ()
    posts = tuple(_posts(around))
    return merged(_office(text, holding) for holding in holders(text, told(text, rows(text, posts)), around.names))


def _posts(around: Surroundings) -> Iterator[Post]:
    """None begins inside the one before: "Phó Chủ tịch | thường trực"."""
    found = [title for title in titles(around.text) if not _is_inside(title, around.names)]
    end, server = 0, None
    for title, limit in zip(found, _limits(found, len(around.text)), strict=True):
        if title.first < end:
            continue
        if title.form in vocabulary().serving and _SERVED.fullmatch(around.text, title.end, limit):
            server = title
        elif made := post(around, title, limit=limit):
            yield made if server is None else serving(made, server, around.text)
            end, server = made.end, None


def _limits(found: Sequence[Title], end: int) -> Sequence[int]:
    """Where the next title begins; not one that is a common word too."""
    limits = []
    for title in reversed(found):
        limits.append(end)
        end = end if title.form in vocabulary().needy else title.start
    return limits[::-1]


def _is_inside(title: Title, names: Names) -> bool:
    """Whether it is a part of a name: "Văn phòng | Chủ tịch nước"."""
    over = names.over(title.first)
    return over is not None and over.start < title.first


def _office(text: str, holding: Holding) -> Office:
    post = holding.post
    return Office(
        start=post.start,
        end=post.end,
        surface=text[post.start : post.end],
        person=holding.person.canonical,
        office=post.office,
        organization=post.organization,
        former=holding.former,
        acting=post.title.acting,
        confidence=holding.confidence,
        by=holding.by,
    )
