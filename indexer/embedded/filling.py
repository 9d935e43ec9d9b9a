"""Changes in, a new index that holds them out: one writer from the first to the last, durable only when settled.

An index that answers is written in batches, each made durable by itself (`EmbeddedIndex.write`).  One that is
being filled answers nobody, so it may wait for the end: tantivy then works while the next batch is prepared.
"""

from collections.abc import Sequence

from tantivy import IndexWriter

from indexer.embedded.index import EmbeddedIndex
from indexer.engine import Change, Refusal
from indexer.entry import accept


class Filling:
    """Nobody else knows the index yet, so what was written is remembered here and not looked up."""

    def __init__(self, index: EmbeddedIndex) -> None:
        self._index = index
        self._writer: IndexWriter | None = None
        self._versions: dict[str, int] = {}

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        accepted, refusals = accept(changes)
        if self._writer is None:
            self._writer = self._index.writer()
        for change in accepted:
            known = self._versions.get(change.id)
            if known is None or known < change.version:
                self._index.put(self._writer, change, replaces=known is not None)
                self._versions[change.id] = change.version
        return refusals

    def settle(self) -> EmbeddedIndex:
        """The index with all that was written, durable."""
        if self._writer is not None:
            self._index.commit(self._writer)
            self._writer = None
        return self._index

    def close(self) -> None:
        """Let go of the index; what was not settled is lost."""
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None
