"""How right entities are, ours beside underthesea's own `ner`, on articles that a person annotated.

    .venv/bin/python benchmarks/entities.py GOLD…

GOLD holds annotated articles as JSON lines.  The stock tagger gets sentence by sentence, and what it joins with
single spaces is found again in the text.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from underthesea import ner, sent_tokenize

from nlp.annotate import annotate
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Entity
from nlp.scoring.entities import score
from nlp.scoring.gold import Judged, load


def main(path: Path) -> None:
    articles = load(path)
    print(f"\n{path.name}: {len(articles)} articles")
    print(f"{'':<16}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for name, recogniser in (("stock ner", _stock), ("tracuu", _own)):
        for type_, hits in score([(one, recogniser(one)) for one in articles]).hits.items():
            rates = "".join(f"{rate:>8.3f}" for rate in (hits.precision, hits.recall, hits.f1))
            print(f"{name:<11}{type_:<5}{hits.right + hits.missed:>6}{rates}")


def _own(one: Judged) -> AnnotatedDocument:
    return annotate(one.text, context=Context(published=one.published, title=one.title))


def _stock(one: Judged) -> AnnotatedDocument:
    return AnnotatedDocument(entities=tuple(_entities(one.text)))


def _entities(text: str) -> Iterator[Entity]:
    at = 0
    for line in text.splitlines():
        for sentence in sent_tokenize(line):
            for name, type_ in _names(sentence):
                found = re.compile(r"\s*".join(map(re.escape, name.replace(" ", "")))).search(text, at)
                if found and type_ in ("PER", "ORG", "LOC"):
                    at = found.end()
                    yield Entity(*found.span(), found[0], type_, name)  # type: ignore[arg-type]  # one of three


def _names(sentence: str) -> Iterator[tuple[str, str]]:
    words: list[str] = []
    type_ = ""
    for word, _, _, tag in [*ner(sentence), ("", "", "", "O")]:
        if tag[0] != "I" and words:
            yield " ".join(words), type_
            words = []
        if tag != "O":
            words.append(word)
            type_ = tag[2:]


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        main(Path(argument))
