"""A CRFsuite model file in, its labels and weights out.

The taggers of `underthesea_core` read the same files; this one gives the weights away, so that features which
come again and again need not be written out as strings for every token (nlp/joins.py).
"""

import struct
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct("<4sI4sIIII5I")  # magic, size, type, version, counts, offsets
_FEATURE = struct.Struct("<IIId")  # kind, from, to, weight
_STATE, _TRANSITION = 0, 1


class NotAModel(Exception):
    """The file is missing or is no CRFsuite model; the message names it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`states[attribute]` holds (label, weight) pairs, `transitions[from][to]` a weight; labels count from 0."""

    labels: tuple[str, ...]
    states: dict[str, tuple[tuple[int, float], ...]]
    transitions: tuple[tuple[float, ...], ...]


def read(path: Path) -> Weights:
    """Raises NotAModel."""
    try:
        data = path.read_bytes()
        magic, _, kind, version, _, labels, attributes, *offsets = _HEADER.unpack_from(data)
    except (OSError, struct.error) as error:
        raise NotAModel(f"{path} can't be read as a CRFsuite model: {error}") from error
    if (magic, kind, version) != (b"lCRF", b"FOMC", 100):
        raise NotAModel(
            f"{path} is no CRFsuite model of version 100; install the version of its package that is locked"
        )
    features_at, labels_at, attributes_at, _, _ = offsets
    names = _strings(data, labels_at, labels)
    states, transitions = _weights(data, features_at, labels)
    attribute_names = _strings(data, attributes_at, attributes)
    return Weights(
        labels=names,
        states={attribute_names[number]: tuple(pairs) for number, pairs in states.items()},
        transitions=tuple(tuple(row) for row in transitions),
    )


def _weights(data: bytes, at: int, labels: int) -> tuple[dict[int, list[tuple[int, float]]], list[list[float]]]:
    count = struct.unpack_from("<I", data, at + 8)[0]
    states: dict[int, list[tuple[int, float]]] = {}
    transitions = [[0.0] * labels for _ in range(labels)]
    for kind, source, label, weight in _FEATURE.iter_unpack(data[at + 12 : at + 12 + count * _FEATURE.size]):
        if kind == _STATE:
            states.setdefault(source, []).append((label, weight))
        elif kind == _TRANSITION:
            transitions[source][label] = weight
    return states, transitions


def _strings(data: bytes, at: int, count: int) -> tuple[str, ...]:
    """The strings of a constant database in the order of their numbers, by its table of offsets."""
    table = struct.unpack_from("<I", data, at + 20)[0]
    strings = []
    for (offset,) in struct.iter_unpack("<I", data[at + table : at + table + 4 * count]):
        size = struct.unpack_from("<I", data, at + offset + 4)[0]
        strings.append(data[at + offset + 8 : at + offset + 7 + size].decode())
    return tuple(strings)
