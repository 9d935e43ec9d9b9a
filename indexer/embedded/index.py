"""One index folder: changes in, documents durable; and the searcher of its newest state out."""

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tantivy import Document, Index, IndexWriter, Query, Searcher, SearchResult

from indexer.embedded.schema import (
    ALIVE,
    KEY,
    SCHEMA,
    fault,
    register_tokenizers,
    to_document,
    to_tombstone,
    write_label,
)
from indexer.engine import Change, Delete, EngineUnavailable, Refusal
from indexer.entry import Entry, accept

WRITER_BYTES = 64_000_000
LOCK_TRIES = 600  # of 0.1 s: another process writes a batch in a second or two, and merges within a minute


class EmbeddedIndex:
    """Opening raises EngineUnavailable where the folder holds no index that this version can read."""

    def __init__(self, folder: Path) -> None:
        if reason := fault(folder):
            raise EngineUnavailable(reason)
        self.folder = folder
        try:
            self._index = Index(SCHEMA, str(folder))
        except ValueError as error:
            raise EngineUnavailable(f"the index in {folder} can't be opened ({error})") from error
        self._index.config_reader("manual")
        self._index.reload()  # a reader begins empty, and the files may be gone by the first question
        register_tokenizers(self._index)
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._is_swept = False

    @classmethod
    def create(cls, folder: Path) -> "EmbeddedIndex":
        folder.mkdir(parents=True)
        Index(SCHEMA, str(folder))
        write_label(folder)
        return cls(folder)

    def searcher(self) -> Searcher:
        """Of the last commit of any process; of the last one seen where the index has been replaced since."""
        try:
            state = (self.folder / "meta.json").stat()  # a commit puts a new file in its place
        except FileNotFoundError:
            return self._index.searcher()
        now = (state.st_mtime_ns, state.st_ino)
        if now != self._seen:
            self._index.reload()
            self._seen = now
        return self._index.searcher()

    def count(self) -> int:
        return number_found(self.searcher().search(Query.exists_query(ALIVE), 1))

    def versions(self) -> Iterator[tuple[str, int]]:
        searcher = self.searcher()
        found = searcher.search(Query.exists_query(ALIVE), max(searcher.num_docs, 1), order_by_field="version")
        for version, address in found.hits:
            yield searcher.doc(address)[KEY][0], version

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        accepted, refusals = accept(changes)
        with self._lock:
            writer = self.writer()
            self._replace(writer, accepted)
            self.commit(writer)
        return refusals

    def commit(self, writer: IndexWriter) -> None:
        """Make durable what the writer was handed, let go of it, and see it, whatever becomes of the folder."""
        writer.commit()
        writer.wait_merging_threads()
        self.searcher()

    def put(self, writer: IndexWriter, change: Entry | Delete, *, replaces: bool) -> None:
        """Hand one change to the writer; `replaces` says that the index holds the article already."""
        if replaces:
            writer.delete_documents_by_term(KEY, change.id)
        writer.add_document(_document(change))

    def _replace(self, writer: IndexWriter, accepted: Sequence[Entry | Delete]) -> None:
        """An article is replaced by a higher version only; looked up while no other process can write."""
        known = self._versions([change.id for change in accepted])
        for change in accepted:
            if known.get(change.id, -1) < change.version:
                self.put(writer, change, replaces=change.id in known)

    def _versions(self, ids: Sequence[str]) -> dict[str, int]:
        searcher = self.searcher()
        found = searcher.search(Query.term_set_query(SCHEMA, KEY, list(ids)), max(len(ids), 1), count=False)
        addresses = [address for _, address in found.hits]
        versions = searcher.fast_field_values("version", addresses)
        keys = [searcher.doc(address)[KEY][0] for address in addresses]
        return dict(zip(keys, versions, strict=True))

    def writer(self) -> IndexWriter:
        """The one writer that an index may have at a time."""
        for _ in range(LOCK_TRIES):
            try:
                writer = self._index.writer(WRITER_BYTES, 1)
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise self._unwritable(error) from error
                time.sleep(0.1)
                continue
            if not self._is_swept:
                writer.garbage_collect_files()  # what a killed process left
                self._is_swept = True
            return writer
        raise EngineUnavailable(
            f"another process has been writing the index in {self.folder} for {LOCK_TRIES // 10} s; "
            "let it finish, or end it, and try again"
        )

    def _unwritable(self, error: ValueError) -> EngineUnavailable:
        return EngineUnavailable(f"the index in {self.folder} can't be written: {error}")


def _document(change: Entry | Delete) -> Document:
    return to_tombstone(change.id, change.version) if isinstance(change, Delete) else to_document(change)


def number_found(found: SearchResult) -> int:
    """All that match, beyond those that were asked for."""
    number: int = found.count  # type: ignore[attr-defined]  # tantivy's stub forgets it
    return number
