"""The words that tell offices, read once from the data file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nlp.normalize import standard
from nlp.offices.data import load


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`forms` gives for each title, in small letters, its kind: "whole", "minister", "apart", "fused" …"""

    forms: dict[str, str]
    serving: frozenset[str]  # that may have another's office as their body
    needy: frozenset[str]  # titles that are common words without a body
    heads: frozenset[str]
    inside: frozenset[str]
    joining: frozenset[str]
    verbs: frozenset[str]
    places: frozenset[str]
    named: frozenset[str]
    bodies: dict[str, str]  # by the title that names or means it
    kinds: re.Pattern[str]
    remarks: re.Pattern[str]
    address: str  # a pattern: any number of them, each with its space


@cache
def vocabulary() -> Vocabulary:
    words = load("titles")
    return Vocabulary(
        forms=_forms(words),
        serving=frozenset(map(standard, words["serving"])),
        needy=frozenset(map(standard, words["needy"])),
        heads=frozenset(map(standard, words["heads"])),
        inside=frozenset(map(standard, words["inside"] + words["joining"])),
        verbs=frozenset(map(standard, words["verbs"])),
        joining=frozenset(map(standard, words["joining"])),
        places=frozenset(map(standard, words["places"])),
        bodies={standard(form): body for body, forms in words["bodies"].items() for form in forms},
        named=frozenset(map(standard, words["named"])),
        kinds=re.compile(rf"(?:[ ](?:{_either(words['kinds'])})(?!\w))*", re.IGNORECASE),
        remarks=re.compile(rf"(?:[ ](?:{_either(words['remarks'])})(?!\w))*", re.IGNORECASE),
        address=rf"(?:(?i:{_either(words['address'])})(?:\. ?|,? |-)){{0,6}}",
    )


def _forms(words: dict[str, dict[str, list[str]]]) -> dict[str, str]:
    """A title may be listed as several kinds: the first of these counts."""
    listed: dict[str, str] = {}
    for kind in ("none", "whole", "ministers", "deputy", "fused", "apart"):
        for form in _listed(words[kind]):
            listed.setdefault(standard(form), kind)
    return listed


def _listed(words: dict[str, list[str]] | list[str]) -> Iterable[str]:
    if isinstance(words, list):
        return words
    return [*(form for one in words["deputies"] for form in (one, f"phó {one}")), *words["others"]]


def _either(words: Iterable[str]) -> str:
    """The longest first, so that one does not hide another that it begins."""
    return "|".join(sorted(map(re.escape, map(standard, words)), key=len, reverse=True))
