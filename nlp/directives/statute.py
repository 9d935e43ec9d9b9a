"""The place after "Luật", "Bộ luật" or "Pháp lệnh" in a text in, the law whose name goes on there out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from nlp.directives.documents import bundled
from nlp.directives.vocabulary import load
from nlp.normalize import standard

_HEADS = ("Bộ luật", "Luật", "Pháp lệnh")
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
    parted: bool = False  # a comma or "và" may stand before it


@dataclass(frozen=True, slots=True)
class Statute:
    """`name` is the whole name in the spelling of the list: "Bộ luật Hình sự"."""

    end: int
    name: str


def statute(text: str, head: str, at: int) -> Statute | None:
    """The longest listed name that goes on at `at` of a text in standard spelling, after a `head` in any case.

    Commas and "và" of the list may be missing, but words that the list does not part may not be parted.  Short
    forms ("BHXH") must be in capitals.
    """
    begin = at
    node = _tree().after.get(" ".join(head.lower().split()))
    best: Statute | None = None
    while node and (found := _NEXT.match(text, at)):
        node = node.after.get(found["word"]) or node.after.get(found["word"].lower())
        if node is None or (found["parting"] and not node.parted):
            break
        at = found.end()
        if node.name:
            best = Statute(at, node.name)
    return None if best and _is_noun(head, text[begin : best.end]) else best


def _is_noun(head: str, words: str) -> bool:
    """In small letters one word, or the name of a branch of law, is no law's: "luật giá", "luật dân sự"."""
    return f"{head}{words}".islower() and (len(words.split()) == 1 or words.strip() in _branches())


@cache
def _tree() -> _Node:
    tree = _Node()
    for printed, name in _spellings():
        head = next(one for one in _HEADS if printed.startswith(f"{one} "))
        node = tree.after.setdefault(head.lower(), _Node())
        parted = False
        for token in _TOKEN.findall(printed.removeprefix(f"{head} ")):
            if token in (*",&/-", "và"):
                parted = True
                continue
            word = token if token.isupper() and len(token) > 1 else token.lower()
            node = node.after.setdefault(word, _Node())
            node.parted, parted = node.parted or parted, False
        node.name = node.name or name
    return tree


def _spellings() -> Iterator[tuple[str, str]]:
    """Names as they are printed, and the whole name that each stands for."""
    names = load("names.yaml")
    known = [name for one in bundled() if one.type in _HEADS for name in one.names]
    for name, others in names["also"].items():
        yield from ((standard(other), standard(name)) for other in others)
    for name in (*known, *names["names"]):
        if name.startswith(_HEADS) and name not in names["never"] and not _NUMBERED.search(name):
            yield standard(name), standard(name)


@cache
def _branches() -> frozenset[str]:
    return frozenset(standard(branch) for branch in load("names.yaml")["branches"])
