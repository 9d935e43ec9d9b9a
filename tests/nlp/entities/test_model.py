"""The trained model: what it finds, what it makes of odd texts, and how it is made again."""

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from nlp.crf import NotAModel
from nlp.document import Entity
from nlp.entities.hints import hints
from nlp.entities.model import choice, clusters, serve
from nlp.entities.model.article import Article
from nlp.entities.model.columns import columns
from nlp.entities.model.company import company
from nlp.entities.model.labels import Marked, labels, taught
from nlp.entities.model.train import Options, train
from nlp.entities.model.view import view
from nlp.normalize import compose, standard
from nlp.scoring.gold import Judged
from nlp.segment import segment

REPORT = (
    "Chiều 12/5, ông Trần Quốc Hưng, Giám đốc Sở Giao thông vận tải Thanh Hóa, đã đến huyện Hoằng Hóa.\n"
    "Cùng đi có bà Lê Thị Mai, Phó Chủ tịch Hội Chữ thập đỏ tỉnh. Bà Mai cho biết huyện đã có 12 trạm y tế."
)


def names(text: str) -> list[tuple[str, str]]:
    plain = standard(compose(text).text)
    return [(one.type, plain[one.start : one.end]) for one in serve.tag(plain, segment(plain).sentences)]


def test_it_sees_persons_bodies_and_places() -> None:
    found = names(REPORT)
    assert ("PER", "Trần Quốc Hưng") in found
    assert ("ORG", "Sở Giao thông vận tải Thanh Hoá") in found
    assert ("LOC", "Hoằng Hoá") in found
    assert found.count(("PER", "Mai")) == 1


def test_an_agency_may_stand_alone_in_capitals() -> None:
    assert names("Hôm qua trời mưa to ở nhiều nơi.\n(TTXVN)") == [("ORG", "TTXVN")]


def test_names_come_in_order_without_overlaps_and_with_a_confidence() -> None:
    plain = standard(REPORT)
    found = [*serve.tag(plain, segment(plain).sentences)]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 < one.confidence <= 1 and one.by == "model" for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \n",
        "12/5/2019 - 14.30: 3.500, 20%!",
        "😀🎉 👨‍👩‍👧 ✈️",
        "ông trần quốc hưng, giám đốc sở giao thông vận tải thanh hóa",
        "ÔNG TRẦN QUỐC HƯNG, GIÁM ĐỐC SỞ GIAO THÔNG VẬN TẢI THANH HÓA",
    ],
)
def test_texts_without_letters_and_texts_in_one_case_have_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A" * 20_000,
        "Nguyễn" * 4_000,
        "Nguyễn-" * 4_000,
        "Hà Nội " * 4_000,
        "(Hà Nội) " * 3_000,
        "ông Hà😀Nội ở 👨‍👩‍👧Huế " * 800,
        "Lê Minh, " * 2_000 + "và Trần Văn " * 2_000,
        "\u0301" * 5_000 + "Ông Lê Minh",
    ],
)
def test_odd_texts_take_bounded_time(text: str) -> None:
    plain = standard(compose(text).text)
    sentences = segment(plain).sentences
    told = hints(plain, sentences)
    began = time.process_time()
    found = [*serve.tag(plain, sentences, told)]
    assert time.process_time() - began < 5
    assert all(0 <= one.start < one.end <= len(plain) for one in found)


def test_the_cost_grows_with_the_length_and_not_faster() -> None:
    plain = standard(REPORT) + "\n"

    def seconds(times: int) -> float:
        text = plain * times
        sentences = segment(text).sentences
        told = hints(text, sentences)
        began = time.process_time()
        assert [*serve.tag(text, sentences, told)]
        return time.process_time() - began

    seconds(2)
    assert seconds(160) < 20 * max(seconds(20), 0.01)  # linear is 8 times, quadratic 64


def test_decomposed_text_gives_what_composed_text_gives() -> None:
    assert names(unicodedata.normalize("NFD", REPORT)) == names(REPORT)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (["O", "B-PER", "I-PER"], [(1, 3, "PER")]),
        (["B-PER", "B-PER", "O"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["B-PER", "I-ORG", "I-ORG"], [(0, 1, "PER"), (1, 3, "ORG")]),
        (["I-LOC", "O", "I-LOC"], [(0, 1, "LOC"), (2, 3, "LOC")]),
        (["O", "O", "O"], []),
    ],
)
def test_labels_become_spans(found: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert [*serve.decoded(found)] == expected


def test_what_a_person_doubted_and_what_ends_inside_a_syllable_teaches_nothing() -> None:
    text = "Ông Lê Minh và Hội Khuyến học-Huế"
    seen = view(text, segment(text).sentences[0])
    marked = [Marked(4, 11, "PER", doubtful=False), Marked(15, 18, "ORG", doubtful=True)]
    found = labels(seen, marked)
    assert found[:5] == ["O", "B-PER", "I-PER", "O", None]
    assert [*taught(["O", None, "O", "B-PER", None, None])] == [slice(0, 1), slice(2, 4)]
    assert labels(seen, [Marked(4, 9, "PER", doubtful=False)])[1:3] == [None, None]


def test_a_model_is_trained_and_served_again(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="training needs python-crfsuite")
    people = ("Lê Minh", "Trần Văn Hải", "Phạm Thu Thuỷ", "Đỗ Quang")
    articles = [_article(f"Sáng nay ông {name} đến thăm Hội Khuyến học ở Huế.", name) for name in people]
    path = tmp_path / "tiny.crf"
    steps: list[int] = []
    known = clusters.read(clusters.beside(choice.SHIPPED))
    train(articles, path, clusters=known, options=Options(iterations=30), advance=steps.append)
    clusters.beside(path).write_bytes(clusters.beside(choice.SHIPPED).read_bytes())
    text = "Chiều qua ông Vũ Mạnh đến thăm Hội Khuyến học ở Huế."
    found = [text[one.start : one.end] for one in serve.Model(path).tag(text, segment(text).sentences)]
    assert found == ["Vũ Mạnh", "Hội Khuyến học"]
    assert len(steps) > len(articles)


def test_the_tagger_that_serves_says_what_the_one_that_trained_says() -> None:
    pycrfsuite = pytest.importorskip("pycrfsuite", reason="the comparison needs python-crfsuite")
    trained = pycrfsuite.Tagger()
    trained.open(str(choice.SHIPPED))
    model = serve.Model(choice.SHIPPED)
    text = standard(REPORT)
    sentences = segment(text).sentences
    article = Article.of(text, sentences, hints(text, sentences))
    told = [columns(seen, article, model.clusters) for seen in article.views]
    for here, beside in zip(told, company(told), strict=True):
        rows = model.known.rows(here, beside)
        assert model.tagger.tag(rows) == trained.tag(rows)


def test_a_chosen_model_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(choice.CHOICE, "/nowhere/ner.crf")
    with pytest.raises(NotAModel, match=r"/nowhere/ner\.crf is missing; correct or unset TRACUU_NER_MODEL"):
        choice.chosen()


def _article(text: str, person: str) -> Judged:
    spans = [(text.index(person), person, "PER"), (text.index("Hội"), "Hội Khuyến học", "ORG")]
    entities = tuple(Entity(at, at + len(name), name, type_, name) for at, name, type_ in spans)  # type: ignore[arg-type]
    return Judged("1", text, None, None, entities, (), None, None, None)
