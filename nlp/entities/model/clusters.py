"""A word in, the numbers of its clusters out: words in the same company in the news have the same numbers."""

import gzip
from dataclasses import dataclass
from pathlib import Path

Pair = tuple[str | None, str | None]  # among 500 clusters and among 100

_NONE: Pair = (None, None)


class BadClusters(Exception):
    """A file of clusters that can't be used; the message names it, the line and the mend."""


@dataclass(frozen=True, slots=True)
class Clusters:
    pairs: dict[str, Pair]

    def of(self, word: str) -> Pair:
        """As printed, else in small letters: "Hội_nghị" opens a sentence as "hội_nghị" goes on with one."""
        return self.pairs.get(word) or self.pairs.get(word.lower(), _NONE)


def beside(model: Path) -> Path:
    """Where the clusters lie that a model was trained with."""
    return model.with_suffix(".clusters.tsv.gz")


def read(path: Path) -> Clusters:
    """Lines of a word, its number among 500 and its number among 100, apart by tabs.  Raises BadClusters."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BadClusters(f"{path} can't be read as gzipped UTF-8: {error}") from error
    pairs: dict[str, Pair] = {}
    for number, line in enumerate(lines, 1):
        fields = line.split("\t")
        if len(fields) != 3 or not (fields[1].isdigit() and fields[2].isdigit()):
            raise BadClusters(f"{path}, line {number}: write a word and its two numbers, apart by tabs")
        pairs[fields[0]] = (fields[1], fields[2])
    return Clusters(pairs)
