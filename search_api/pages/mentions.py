"""What an article speaks of, as the page lists it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that the article speaks of: how often, and where there is more about it."""

    label: str
    count: int
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """All of one kind, the most frequent first; `kind` is their class in the style sheet."""

    kind: str
    heading: str
    items: tuple[Mention, ...]
