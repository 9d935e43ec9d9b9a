"""What every search engine does, and how it fails."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from indexer.query import Request, Result
from indexer.record import Record

Capability = Literal["native", "emulated", "approximate", "none"]
FEATURES = (
    "phrase",
    "slop",
    "fuzzy",
    "prefix",
    "more_like",
    "facets",
    "sort",
    "cursor_by_date",
    "cursor_by_relevance",
    "offset",
)


class EngineError(Exception):
    """The engine can't do its work; the message names the engine, the place and the mend."""


class EngineUnavailable(EngineError):
    """It does not answer, or its index is missing."""


class Unsupported(EngineError):
    """The engine has no way to do what was asked; known before anything runs."""

    def __init__(self, feature: str, engine: str, hint: str) -> None:
        super().__init__(f"{engine} can't do {feature}: {hint}")
        self.feature, self.engine, self.hint = feature, engine, hint


class BadCursor(EngineError):
    """The cursor was not made by this engine for this sort."""


@dataclass(frozen=True, slots=True)
class Delete:
    id: str
    version: int


Change = Record | Delete


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that the engine would not take, and why."""

    id: str
    reason: str


class Generation(Protocol):
    """A new index that is being filled beside the one that answers."""

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]: ...

    def count(self) -> int: ...

    def publish(self) -> None:
        """Let it answer from now on, in one step; the one before is forgotten."""


class SearchEngine(Protocol):
    """One search engine.  Writing is idempotent by id and version; a lower version never replaces a higher one."""

    name: str
    capabilities: Mapping[str, Capability]

    def search(self, request: Request) -> Result:
        """Raises EngineUnavailable, Unsupported or BadCursor."""

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        """Make the changes durable and visible; what it refuses comes back, the rest is written."""

    def count(self) -> int: ...

    def versions(self) -> Iterator[tuple[str, int]]:
        """(id, version) of everything indexed, in no order."""

    def rebuild(self) -> AbstractContextManager[Generation]:
        """A new generation; leaving the block without `publish` drops it."""

    def check(self) -> str | None:
        """Why the index must be built again before it can answer, or None."""

    def close(self) -> None: ...
