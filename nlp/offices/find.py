"""A text with its sentences, persons and bodies in, the offices that the persons hold or held out."""

from collections.abc import Iterator, Sequence

from nlp.document import Entity, Office
from nlp.offices.holders import Holding, holders
from nlp.offices.merge import merged
from nlp.offices.names import Names
from nlp.offices.post import Post, post
from nlp.offices.rows import rows
from nlp.offices.titles import Title, titles
from nlp.segment import Sentence


def find(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Office, ...]:  # noqa: ARG001 - every recogniser is given them
    """`text` is in standard spelling, and all spans are in it.

    One for each person, office and body, at its clearest mention.
    """
    names = Names(entities)
    posts = tuple(_posts(text, names)) if names.person_starts else ()
    return merged(_office(text, holding) for holding in holders(text, rows(text, posts), names))


def _posts(text: str, names: Names) -> Iterator[Post]:
    """None begins inside the one before: "Trưởng Ban Thư ký | Bộ trưởng"."""
    found = [title for title in titles(text) if not _is_inside(title, names)]
    limits = [*(one.start for one in found), len(text)][1:]
    end = 0
    for title, limit in zip(found, limits, strict=True):
        made = post(text, title, names, limit=limit) if title.first >= end else None
        if made:
            yield made
            end = made.end


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
