"""The head of a body's name in, the end of the name out: one pass over the words after the head."""

import re
from collections.abc import Mapping

from nlp.entities.context import context, is_vietnamese
from nlp.entities.joined import Joined
from nlp.entities.naming import is_person, phrase, vocabulary
from nlp.entities.runs import SYLLABLE

MAX_WORDS = 24  # the longest names of bodies in the news have twenty
_NEXT = re.compile(
    r"(?P<sign>,|;| ?[-–&/] ?)?(?P<space> ?)"
    r"(?P<word>[A-ZĐƯ]{1,4}\.(?: ?[A-ZĐƯ][^\W\d_]*)|\w+(?:[&’'-](?=[A-ZĐƯ])\w+)*)"
)
_AGAINST = re.compile(r"phòng, chống\b", re.IGNORECASE)
_PLACE = re.compile(rf"{SYLLABLE}(?: {SYLLABLE})?|\w+")


class Walk:
    """`_last` says what the word before was:

    "head", "body" (a head that needs nothing more), "topic", "small" (a topic in small letters), "doing", "name",
    "number", "joined" ("và"), "comma" (a topic after a comma, which counts only if "và" follows).
    """

    def __init__(self, text: str, start: int, end: int, *, words: Joined, places: Mapping[int, int]) -> None:
        self._text, self._words, self._places = text, words, places
        self._head = self._first = text[start:end]
        self._at = self._end = end
        self._last = "head"
        self._place_end = -1
        self._proper = False  # whether a name of its own stands in it: "Công ty TNHH | Hòa Bình"

    def end(self) -> int:
        """0 for a head that is no name without one of its own, which is not there."""
        for _ in range(MAX_WORDS):
            found = _NEXT.match(self._text, self._at)
            if found is None or not self._step(found):
                break
        return self._end if self._proper or self._first not in vocabulary().named else 0

    def _step(self, found: re.Match[str]) -> bool:
        word, start, end = found["word"], found.start("word"), found.end("word")
        if found["sign"]:
            return self._after_sign(found["sign"].strip(), start)
        if not found["space"]:
            return False
        if word == "và":
            return self._join(end)
        if word in ("tại", "ở"):
            return self._abroad(end)
        if word == "các" or word in vocabulary().about:
            return self._joins(word) and self._join(end)
        return self._word(word, start)

    def _joins(self, word: str) -> bool:
        """Whether "các", "về" … may go on with the name here."""
        if word == "các":
            return self._last in ("head", "doing", "small", "joined")
        return self._first in vocabulary().open and self._last in ("head", "small", "topic", "doing")

    def _word(self, word: str, start: int) -> bool:
        words = vocabulary()
        if word[0].isupper() and (head := phrase(self._text, start, words.heads, exact=True)):
            return self._nested(start, head)
        if (word in words.closing or word in words.classes) and (end := self._class(word, start)):
            self._proper = True
            return self._take(end, "name")
        if (place := self._places.get(start)) and word.islower():  # "châu Âu"
            self._place_end, self._proper = place, True
            return self._take(place, "name")
        if (end := self._topic(word, start)) or (end := self._doing(start)):
            return self._take(end, self._kind(word, start, end))
        if word.isdigit():
            fits = self._head in words.numbered and self._last in ("head", "number") and len(word) <= 3
            return fits and self._take(start + len(word), "number")
        return word[0].isupper() and self._capital(word, start)

    def _nested(self, start: int, end: int) -> bool:
        """Another head right after: "Văn phòng | Uỷ ban …"."""
        words = vocabulary()
        self._head = self._text[start:end]
        return self._take(end, "head" if self._head in words.open or self._head in words.named else "body")

    def _topic(self, word: str, start: int) -> int:
        """A small word goes on with what is no name of its own: not with "Công ty Hoà Bình | thương mại"."""
        goes_on = word[0].isupper() or self._last not in ("name", "body")
        return phrase(self._text, start, vocabulary().topics) if goes_on else 0

    def _doing(self, start: int) -> int:
        named = self._first in vocabulary().named and not self._proper and self._last != "doing"
        goes_on = named or self._last in ("head", "joined", "comma")
        return phrase(self._text, start, vocabulary().doing) if goes_on else 0

    def _kind(self, word: str, start: int, end: int) -> str:
        if not word.islower():
            return "topic"
        return "small" if phrase(self._text, start, vocabulary().topics) == end else "doing"

    def _capital(self, word: str, start: int) -> bool:
        """A name of the body's own, or a place's; a person's name ends the body's."""
        foreign = self._at == self._place_end and word.istitle() and not is_vietnamese(word)
        if foreign or (not self._is_named_after() and is_person(self._text, start)):
            return False
        if place := self._places.get(start):
            self._place_end, self._proper = place, True
            return self._take(place, "name")
        self._proper |= word not in vocabulary().bare
        whole = self._words.end(start)
        if not is_vietnamese(word) or self._text.count(" ", start, whole) != 1:
            return self._take(start + len(word), "name")
        small = self._text[start + len(word) + 1].islower()
        return self._take(whole, "topic" if small else "name")

    def _is_named_after(self) -> bool:
        """Whether the body may bear a person's name: "Trường THPT | Nguyễn Huệ"."""
        return self._head in vocabulary().named and self._last in ("head", "small", "topic", "number")

    def _take(self, end: int, last: str) -> bool:
        self._at = end
        if self._last == "comma":
            return True
        self._end, self._last = end, last
        return True

    def _join(self, end: int) -> bool:
        """What stands after "và" goes on with the name if it is no other body."""
        words, after = vocabulary(), end + 1
        other = words.heads | words.not_joined | words.closing | words.classes
        if self._last == "joined" or phrase(self._text, after, other, exact=True):
            return False
        self._at, self._last = end, "joined"
        return bool(phrase(self._text, after, words.topics | words.doing))

    def _after_sign(self, sign: str, start: int) -> bool:
        words = vocabulary()
        if sign in ";/" or phrase(self._text, start, words.heads, exact=True):
            return False
        topic = phrase(self._text, start, words.topics | words.doing)
        if sign == "," and _AGAINST.match(self._text, self._at - 5):
            return self._take(start + len("chống"), "doing")
        if sign == ",":
            self._at = topic
            first, self._last = self._last == "head", "comma"
            return bool(topic) and not first
        if topic and self._text[start].isupper():
            return self._take(topic, "topic")
        named = words.countries | words.short_countries
        country = phrase(self._text, start, named, exact=True) if self._last == "name" else 0
        return bool(country) and self._take(country, "name")

    def _abroad(self, end: int) -> bool:
        country = phrase(self._text, end + 1, vocabulary().countries, exact=True)
        if country and self._head in vocabulary().abroad:
            self._take(country, "name")
        return False

    def _class(self, word: str, start: int) -> int:
        """The end of a place with its class: "tỉnh | Hà Nam", "quận 1"; of the class alone where it may close."""
        after = start + len(word)
        found = _NEXT.match(self._text, after)
        if found and found["space"] and not found["sign"]:
            following = found["word"]
            if following.isdigit() and len(following) < 3:
                return found.end("word")
            office = word in ("tỉnh", "thành phố", "TP") and following in context().common_surnames
            if following[0].isupper() and not office:
                return self._places.get(found.start("word")) or self._run(found.start("word"))
        return after if word in vocabulary().closing and self._last != "small" else 0

    def _run(self, start: int) -> int:
        """The end of a place's name that is not listed: two capitals at the most."""
        found = _PLACE.match(self._text, start)
        return found.end() if found else start
