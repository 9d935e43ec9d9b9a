"""What model and rules found in, one set of mentions out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nlp.entities.agree import echoes
from nlp.entities.bounds import fitted
from nlp.entities.hints import Hints
from nlp.entities.joined import Joined
from nlp.entities.mention import Mention
from nlp.entities.overlap import without_overlaps
from nlp.entities.persons import begins_title
from nlp.entities.standing import after_standing
from nlp.segment import Sentence

# The model has learnt from what the rules say, and knows better.  By models trained without the fifth of
# entities.train on which they were tried: where both see something and differ, the model was right 529 times, the
# rules 72; where it sees nothing, they were right 9 times of 77.  So a rule adds that it agrees, and its name.
BYLINES = frozenset(("credit", "byline"))  # but these were right 142 times of 142, whatever the model said
# Found again where the model sees nothing: right 12 times of 17 and 6 of 6; bodies were 4 of 14, places 2 of 5.
AGAIN = frozenset((("PER", "again"), ("PER", "given")))
# Less sure than this, and no rule agrees, a name is left out: by the same models F1 of PER .946 -> .950, of ORG
# and LOC as good with fewer false.
LEAST: dict[str, float] = {"PER": 0.5, "ORG": 0.6, "LOC": 0.5}
AGREED = 0.97  # the confidence where both say the same
# Official texts are not what the model has learnt from: "Chương III" alone on its line looks like a name.
_UNIT = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục|Điều|Khoản|Phụ lục) (?:[IVXLC]+|\d+)\b")


def merged(text: str, model: Iterable[Mention], told: Hints, sentences: Sequence[Sentence]) -> list[Mention]:
    """In the order of the text, without overlaps; `by` names the rule that found a mention, if one did.

    In a sentence that is all in capitals, or all in small letters, only the rules find names.
    """
    rules = {(one.start, one.end): one for one in (*told.bodies, *told.names)}
    seen = (_with_rule(one, rules.get((one.start, one.end))) for one in fitted(text, _trimmed(text, model)))
    sure = (one for one in seen if one.confidence >= LEAST.get(one.type, 0))
    kept = without_overlaps([*sure, *_alone(text, told.names, sentences)])
    again = [one for one in echoes(text, kept, words=Joined.of(sentences)) if (one.type, one.by) in AGAIN]
    return sorted([*kept, *_mostly_seen(text, kept, again)], key=lambda one: one.start)


def _trimmed(text: str, model: Iterable[Mention]) -> Iterator[Mention]:
    """A body without the title before it; no title for a person, and no chapter for anything."""
    for one in model:
        if _UNIT.match(text, one.start):
            continue
        if one.type == "ORG":
            yield replace(one, start=after_standing(text, one.start))
        elif one.type != "PER" or not begins_title(text, one.start):
            yield one


def _mostly_seen(text: str, seen: Sequence[Mention], again: Sequence[Mention]) -> Iterator[Mention]:
    """Not the many places of what the model alone took for a name once or twice."""
    known = Counter(text[one.start : one.end] for one in seen)
    backed = {text[one.start : one.end] for one in seen if one.by != "model"}
    times = Counter(text[one.start : one.end] for one in again)
    for one in again:
        name = text[one.start : one.end]
        if one.by == "given" or name in backed or times[name] <= 2 * known[name]:
            yield one


def _with_rule(seen: Mention, rule: Mention | None) -> Mention:
    if rule is None or (rule.type != seen.type and rule.by not in BYLINES):
        return seen
    sure = max(seen.confidence, AGREED)
    return replace(seen, type=rule.type, by=rule.by, confidence=sure, canonical=rule.canonical)


def _alone(text: str, names: Iterable[Mention], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    starts = [one.start for one in sentences]
    for name in names:
        sentence = sentences[bisect_right(starts, name.start) - 1]
        words = text[sentence.start : sentence.end]
        if name.by in BYLINES or words.isupper() or words.islower():
            yield name
