"""Mentions of one article in, the same names at its other places out: one decision per name and article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from nlp.document import EntityType
from nlp.entities.context import context, is_vietnamese
from nlp.entities.joined import Joined
from nlp.entities.mention import Mention

MAX_NAMES = 2_000  # of an article that are looked for again
_NOBODY = frozenset(("Việt", "Nam", "Anh"))  # that mostly stand for a country, or for a form of address
SURE = 0.6  # of the votes for a name that its type must have
_OPENS = re.compile(r"(?:\A|[.!?:…\n\"“”(*•-])[ \n]*\Z")
_BRACKETS = re.compile(
    r" ?\((?:(?:sau đây |tên )?(?:gọi tắt|viết tắt|tắt) là )?"
    r"[\"“]?([A-ZĐƯ][\w&.-]{0,12}[A-ZĐƯ0-9+]\w{0,4})[\"”]?[),;]"
)
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-zà-ỹ](?:\w*|\.) \Z")
_CAPITAL_AFTER = re.compile(r" [^\W\d_a-zà-ỹ]")


@dataclass(frozen=True, slots=True)
class Known:
    type: EntityType
    weight: float  # the sum of the confidences
    by: str
    canonical: str | None = None


def echoes(
    text: str, mentions: Sequence[Mention], *, words: Joined, bodies: Sequence[Mention] = ()
) -> Iterator[Mention]:
    """The names of `mentions` at other places, and the abbreviations that the text brings in for `bodies`.

    A name that is decided at some places is found at the others, and a part of a person's name stands for the
    person.
    """
    names = _names(_votes(text, mentions))
    short = {text[slice(*span)]: span for span in introduced(text, (*mentions, *bodies))}
    names |= {name: Known("ORG", 1.0, "introduced") for name in short}
    if names:
        yield from _again(text, names, mentions, words)


def introduced(text: str, bodies: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where an abbreviation stands in brackets after the body that it is short for: "… (VUFO)"."""
    for one in bodies:
        if one.type == "ORG" and (found := _BRACKETS.match(text, one.end)):
            yield found.span(1)


def _votes(text: str, mentions: Sequence[Mention]) -> dict[str, Counter[EntityType]]:
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for one in mentions:
        votes[text[one.start : one.end]][one.type] += one.confidence  # type: ignore[assignment]
    return votes


def _names(votes: Mapping[str, Counter[EntityType]]) -> dict[str, Known]:
    """What is looked for again: every decided name, and the parts that a person is called by."""
    names: dict[str, Known] = {}
    for name, counts in votes.items():
        best, most = counts.most_common(1)[0]
        is_word = best == "LOC" and " " not in name  # "Anh", "Mỹ"
        if most >= SURE and most > 0.7 * sum(counts.values()) and len(name) > 1 and not is_word:
            names[name] = Known(best, most, "again")
    parts: dict[str, set[str]] = defaultdict(set)
    for name, known in names.items():
        if known.type == "PER":
            for part in _parts(name):
                parts[part].add(name)
    for part, full in parts.items():
        if part not in names and part not in votes and part.lower() not in context().address:
            names[part] = Known("PER", max(names[name].weight for name in full), "given")
    return dict([*names.items()][:MAX_NAMES])


def _parts(name: str) -> Iterator[str]:
    """What newspapers call a person by after the full name: "Nam", "Tiến Nam"; "Trump", "Donald"."""
    syllables = name.split(" ")
    if len(syllables) < 2 or not all(one[:1].isupper() for one in syllables):
        return
    if not all(map(is_vietnamese, syllables)):
        yield from (one for one in syllables if len(one) > 2 and "." not in one and one not in _NOBODY)
    elif syllables[0] in context().surnames:
        if syllables[-1] not in _NOBODY:
            yield syllables[-1]
        if len(syllables) > 3:
            yield " ".join(syllables[-2:])


def _again(text: str, names: Mapping[str, Known], kept: Sequence[Mention], words: Joined) -> Iterator[Mention]:
    keys = [*names]
    automaton = ahocorasick_rs.AhoCorasick(keys, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    covered = {place for one in kept for place in range(one.start, one.end)}
    for number, start, end in automaton.find_matches_as_indexes(text):
        if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
            continue
        if start in covered or end - 1 in covered:
            continue
        known = names[keys[number]]
        by = known.by
        if " " not in keys[number] and not keys[number][1:2].isupper():
            if not _stands(text, start, end, words):
                continue
            if _OPENS.search(text[max(0, start - 24) : start]) and is_vietnamese(keys[number]):
                by += "-opens"
        yield Mention(start, end, known.type, by, min(0.9, known.weight), known.canonical)


def _stands(text: str, start: int, end: int, words: Joined) -> bool:
    """Whether a name of one syllable stands alone."""
    if words.split(start) or words.end(start):
        return False
    before, after = text[max(0, start - 24) : start], text[end : end + 2]
    if _CAPITAL_AFTER.match(after) or before[-1:] in tuple("-/&") or after[:1] in tuple("-/&"):
        return False
    if before[-1:] in tuple("\"“‘'") and after[:1] in tuple("\"”’'"):  # the title of a work
        return False
    previous = _CAPITAL_BEFORE.search(before)
    return previous is None or previous[0].strip().lower() in context().address
