"""How fast texts are annotated on one core, against underthesea's own functions on the same texts in the same run.

    .venv/bin/python benchmarks/annotate.py FOLDER [TEXTS]

FOLDER holds articles as gzipped JSON lines, with a "text" each.  Prints characters a second (CPU time) of the
whole annotation (citations, entities, offices, quotes, events) and each stage's share, and what two worker
processes do beside one.  Ratios are what to read; absolute figures belong to the machine.
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

from underthesea import ner, sent_tokenize, word_tokenize

from nlp.annotate import annotate, recognise, settle
from nlp.directives.documents import bundled
from nlp.directives.resolve import Context

TEXTS = 2_000
NER_SHARE = 40  # the stock tagger takes so long that it gets every fortieth text
DAY = Context(published="2020-06-15")
WARM = 20  # texts before the clock starts: models are read, and caches filled, when they are first needed


def main(corpus: Path, texts: int = TEXTS) -> None:
    everything = [text for file in sorted(corpus.glob("*.jsonl.gz")) for text in _texts(file)]
    sample = everything[:: max(1, len(everything) // texts)][:texts]
    few = sample[::NER_SHARE]
    for text in sample[:WARM]:
        annotate(text, context=DAY)
    for function in (_words, _names):
        function(sample[0][:500])
    stages: Counter[str] = Counter()
    own = _speed(lambda text: _staged(text, stages), sample)
    words, names = _speed(_words, sample), _speed(_names, few)
    print(f"{len(sample)} texts, {sum(map(len, sample)):,} characters")
    print(f"annotate            {own:>9,.0f} characters a second")
    print(f"stock word_tokenize {words:>9,.0f}   annotate is {own / words:.2f} times as fast")
    print(f"stock ner           {names:>9,.0f}   annotate is {own / names:.1f} times as fast ({len(few)} texts)")
    whole = sum(map(len, sample))
    for stage, seconds in stages.most_common():
        print(f"  {stage:<12} {seconds / stages.total():6.1%} {whole / seconds:>12,.0f} characters a second")
    one, two = _workers(1, sample), _workers(2, sample)
    print(f"two workers         {two / one:.2f} times one (by the clock: other work on the machine shows)")


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def _speed(function: Callable[[str], object], texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        function(text)
    return sum(map(len, texts)) / (time.process_time() - started)


def _workers(count: int, texts: Sequence[str]) -> float:
    """Texts a second by the clock, with so many processes; their start is not counted."""
    with get_context("fork").Pool(count) as pool:
        pool.map(_annotated, texts[: 2 * count], chunksize=1)
        started = time.perf_counter()
        for _ in pool.imap_unordered(_annotated, texts, chunksize=8):
            pass
        return len(texts) / (time.perf_counter() - started)


def _annotated(text: str) -> int:
    return len(annotate(text, context=DAY).entities)


def _staged(text: str, stages: Counter[str]) -> None:
    last = time.process_time()

    def lap(stage: str) -> None:
        nonlocal last
        now = time.process_time()
        stages[stage] += now - last
        last = now

    settle(text, recognise(text, lap=lap), context=DAY, registry=bundled(), lap=lap)
    lap("place")


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
