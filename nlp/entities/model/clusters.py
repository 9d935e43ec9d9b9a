"""A word in, the numbers of its clusters out: words in the same company in the news have the same numbers."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Numbers = tuple[str, str]  # among 500 clusters and among 100; empty where a word is too rare to have any

NONE: Numbers = ("", "")
LONGEST = 5  # syllables of a name that is looked up


class BadClusters(Exception):
    """A file of clusters that can't be used; the message names it, the line and the mend."""


@dataclass(frozen=True, slots=True)
class Clusters:
    words: dict[str, Numbers]
    names: dict[str, str]  # runs of capitalised syllables, among 200

    def of(self, word: str) -> Numbers:
        """As printed, else in small letters: "Hội_nghị" opens a sentence as "hội_nghị" goes on with one."""
        return self.words.get(word) or self.words.get(word.lower(), NONE)

    def parts(self, run: Sequence[str]) -> Iterator[str | None]:
        """For each syllable of a run the number of the known name in it that holds the syllable, "+" if inside.

        The longest at each place: "Cuba | Fidel Castro", "UBND | TP | Hà Nội".
        """
        at = 0
        while at < len(run):
            for size in range(min(LONGEST, len(run) - at), 0, -1):
                if number := self.names.get("_".join(run[at : at + size])):
                    yield from (number, *[f"+{number}"] * (size - 1))
                    at += size
                    break
            else:
                yield None
                at += 1


def beside(model: Path) -> Path:
    """Where the clusters lie that a model was trained with."""
    return model.with_suffix(".clusters.tsv.gz")


def read(path: Path) -> Clusters:
    """Lines of a word and its numbers among 500, 100 and 200, apart by tabs.  Raises BadClusters."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BadClusters(f"{path} can't be read as gzipped UTF-8: {error}") from error
    words: dict[str, Numbers] = {}
    names: dict[str, str] = {}
    for at, line in enumerate(lines, 1):
        word, *numbers = line.split("\t")
        if len(numbers) != 3 or not all(number.isdigit() or not number for number in numbers):
            raise BadClusters(f"{path}, line {at}: write a word and three numbers (or none), apart by tabs")
        if numbers[0]:
            words[word] = (numbers[0], numbers[1])
        if numbers[2]:
            names[word] = numbers[2]
    return Clusters(words, names)
