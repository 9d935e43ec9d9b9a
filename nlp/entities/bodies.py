"""A text in, bodies that are named the way bodies are out: a head, the words that go on with it, often a place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from nlp.entities.context import context, is_vietnamese
from nlp.entities.data import load
from nlp.entities.mention import Mention
from nlp.entities.runs import SYLLABLE
from nlp.normalize import standard

MAX_WORDS = 24  # the longest names of bodies in the news have twenty
_LONGEST = 4  # words of a listed phrase
_NEXT = re.compile(
    r"(?P<sign>,|;| ?[-–&/] ?)? ?(?P<word>[A-ZĐƯ]{1,4}\.(?: ?[A-ZĐƯ][^\W\d_]*)|\w+(?:[&’'-](?=[A-ZĐƯ])\w+)*)"
)
_WORDS = re.compile(r"\w+(?: \w+){0,3}")
_CAPITALS = re.compile(rf"{SYLLABLE}(?: {SYLLABLE})?|\w+")
_PREVIOUS = re.compile(r"(\w+) \Z")
_STANDING = re.compile(r"[Tt]hường (?:trực|vụ)")
_OFFICE = re.compile(r"(?i:phó|trưởng|ban|thư|viên|tịch|nhiệm|đốc) \Z")
_CENTRES = frozenset(("Trung ương", "T.Ư", "TW", "TƯ", "Thường trực", "Thường vụ"))
_TITLE_ENDS = frozenset(
    ("Trưởng", "Phó", "Chánh", "trưởng", "phó", "chánh", "viên", "thư", "tịch", "nhiệm", "đốc", "Nguyên", "lĩnh")
)
_BARE = frozenset(("TNHH", "CP", "MTV", "TMCP", "ĐT", "XD", "TM", "DV", "SX", "XNK", "Cổ", "Hai", "Một"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All in small letters, except what has to be printed as it is listed."""

    heads: frozenset[str]
    small: frozenset[str]
    topics: frozenset[str]
    doing: frozenset[str]
    closing: frozenset[str]
    classes: frozenset[str]
    abroad: frozenset[str]
    open: frozenset[str]
    named: frozenset[str]
    about: frozenset[str]
    not_joined: frozenset[str]
    countries: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    words = {name: frozenset(map(standard, listed)) for name, listed in load("bodies").items()}
    countries = load("countries")
    names = [name for line in countries["names"] for name in line]
    return Vocabulary(**words, countries=frozenset(map(standard, (*names, *countries["short"]))))


class _Heads:
    def __init__(self) -> None:
        words = vocabulary()
        self._names = sorted(words.heads | words.small)
        self._small = words.small
        keys = {name.lower(): None for name in self._names}
        self._keys = [*keys]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._keys, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Start, end, and whether it is printed in small letters."""
        low = text.lower()
        if len(low) != len(text):
            return
        for _, start, end in self._automaton.find_matches_as_indexes(low):
            if (start and (low[start - 1].isalnum() or low[start - 1] in "-&")) or low[end : end + 1].isalnum():
                continue
            printed = text[start:end]
            if printed[0].isupper():
                if printed in vocabulary().heads or not printed.isupper():
                    yield start, end, False
            elif printed in self._small:
                yield start, end, True


@cache
def _heads() -> _Heads:
    return _Heads()


def bodies(text: str, *, words: Mapping[int, int], places: Mapping[int, int]) -> Iterator[Mention]:
    """Mentions in a text in standard spelling, in its order and without overlaps.

    `words` gives for the start of each word of several syllables its end, `places` for each known place.
    """
    last = 0
    starts = {end: start for start, end in words.items()}
    inside = {at for end, start in starts.items() for at in range(start + 1, end)}
    for start, end, small in _heads().find(text):
        if start < last or start in inside or start in places or _is_inside_name(text, start, end):
            continue
        if _STANDING.match(text, start) and _OFFICE.search(text, max(0, start - 24), start):
            continue
        if end in inside and text[end + 1 : end + 2].islower():
            continue
        if text[start:end] in _CENTRES and not _body_follows(text, end):
            continue
        stop = _Walk(text, start, end, words=words, places=places).end()
        if stop <= end or (small and text[end:stop].islower()):
            continue
        yield Mention(start, stop, "ORG", "body-small" if small else "body", 0.6 if small else 0.8)
        last = stop


def _body_follows(text: str, end: int) -> bool:
    found = _WORDS.match(text, end + 1)
    words = found[0].split(" ") if found else []
    return any(" ".join(words[:count]) in vocabulary().heads for count in range(1, len(words) + 1))


def _is_inside_name(text: str, start: int, end: int) -> bool:
    """Whether a head of one syllable is part of another name: "Tân Hội", "Vũ Khoa"."""
    if " " in text[start:end]:
        return False
    before = _PREVIOUS.search(text, max(0, start - 12), start)
    return before is not None and before[1][0].isupper() and before[1] not in _TITLE_ENDS


class _Walk:
    """One pass over the words after a head; `last` says what the word before was."""

    def __init__(
        self, text: str, start: int, end: int, *, words: Mapping[int, int], places: Mapping[int, int]
    ) -> None:
        self._text = text
        self._words = words
        self._places = places
        self._ends: set[int] = set()
        self._proper = False  # a name of its own stands in it: "Công ty TNHH | Hòa Bình"
        self._head = self._first = text[start:end]
        self._at = self._end = end
        self._last = "head"
        self._waiting = False  # for the "và" that ends an enumeration

    def end(self) -> int:
        for _ in range(MAX_WORDS):
            found = _NEXT.match(self._text, self._at)
            if found is None or not self._step(found):
                break
        nameless = self._first in vocabulary().named and not (self._proper or self._ends)
        return 0 if nameless else self._end

    def _step(self, found: re.Match[str]) -> bool:
        word, start = found["word"], found.start("word")
        sign = (found["sign"] or "").strip()
        if not sign and found.start("word") == self._at:
            return False
        if sign in (";", "/"):
            return False
        if sign == "" and word == "các":
            return self._last in ("head", "doing", "small", "joined") and self._join(found.end("word"))
        if sign == "" and word in vocabulary().about:
            fits = self._first in vocabulary().open and self._last in ("head", "small", "topic", "doing")
            return fits and self._join(found.end("word"))
        if sign == "" and word == "và":
            return self._join(found.end("word"))
        if sign == "" and word == "tại":
            return self._abroad(found.end("word"))
        if sign:
            return self._after_sign(sign, start)
        return self._word(word, start)

    def _word(self, word: str, start: int) -> bool:
        words = vocabulary()
        if word[0].isupper() and (head := self._phrase(start, words.heads, exact=True)):
            self._head = self._text[start:head]
            return self._take(head, "head" if self._head in words.open or self._head in words.named else "body")
        if (word in words.closing or word in words.classes) and (end := self._class(word, start)):
            return self._take(end, "name")
        if self._last not in ("name", "body") or word[0].isupper():
            if end := self._phrase(start, words.topics):
                return self._take(end, "small" if word.islower() else "topic")
        if self._last in ("head", "joined", "comma") and (end := self._phrase(start, words.doing)):
            return self._take(end, "doing" if word.islower() else "topic")
        if word.isdigit():
            return self._last in ("head", "number") and len(word) <= 3 and self._take(start + len(word), "number")
        if word[0].isupper() and not self._is_person(start) and not self._is_foreign(word):
            if place := self._places.get(start, 0):
                self._ends.add(place)
                return self._take(place, "name")
            self._proper |= word not in _BARE
            whole = self._words.get(start, 0) if is_vietnamese(word) else 0
            if whole and self._text.count(" ", start, whole) == 1 and self._text[whole - 1].islower():
                capital = self._text[start + len(word) + 1].isupper()
                return self._take(whole, "name" if capital else "topic")
            return self._take(start + len(word), "name")
        return False

    def _take(self, end: int, last: str) -> bool:
        self._at = end
        if not (self._waiting and self._last == "comma"):
            self._end, self._waiting = end, False
        self._last = "comma" if self._waiting else last
        return True

    def _join(self, end: int) -> bool:
        """What stands after "và" goes on with the name if it is no other body."""
        after = end + 1
        words = vocabulary()
        if self._phrase(after, words.heads, exact=True) or self._last == "joined":
            return False
        if self._phrase(after, words.not_joined, exact=True):
            return False
        if self._phrase(after, words.closing | words.classes, exact=True):
            return False
        if not (self._phrase(after, words.topics) or self._phrase(after, words.doing)):
            return False
        self._at, self._last, self._waiting = end, "joined", False
        return True

    def _after_sign(self, sign: str, start: int) -> bool:
        words = vocabulary()
        if self._phrase(start, words.heads, exact=True):
            return False
        topic = self._phrase(start, words.topics) or self._phrase(start, words.doing)
        if sign != "," and not self._text[start].isupper():
            return False
        if sign == ",":
            if not topic or self._last == "head":
                return False
            self._waiting, self._last = True, "comma"
            return self._take(topic, "comma")
        if topic:
            return self._take(topic, "topic")
        if self._last == "name" and self._phrase(start, words.countries, exact=True):
            return self._take(self._phrase(start, words.countries, exact=True), "name")
        return False

    def _abroad(self, end: int) -> bool:
        country = self._phrase(end + 1, vocabulary().countries, exact=True)
        if country and self._head in vocabulary().abroad:
            self._take(country, "name")
        return False

    def _class(self, word: str, start: int) -> int:
        """The end of a place with its class: "tỉnh | Hà Nam", "quận 1"; of the class alone where it may close."""
        after = start + len(word)
        found = _NEXT.match(self._text, after)
        if found and found.start("word") == after + 1 and not found["sign"]:
            following = found["word"]
            if following.isdigit() and len(following) < 3:
                return found.end("word")
            alone = word in ("tỉnh", "thành phố", "TP") and self._is_surname(following)
            if following[0].isupper() and not alone:
                return self._places.get(found.start("word")) or self._run(found.start("word"))
        return after if word in vocabulary().closing and self._last != "small" else 0

    def _run(self, start: int) -> int:
        """The end of a place's name that begins at `start`: two capitals, three at the most."""
        found = _CAPITALS.match(self._text, start)
        return found.end() if found else start

    def _is_surname(self, word: str) -> bool:
        return word in context().common_surnames and word != "Hồ"

    def _is_person(self, start: int) -> bool:
        """Whether a person's name begins: a common family name and one or two more capitals."""
        if self._last in ("head", "small", "topic", "number") and self._head in vocabulary().named:
            return False
        found = _WORDS.match(self._text, start)
        names = found[0].split(" ") if found else []
        capitals = [name for name in names if name.istitle()]
        if len(capitals) < 2 or capitals != names[: len(capitals)] or names[:3] == ["Hồ", "Chí", "Minh"]:
            return False
        if not is_vietnamese(names[0]) and not is_vietnamese(names[1]):
            return True
        known = context()
        family = known.common_surnames if len(capitals) == 2 else known.surnames
        return names[0] in family and is_vietnamese(names[1])

    def _is_foreign(self, word: str) -> bool:
        """Whether a foreign person's name follows a place's."""
        return self._at in self._ends and word.istitle() and not is_vietnamese(word)

    def _phrase(self, start: int, listed: frozenset[str], *, exact: bool = False) -> int:
        """The end of the longest listed phrase that begins at `start`; 0 without one."""
        found = _WORDS.match(self._text, start)
        if found is None:
            return 0
        words: Sequence[str] = found[0].split(" ")
        for count in range(len(words), 0, -1):
            phrase = " ".join(words[:count])
            if phrase in listed or (not exact and phrase.lower() in listed):
                return start + len(phrase)
        return 0
