"""What changed between two texts is told word by word, and soon, whatever the texts are."""

import random
import time

import pytest

from crawler.article import Article
from indexer.differences import Part, Piece, counted, differences, is_changed, parts_of

OPENING = "Sáng 4/5, cầu Sông Lam được khánh thành."
COST = "Cầu dài 2 km, vốn 500 tỷ đồng."
CLOSE = "Lễ thông xe có 200 người dự."


def before(parts: tuple[Part, ...]) -> list[str]:
    return _side(parts, without="new")


def after(parts: tuple[Part, ...]) -> list[str]:
    return _side(parts, without="gone")


def _side(parts: tuple[Part, ...], *, without: str) -> list[str]:
    texts = ("".join(piece.text for piece in part if piece.kind != without) for part in parts)
    return [text for text in texts if text]


def test_a_changed_figure_is_shown_among_what_stayed() -> None:
    found = differences([OPENING, COST, CLOSE], [OPENING, COST.replace("500", "520"), CLOSE])

    assert found == (
        (Piece("same", OPENING),),
        (
            Piece("same", "Cầu dài 2 km, vốn "),
            Piece("gone", "500"),
            Piece("new", "520"),
            Piece("same", " tỷ đồng."),
        ),
        (Piece("same", CLOSE),),
    )
    assert counted(found) == (1, 1)


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ([OPENING], [OPENING, CLOSE], ["same", "new"]),
        ([OPENING, CLOSE], [CLOSE], ["gone", "same"]),
        ([OPENING], ["Giá vàng hôm nay giảm nhẹ."], ["gone", "new"]),
        ([], [OPENING], ["new"]),
        ([], [], []),
    ],
    ids=["more after", "less before", "another text", "a first text", "nothing"],
)
def test_whole_paragraphs(old: list[str], new: list[str], kinds: list[str]) -> None:
    found = differences(old, new)

    assert [part[0].kind for part in found] == kinds
    assert (before(found), after(found)) == (old, new)


def test_a_text_beside_itself_has_no_changes() -> None:
    found = differences([OPENING, COST], [OPENING, COST])

    assert not any(map(is_changed, found))


def test_an_article_has_its_title_and_lead_before_its_lines() -> None:
    one = Article("Khánh thành cầu", "Cầu mới nối hai bờ.", (f"{OPENING}\n{COST}", CLOSE))

    assert parts_of(one) == ("Khánh thành cầu", "Cầu mới nối hai bờ.", OPENING, COST, CLOSE)


WORDS = [f"tiếng{at}" for at in range(300)]
HOSTILE = {
    "one paragraph of a million letters": (["a b " * 250_000], ["b a " * 250_000]),
    "the same line without end": (["a b c"] * 200_000, [*["a b c"] * 199_999, "d"]),
    "few words in many paragraphs": (["a b c d " * 170] * 1_000, ["a c d b " * 170] * 1_000),
    "no paragraph alike": ([f"x{at}" for at in range(30_000)], [f"y{at}" for at in range(30_000)]),
    "words drawn at random": tuple(
        [" ".join(random.Random(seed + at).choices(WORDS, k=700)) for at in range(200)] for seed in (1, 1_000)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_compared_soon_and_nothing_is_lost(name: str) -> None:
    old, new = HOSTILE[name]
    started = time.process_time()
    found = differences(old, new)

    assert time.process_time() - started < 15
    assert (before(found), after(found)) == (old, new)


def test_a_long_line_is_compared_by_sentence() -> None:
    sentence = "Đoạn cầu số {} được thông xe sớm hơn dự kiến, theo lời chủ đầu tư là công ty Sông Lam."
    lines = [sentence.format(at) for at in range(5)]
    one = Article(None, None, ("".join(lines),))
    other = Article(None, None, (" ".join([*lines[:2], *lines[3:]]),))

    assert parts_of(one) == tuple(lines)
    assert [part[0].kind for part in differences(parts_of(one), parts_of(other))] == [
        "same", "same", "gone", "same", "same",
    ]  # fmt: skip
