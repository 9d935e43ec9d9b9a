"""The end of a title in a text in, the body, the place or the field that it names out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.document import Entity
from nlp.offices.names import Names
from nlp.offices.titles import Title
from nlp.offices.vocabulary import vocabulary
from nlp.segment import Sentence

MAX_WORDS = 16  # of a body that no recogniser knows
_GAP = 40  # letters of small words between a title and the name of its body: "Hiệu trưởng trường đại học | …"
_WORD = re.compile(r"(?: [-&])? ?([^\s,;:.!?()\"“”\[\]-](?:[^\s,;:.!?()\"“”\[\]-]|-(?=\w)|(?<=[A-ZĐ])\.(?=\w))*)")
_STOPS = frozenset(',;:.()-\n"”')  # what may follow the name of a body; a verb may not
_STRANGE = 3  # words of an unknown body that are in no list, where a sign and no verb ends it
_GLUED = re.compile(r"[^\W\d_A-ZĐƯÁÂÀ]{2}[A-ZĐ][^\W\d_A-ZĐ]")  # "Nội chínhÔng"
_ABBREVIATION = re.compile(r" \((?:[A-ZĐƯ][\w&.+-]{0,15})\)")
_BRACKETED = re.compile(r" \([^():\n]{1,30}\)")
_OF = re.compile(r" (?:của|thuộc|tại) (?:nước |tỉnh |thành phố |TP )?")
_ABROAD = re.compile(r",? (?:tại|ở|kiêm nhiệm|kiêm nhiệm tại|kiêm|và) (?:nước )?")
_PLACE = re.compile(
    r" (?:của |tại |ở )?"
    r"(?:nước |bang |tiểu bang |tỉnh |thành phố |TP |huyện |quận |xã |phường |thị xã |thị trấn |thôn )?"
)
_NEARER = re.compile(
    r",? (?:của |tại |ở |thuộc )?(?:(?:tỉnh|thành phố|TP|huyện|quận|xã|phường|thị xã|thị trấn) )?"
)
_CHARGE = re.compile(r" (?:phụ trách|chuyên trách|đặc trách|kiêm nhiệm) [^,;:.()\n\"“”]{1,60}(?=,)")


class Surroundings:
    """The words and names of one text."""

    def __init__(self, text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> None:
        self.text = text
        self.names = Names(entities)
        self._sentences = sentences
        self._starts = [one.start for one in sentences]

    def goes_on(self, start: int) -> bool:
        """Whether the syllable there belongs to the word before: "Liên | minh"."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return False
        sentence = self._sentences[at]
        place = bisect_left(sentence.syllables, (start, 0))
        return place < len(sentence.joined) and sentence.joined[place]


@dataclass(frozen=True, slots=True)
class Body:
    """`name` is None where no recogniser knows it, and where there is none: then it starts where it ends."""

    name: Entity | None
    start: int
    end: int


def body(around: Surroundings, at: int, *, title: Title, limit: int) -> Body | None:
    """What stands right behind a title that ends at `at`.  Nothing from `limit` on is read."""
    text, names = around.text, around.names
    named = names.next(at)
    if named and named.type == "ORG" and named.end <= limit and _leads(text, at, named.start):
        return Body(named, named.start, named.end)
    place = names.at(end_of(_PLACE, text, at)) if text[at : at + 1] == " " else None
    if place and place.type == "LOC":
        return Body(place, place.start, _abroad(text, place.end, names=names))
    end = _words_end(around, at, limit=limit)
    if end == at or (title.kind == "whole" and names.person_at(end + 1) is None):
        return None
    return Body(None, at, end)


def beyond(around: Surroundings, end: int) -> int:
    """Past the body's abbreviation in brackets and the body that it is a part of."""
    after = end_of(_ABBREVIATION, around.text, end)
    found = _OF.match(around.text, after)
    whole = around.names.at(found.end()) if found else None
    return whole.end if whole and whole.type != "PER" else after


def reach(around: Surroundings, end: int, *, limit: int) -> int:
    """Past the places and bodies in which the body lies: "…, huyện Hoà An (Cao Bằng) | Nguyễn Văn A"."""
    after = end_of(_CHARGE, around.text, end)
    for _ in range(3):
        after = end_of(_BRACKETED, around.text, after)
        found = _NEARER.match(around.text, after)
        larger = around.names.at(found.end()) if found else None
        if not larger or larger.type == "PER" or larger.end > limit:
            break
        after = larger.end
    further = _words_end(around, after, limit=limit)  # of a body whose name was cut short
    return further if around.names.person_at(further + 1) else after


def end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a match at `at` ends, else `at`."""
    found = pattern.match(text, at)
    return found.end() if found else at


def without_brackets(office: str) -> str:
    return _ABBREVIATION.sub("", office)


def _leads(text: str, at: int, start: int) -> bool:
    """Whether all between a title and a name are words that belong to names of bodies."""
    if start == at + 1:
        return text[at] == " "
    between = text[at:start]
    if len(between) > _GAP or not between.startswith(" ") or not between.endswith(" "):
        return False
    known = vocabulary()
    return all(word in known.heads or word in known.inside for word in between.split())


def _abroad(text: str, end: int, *, names: Names) -> int:
    """The end of all places that are named: "Đại sứ Việt Nam | tại Ấn Độ kiêm nhiệm Nepal và Bhutan"."""
    several = False
    while found := _ABROAD.match(text, end):
        place = names.at(found.end())
        if not place or place.type != "LOC" or (found[0] == " và " and not several):
            break
        several = several or "kiêm" in found[0]
        end = place.end
    return end


def _words_end(around: Surroundings, at: int, *, limit: int) -> int:
    """Where the words end that look like the name of a body, up to a person's name."""
    text = around.text
    person = around.names.next_person(at, default=len(text))
    limit = min(limit, person)
    known, place, words, capitals = vocabulary(), at, at, at
    strange = 0
    for _ in range(MAX_WORDS):
        found = _WORD.match(text, place, limit)
        word = found[1] if found and text[place] == " " and not _GLUED.search(found[1]) else ""
        capital = word[:1].isupper() or word[:1].isdigit()
        inside = word in known.heads or (place > at and word in known.inside)
        if not found or not word or word in known.verbs:
            break
        if not (capital or inside or around.goes_on(found.start(1))):
            strange += 1
            if place == at or strange > _STRANGE:
                break
        place = found.end()
        sure = capital or (capitals > at and around.goes_on(found.start(1)))
        capitals = place if sure and not strange else capitals
        words = place if word not in known.joining else words
    stops = (place + 1 >= person and not strange) or (place < len(text) and text[place] in _STOPS)
    return words if stops else capitals
