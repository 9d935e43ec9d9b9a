"""The folder of indexes: CURRENT names the one that answers; each stands in a folder named by its time."""

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from indexer.embedded.index import EmbeddedIndex
from indexer.engine import EngineUnavailable

_POINTER = "CURRENT"


class EmbeddedFolder:
    """Opens what CURRENT names, and opens anew when another process has let it name something else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index: EmbeddedIndex | None = None
        self._lock = threading.Lock()

    def current(self) -> EmbeddedIndex:
        """Raises EngineUnavailable where there is no index, or none that this version can read."""
        try:
            return self._current()
        except EngineUnavailable as error:
            raise EngineUnavailable(f"{error}; run: tracuu rebuild --index") from error

    def current_or_new(self) -> EmbeddedIndex:
        if self._named() is None:
            with self._alone("lock"):
                if self._named() is None:
                    self._point_to(EmbeddedIndex.create(self._folder / _timestamp()))
        return self.current()

    def fault(self) -> str | None:
        """Why `current` would raise, or None."""
        try:
            self._current()
        except EngineUnavailable as error:
            return str(error)
        return None

    @contextmanager
    def building(self) -> Iterator[EmbeddedIndex]:
        """A new index, gone afterwards unless it was published.  What a killed rebuild left goes first."""
        with self._alone("building.lock", wait=False):
            with self._alone("lock"):
                self._sweep()
                index = EmbeddedIndex.create(self._folder / _timestamp())
            try:
                yield index
            finally:
                with self._alone("lock"):
                    self._sweep()

    def publish(self, index: EmbeddedIndex) -> None:
        with self._alone("lock"):
            self._point_to(index)

    def close(self) -> None:
        with self._lock:
            self._index = None

    def _current(self) -> EmbeddedIndex:
        name = self._named()
        while name is not None:
            try:
                return self._open(name)
            except EngineUnavailable:
                before, name = name, self._named()
                if name == before:  # not gone because another took its place
                    raise
        raise EngineUnavailable(f"there is no index in {self._folder} yet")

    def _open(self, name: str) -> EmbeddedIndex:
        with self._lock:
            if self._index is None or self._index.folder.name != name:
                self._index = EmbeddedIndex(self._folder / name)
            return self._index

    def _named(self) -> str | None:
        try:
            return (self._folder / _POINTER).read_text(encoding="ascii").strip() or None
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(error) from error

    def _point_to(self, index: EmbeddedIndex) -> None:
        """In one step: who reads CURRENT finds the one name or the other."""
        draft = self._folder / f"{_POINTER}.new"
        with draft.open("w", encoding="ascii") as file:
            file.write(index.folder.name + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._folder / _POINTER)

    def _sweep(self) -> None:
        """Remove every index but the current.  Who has one of them open keeps what it has mapped."""
        for folder in self._folder.iterdir():
            if folder.is_dir() and folder.name != self._named():
                shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def _alone(self, name: str, *, wait: bool = True) -> Iterator[None]:
        """The kernel frees a killed process's lock."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = (self._folder / name).open("w")
        except OSError as error:
            raise self._unusable(error) from error
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise EngineUnavailable(
                    f"another process is rebuilding the index in {self._folder}; let it finish first"
                ) from error
            yield

    def _unusable(self, error: OSError) -> EngineUnavailable:
        return EngineUnavailable(f"the index folder {self._folder} can't be used: {error.strerror}")


def _timestamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
