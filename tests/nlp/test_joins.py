import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest
from underthesea_core import CRFFeaturizer, CRFTagger

from nlp.joins import joins, package_folder
from nlp.normalize import standard
from nlp.segment import segment

SENTENCES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
ARTICLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "articles"


@pytest.fixture(scope="module")
def stock_joins():
    """The model, driven as underthesea drives it."""
    folder = package_folder() / "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
    templates, words = (pickle.loads((folder / name).read_bytes()) for name in ("features.bin", "dictionary.bin"))
    featurizer, tagger = CRFFeaturizer(templates, words), CRFTagger()
    tagger.load(str(folder / "models.bin"))
    return lambda syllables: [
        tag == "I-W" for tag in tagger.tag(featurizer.process([[[syllable] for syllable in syllables]])[0])
    ]


def syllables_of(text):
    text = standard(text)
    return [[text[start:end] for start, end in sentence.syllables] for sentence in segment(text).sentences]


def test_a_word_of_several_syllables_is_joined():
    text = "Liên hiệp các tổ chức hữu nghị tỉnh Hoà Bình"
    syllables = text.split()
    assert [syllable for syllable, joined in zip(syllables, joins(syllables), strict=True) if joined] == [
        "hiệp", "chức", "nghị", "Bình",
    ]  # fmt: skip


def test_nothing_joins_in_an_empty_sentence():
    assert joins([]) == []


def test_every_decision_is_the_stock_models(stock_joins):
    for sentence in SENTENCES:
        for text in (sentence, sentence.upper(), sentence.lower()):
            for syllables in syllables_of(text):
                assert joins(syllables) == stock_joins(syllables), text


@pytest.mark.parametrize(
    "syllables",
    [
        ["a"], ["BOS"], ["EOS", "BOS"],
        ["2147483647", "2147483648", "00000000000000000001", "99999999999999999999"],
        ["²", "½", "٣"], ["ª", "ĸ", "ß", "İx", "ǅ"], ["Σας", "ΣΑΣ"], ["🙂", "…", "“"], ["\x00", "x"], ["x" * 200],
    ],
)  # fmt: skip
def test_odd_letters_and_numbers_are_seen_as_the_stock_featurizer_sees_them(stock_joins, syllables):
    around = ["nhân", "dân", *syllables, "xã", "hội"]
    assert joins(syllables) == stock_joins(syllables)
    assert joins(around) == stock_joins(around)


@pytest.mark.skipif(not ARTICLES.exists(), reason="needs the five articles in ../shared")
def test_every_decision_is_the_stock_models_on_whole_articles(stock_joins):
    for path in sorted(ARTICLES.glob("*.txt")):
        for syllables in syllables_of(path.read_text("utf-8")):
            assert joins(syllables) == stock_joins(syllables)


def test_it_costs_less_than_the_stock_way(stock_joins):
    sentences = [syllables for text in SENTENCES for syllables in syllables_of(text)]
    joins(sentences[0])
    stock_joins(sentences[0])
    marks = [time.process_time()]
    for join in (joins, stock_joins):
        for syllables in sentences:
            join(syllables)
        marks.append(time.process_time())
    assert 2 * (marks[1] - marks[0]) < marks[2] - marks[1]  # four to six times on a quiet machine


def test_neither_logging_nor_the_network_is_touched():
    program = """
import logging, socket, sys
def refuse(*_): raise AssertionError("the network was asked for")
socket.socket.connect = socket.getaddrinfo = refuse
from nlp.joins import joins
from nlp.tagger import tag
joins(["Hà", "Nội"]); tag(["Hà Nội"])
assert "underthesea" not in sys.modules
assert not logging.getLogger().handlers
"""
    subprocess.run([sys.executable, "-c", program], check=True)
