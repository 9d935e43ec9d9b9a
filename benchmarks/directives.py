"""How fast citations are found and settled on one core, against stock word_tokenize in the same run.

    .venv/bin/python benchmarks/directives.py CORPUS GAZETTE [TEXTS] [EYECITE]

CORPUS is a folder of articles as gzipped JSON lines with a "text" each, GAZETTE such a file of official texts
("full_text").  Prints MB of UTF-8 a second (CPU time), the ratio to underthesea, and each stage's share.  With
EYECITE, a folder, eyecite runs on English text beside it (benchmarks/english.py) in a virtual environment that is
made there, once, with `pip install eyecite`; nothing of it comes into the project's own environment.  Ratios are
what to read; absolute figures belong to the machine.
"""

import gzip
import json
import subprocess
import sys
import time
import venv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from underthesea import sent_tokenize, word_tokenize

from nlp.directives.documents import bundled
from nlp.directives.find import find
from nlp.directives.relations import relate
from nlp.directives.resolve import Context, resolve
from nlp.normalize import compose, standard

TEXTS = 400  # articles; of the gazette, whose texts are long, a twentieth
EYECITE = "eyecite==2.7.8"
CONTEXT = Context(published="2024-05-04")
FINDING = ("normalize", "find")


def main(corpus: Path, gazette: Path, texts: int = TEXTS, eyecite: Path | None = None) -> None:
    files = sorted(corpus.glob("*.jsonl.gz"))
    news = [text for file in files for text in _texts(file, texts // len(files))]
    official = list(_texts(gazette, texts // 20))
    _staged(news[0] + official[0][:10_000], Counter())  # data files are read once, when they are first needed
    _words(news[0][:500])
    _compare("news", news)
    _compare("gazette", official)
    if eyecite is not None:
        print(_english(eyecite), end="")


def _texts(path: Path, count: int) -> Iterator[str]:
    """Every tenth text."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, 10 * count, 10):
            one = json.loads(line)
            yield one.get("text") or one["full_text"]


def _compare(name: str, texts: Sequence[str]) -> None:
    stages: Counter[str] = Counter()
    found = sum(_staged(text, stages) for text in texts)
    size = sum(len(text.encode()) for text in texts) / 1e6
    stock = _seconds(_words, texts)
    finding = sum(stages[name] for name in FINDING)
    print(f"{name}: {len(texts)} texts, {size:.2f} MB, {found:,} citations")
    print(f"  stock word_tokenize     {size / stock:6.2f} MB/s")
    for label, seconds in (
        ("find alone", stages["find"]), ("normalize, find", finding), ("find, settle: all", stages.total())
    ):  # fmt: skip
        print(f"  {label:<23} {size / seconds:6.2f} MB/s, {stock / seconds:5.1f} times as fast as stock")
    shares = ", ".join(f"{stage} {seconds / stages.total():.1%}" for stage, seconds in stages.items())
    print(f"  shares: {shares}")


def _staged(text: str, stages: Counter[str]) -> int:
    """How many citations the text holds; the CPU seconds of each stage go to `stages`."""
    moments = [time.process_time()]

    def done(stage: str) -> None:
        moments.append(time.process_time())
        stages[stage] += moments[-1] - moments[-2]

    plain = standard(compose(text).text)
    done("normalize")
    citations = find(plain)
    done("find")
    if citations:
        citations = resolve(plain, citations, registry=bundled(), context=CONTEXT)
        done("resolve")
        relate(plain, citations, registry=bundled())
        done("relate")
    return len(citations)


def _seconds(function: Callable[[str], object], texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - started


def _words(text: str) -> None:
    for line in text.splitlines():
        for sentence in sent_tokenize(line):
            word_tokenize(sentence)


def _english(folder: Path) -> str:
    """What benchmarks/english.py prints, run where eyecite is."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", EYECITE], check=True)
    script = Path(__file__).with_name("english.py")
    return subprocess.run([python, script], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    given = sys.argv[3:]
    count = int(given.pop(0)) if given and given[0].isdigit() else TEXTS
    main(Path(sys.argv[1]), Path(sys.argv[2]), count, *map(Path, given))
