"""A text with its sentences in, what lists and rules say of it out: for the model to learn from, and beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.entities.agree import echoes
from nlp.entities.bodies import bodies
from nlp.entities.joined import Joined
from nlp.entities.listed import listed
from nlp.entities.mention import Mention
from nlp.entities.overlap import without_overlaps
from nlp.entities.persons import credited, persons
from nlp.entities.places import local_bodies, places
from nlp.entities.runs import runs
from nlp.segment import Sentence


@dataclass(frozen=True, slots=True)
class Hints:
    """Two layers; each is in the order of the text and without overlaps, and one may overlap with the other.

    `type` and `by` of a mention make a good feature of each syllable in it ("B-ORG-gazetteer"): how much a rule is
    worth, and where, is then learnt.  The model is not asked for any, so that it can ask for these.
    """

    names: tuple[Mention, ...]  # by list, by the words around them, and by what the article says of them elsewhere
    bodies: tuple[Mention, ...]  # that are put together the way bodies are


def hints(text: str, sentences: Sequence[Sentence]) -> Hints:
    """Of a text in standard spelling."""
    words = Joined.of(sentences)
    names = without_overlaps(_all(text, words))
    known = {one.start: one.end for one in names if one.type == "LOC"}
    built = tuple(bodies(text, words=words, places=known))
    found = echoes(text, names, words=words, bodies=built)
    return Hints(tuple(sorted([*names, *found], key=lambda one: one.start)), built)


def _all(text: str, words: Joined) -> Iterator[Mention]:
    names = [*listed(text)]
    free = [*runs(text, outside=((name.start, name.end) for name in names))]
    known = {name.end: name.start for name in names if name.type == "LOC"}
    yield from names
    yield from persons(text, free, places=known, words=words)
    yield from credited(text)
    yield from places(text, free)
    yield from local_bodies(text)
