"""A day or a year in, the term of the Party or of the National Assembly that it falls in out."""

from functools import cache

from nlp.directives.vocabulary import load

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def party_term(day: str) -> str | None:
    """The term in which the Party numbered its documents on `day` (YYYY-MM-DD); None before the third congress."""
    began = [entry["term"] for entry in _party() if entry["since"] <= day]
    return began[-1] if began else None


def roman(term: str) -> str | None:
    """The Roman numeral for "13" or "xiii"; None for what names no term."""
    if term.isdigit():
        return ROMAN[int(term) - 1] if 0 < int(term) <= len(ROMAN) else None
    return term.upper() if term.upper() in ROMAN else None


def arabic(term: str) -> int:
    return ROMAN.index(term) + 1


def assembly_of(term: int, year: int) -> int:
    """The term whose acts bear `year`: the printed one where that is possible, else the only one that is."""
    possible = assemblies_of(year)
    return term if term in possible or len(possible) != 1 else possible[0]


def assemblies_of(year: int) -> tuple[int, ...]:
    """The terms of the National Assembly whose acts may bear `year`: two in a year of elections."""
    return tuple(entry["term"] for entry in _assemblies() if entry["first"] <= year <= entry["last"])


@cache
def _party() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = load("terms.yaml")
    return entries


@cache
def _assemblies() -> list[dict[str, int]]:
    entries: list[dict[str, int]] = load("assemblies.yaml")
    return entries
