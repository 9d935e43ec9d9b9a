import logging
import time
from pathlib import Path

import pytest

from nlp.tagger import tag

SENTENCES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


@pytest.fixture(scope="module")
def underthesea():
    """The stock package; its import adds a handler to the root logger, which is taken off again."""
    handlers = logging.getLogger().handlers[:]
    import underthesea

    logging.getLogger().handlers[:] = handlers
    return underthesea


def test_words_get_their_part_of_speech_and_name():
    words = ["Ông", "Nguyễn Văn Bình", "đến", "Việt Nam"]
    assert tag(words) == (["Nc", "Np", "V", "Np"], ["O", "B-PER", "O", "B-LOC"])


def test_no_words_get_no_tags():
    assert tag([]) == ([], [])


def test_tags_are_those_of_the_stock_package(underthesea):
    for sentence in [*SENTENCES, *map(str.upper, SENTENCES[:20])]:
        stock = underthesea.ner(sentence)
        assert tag([word for word, *_ in stock]) == ([part for _, part, *_ in stock], [name for *_, name in stock])


@pytest.mark.skipif(not (SHARED / "articles").exists(), reason="needs the five articles in ../shared")
def test_tags_are_those_of_the_stock_package_on_three_hundred_sentences_of_news(underthesea):
    lines = [line for path in sorted((SHARED / "articles").glob("*.txt")) for line in path.read_text().split("\n")]
    sentences = [sentence for line in lines for sentence in underthesea.sent_tokenize(line)][:300]
    times = {"own": 0.0, "stock": 0.0}
    for sentence in sentences:
        marks = [time.process_time()]
        stock = underthesea.ner(sentence)
        marks.append(time.process_time())
        own = tag([word for word, *_ in stock])
        marks.append(time.process_time())
        assert own == ([part for _, part, *_ in stock], [name for *_, name in stock])
        times = {"stock": times["stock"] + marks[1] - marks[0], "own": times["own"] + marks[2] - marks[1]}
    assert 5 * times["own"] < times["stock"]  # thirty times on a quiet machine
