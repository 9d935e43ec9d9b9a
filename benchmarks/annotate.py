"""How fast texts are annotated on one core, against underthesea's own functions on the same texts in the same run.

    .venv/bin/python benchmarks/annotate.py FOLDER [TEXTS]

FOLDER holds articles as gzipped JSON lines, with a "text" each.  Prints characters a second (CPU time) and each
stage's share.  Ratios are what to read; absolute figures belong to the machine.
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from underthesea import ner, sent_tokenize, word_tokenize

from nlp.annotate import recognise

TEXTS = 100
NER_SHARE = 5  # the stock tagger takes so long that it gets every fifth text


def main(corpus: Path, texts: int = TEXTS) -> None:
    files = sorted(corpus.glob("*.jsonl.gz"))
    sample = [text for file in files for text in _texts(file, texts // len(files))]
    few = sample[::NER_SHARE]
    for text in sample[:3]:
        recognise(text)  # models are read once, when they are first needed
    for function in (_words, _names):
        function(sample[0][:500])
    stages: Counter[str] = Counter()
    own = _speed(lambda text: _staged(text, stages), sample)
    words, names = _speed(_words, sample), _speed(_names, few)
    print(f"{len(sample)} texts, {sum(map(len, sample)):,} characters")
    print(f"annotate            {own:>9,.0f} characters a second")
    print(f"stock word_tokenize {words:>9,.0f}   annotate is {own / words:.1f} times as fast")
    print(f"stock ner           {names:>9,.0f}   annotate is {own / names:.1f} times as fast ({len(few)} texts)")
    for stage, seconds in stages.most_common():
        print(f"  {stage:<12} {seconds / stages.total():6.1%}")


def _texts(path: Path, count: int) -> Iterator[str]:
    """Every tenth text."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, 10 * count, 10):
            yield json.loads(line)["text"]


def _speed(function: Callable[[str], object], texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        function(text)
    return sum(map(len, texts)) / (time.process_time() - started)


def _staged(text: str, stages: Counter[str]) -> None:
    last = time.process_time()

    def lap(stage: str) -> None:
        nonlocal last
        now = time.process_time()
        stages[stage] += now - last
        last = now

    recognise(text, lap=lap)


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from sent_tokenize(line)


def _words(text: str) -> None:
    for sentence in _sentences(text):
        word_tokenize(sentence)


def _names(text: str) -> None:
    for sentence in _sentences(text):
        ner(sentence)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
