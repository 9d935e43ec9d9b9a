"""The place after "Luật", "Bộ luật" or "Pháp lệnh" in a text in, the law whose name goes on there out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from nlp.directives.documents import bundled
from nlp.directives.vocabulary import load
from nlp.normalize import standard

HEADS = ("Bộ luật", "Luật", "Pháp lệnh")
_PARTING = r"(?:[,&/-]|và(?=[ \n]))"
_NEXT = re.compile(
    rf"(?:[ \n]{{1,12}}|(?P<parting>[ \n]{{0,3}}{_PARTING}(?:[ \n]{{0,3}}{_PARTING})?[ \n]{{0,12}}))"
    rf"(?P<word>(?!và[ \n])[^\W_]+)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[,&/-]|[^\W_]+")
_NUMBERED = re.compile(r"số \d|\d/")


@dataclass(slots=True)
class _Node:
    """A word of names: the words it can be followed by, and the whole name where one ends in it."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Statute:
    """`name` is the whole name in the spelling of the list: "Bộ luật Hình sự"."""

    end: int
    name: str


def statute(text: str, head: str, at: int) -> Statute | None:
    """The longest listed name that goes on at `at` of a text in standard spelling, after a `head` in any case.

    Commas and "và" of the list may be missing, but words that the list does not part may not be parted.  Short
    forms ("BHXH") must be in capitals.  One word in small letters after a small "luật" is a common noun.
    """
    begin = at
    node = _tree().after.get(" ".join(head.lower().split()))
    best: Statute | None = None
    while node and (found := _NEXT.match(text, at)):
        mark = "," if found["parting"] else ""
        node = node.after.get(mark + found["word"]) or node.after.get(mark + found["word"].lower())
        at = found.end()
        if node and node.name:
            best = Statute(at, node.name)
    if best and f"{head}{text[begin : best.end]}".islower() and len(text[begin : best.end].split()) == 1:
        return None
    return best


@cache
def _tree() -> _Node:
    """A word that follows a comma or "và" in a name begins with a comma; it also stands without."""
    tree = _Node()
    for spelling, name in _spellings():
        head = next(one for one in HEADS if spelling.startswith(f"{one} "))
        for words in product(*_choices(spelling.removeprefix(f"{head} "))):
            node = tree.after.setdefault(head.lower(), _Node())
            for word in words:
                node = node.after.setdefault(word, _Node())
            node.name = node.name or name
    return tree


def _choices(name: str) -> Iterator[tuple[str, ...]]:
    parted = False
    for token in _TOKEN.findall(name):
        if token in (*",&/-", "và"):
            parted = True
            continue
        word = token if token.isupper() and len(token) > 1 else token.lower()
        yield (f",{word}", word) if parted else (word,)
        parted = False


def _spellings() -> Iterator[tuple[str, str]]:
    """Names as they are printed, and the whole name that each stands for."""
    names = load("names.yaml")
    for name, others in names["also"].items():
        for other in others:
            yield standard(other), standard(name)
    for document in bundled():
        for name in document.names if document.type in HEADS else ():
            if name.startswith(HEADS) and not _NUMBERED.search(name):
                yield standard(name), standard(name)
    for name in names["names"]:
        yield standard(name), standard(name)
