"""Lines of a text in; what each is out: the article's, a caption, or a box, a button, a picture's text."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crawler.extract.blocks import key
from crawler.extract.caption import LONGEST as LONGEST_CAPTION
from crawler.extract.caption import is_credited
from crawler.extract.lines import Line, is_alt, is_doubled, is_prose, looks_like_title
from crawler.extract.residue import is_residue, opens_others

ENOUGH = 3  # paragraphs of prose behind which a box of other articles ends the text
SHORTEST_ALT = 20  # letters; cells of tables repeat too
SAME = 0.7  # of a line's words, which the caption of the same picture under it says too
PARTED = 1 / 3  # share of lines behind an empty one, from which empty lines part the paragraphs
_ALT_PREFIX = re.compile(r"(?:[a-z0-9]+ ){5,}(?=[^a-z0-9\s])")
_TEASER = re.compile(r"(?:\.\.\.|…)$")
_TOOLBAR = re.compile(r"(?:left|center|right|del|justify|edit){2,}", re.IGNORECASE)
_OF_ITSELF: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("box", opens_others),
    ("toolbar", _TOOLBAR.fullmatch),
    ("residue", is_residue),
    ("doubled", is_doubled),
    ("picture-link", _ALT_PREFIX.match),
    ("picture-text", is_alt),
)
_BOXES = frozenset({"box", "box-link"})
_LINKS = frozenset({"doubled", "picture-link", "teaser"})
_PICTURES = frozenset({"picture-text", "often"})


@dataclass(frozen=True, slots=True)
class Stripped:
    """`rules` tell of every line by its number what it was taken for (a slug of crawler/explain/rules.py)."""

    lines: tuple[Line, ...]
    captions: tuple[Line, ...]
    rules: Mapping[int, str]


def strip(lines: Sequence[Line]) -> Stripped:
    """Lines of the article, and its captions.

    Dropped are the links to other articles that plain text shows as a title printed twice on one line, with the
    lead under it; titles behind a picture's text without accents; boxes ("Tin liên quan" …); buttons.
    """
    end = _end(lines)
    judge = _Judge(lines[:end])
    rules = {line.at: judge.rule(place) for place, line in enumerate(judge.lines)}
    rules |= {line.at: "box" if place == 0 else "below-box" for place, line in enumerate(lines[end:])}
    text = tuple(line for line in judge.lines if rules[line.at] == "text")
    return Stripped(text, tuple(line for line in judge.lines if rules[line.at] == "caption"), rules)


class _Judge:
    """Says of each line, in order, what it is; the line before it tells part of it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.parted = sum(line.apart for line in lines) > PARTED * len(lines)
        counts = Counter(key(line.text) for line in lines)
        self.often = {mark for mark, count in counts.items() if count > 2 and len(mark) >= SHORTEST_ALT}
        self.before = "text"
        self.begun = False

    def rule(self, place: int) -> str:
        line = self.lines[place]
        if place and line.text == self.lines[place - 1].text:
            return "repeated"
        self.before = self._of_itself(line.text) or self._by_its_place(place)
        self.begun = self.begun or self.before == "text"
        return self.before

    def _of_itself(self, text: str) -> str | None:
        if rule := next((rule for rule, holds in _OF_ITSELF if holds(text)), None):
            return rule
        often = self.begun and key(text) in self.often  # the title stands as every picture's text too
        return "often" if often else None

    def _by_its_place(self, place: int) -> str:
        line = self.lines[place]
        under = self.parted and not line.apart
        if self.before in _LINKS and (_TEASER.search(line.text) or (under and is_prose(line.text))):
            return "teaser"
        if self.before in _BOXES and looks_like_title(line.text) and not is_prose(line.text):
            return "box-link"
        if len(line.text) > LONGEST_CAPTION:
            return "text"
        over = self._over_caption(place) if self.parted else None
        if self.before == "toolbar" and not line.apart:
            return "caption"
        if over or is_credited(line.text) or (under and self.before in _PICTURES):
            return over or "caption"
        return "text"

    def _over_caption(self, place: int) -> str | None:
        """What the line is over a caption: a picture's text where that says the same again, else a caption."""
        if place == 0 or place + 1 == len(self.lines) or self.lines[place + 1].apart:
            return None  # what opens the text is its title
        line, following = self.lines[place], self.lines[place + 1].text
        if following == line.text:
            return "caption"
        if not line.apart or not is_credited(following):
            return None
        if _is_said_again(line.text, following):
            return "picture-text"
        return None if is_prose(line.text) else "caption"


def _is_said_again(text: str, following: str) -> bool:
    words = set(text.lower().split())
    return len(words & set(following.lower().split())) > SAME * len(words)


def _end(lines: Sequence[Line]) -> int:
    """Where a box of other articles is headed behind enough of the text: what follows is not the article's."""
    prose = 0
    for place, line in enumerate(lines):
        if opens_others(line.text) and prose >= ENOUGH:
            return place
        prose += is_prose(line.text)
    return len(lines)
