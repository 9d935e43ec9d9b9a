"""A stream that unpacks in, the same stream out, which ends with `Bomb` when it gives too much for its size."""

import io
from typing import Protocol

FLOOR_BYTES = 256 * 1024 * 1024  # what any archive may hold: 1,600 pages of real size
CHUNK_BYTES = 1024 * 1024  # that are unpacked before they are counted
RATIO = 100  # pages shrink 5 to 20 times, monotonous ones 60; a bomb 1,000 times and more


class Bomb(Exception):
    """More comes out of an archive than any real one of its size would hold."""


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


class Meter:
    """Counts what comes out of one archive, whatever its headers say of it."""

    def __init__(self, packed_bytes: int) -> None:
        self._left = FLOOR_BYTES + RATIO * packed_bytes

    def take(self, size: int) -> None:
        """Raises Bomb."""
        self._left -= size
        if self._left < 0:
            raise Bomb


def metered(stream: Stream, meter: Meter) -> io.BufferedReader:
    return io.BufferedReader(_Metered(stream, meter))


class _Metered(io.RawIOBase):
    def __init__(self, stream: Stream, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        super().close()
        self._stream.close()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what io gives is one
        part = self._stream.read(min(len(buffer), CHUNK_BYTES))
        self._meter.take(len(part))
        buffer[: len(part)] = part
        return len(part)
