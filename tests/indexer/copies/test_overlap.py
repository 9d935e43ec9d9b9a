"""A text that stands in another one is a copy; a notice, a caption or an item of a digest is none."""

import pytest

from indexer.copies.overlap import containment, own
from indexer.copies.shingles import level, samples

STORY = tuple(range(1_000, 1_300))
OTHER = tuple(range(5_000, 5_300))


@pytest.mark.parametrize(
    ("copy", "share"),
    [
        (STORY, 1.0),
        (STORY[:180], 1.0),
        (STORY[:75], 1.0),
        ((*range(60), *STORY), 1.0),
        ((*range(60), *STORY[60:]), 0.8),
        ((*range(90), *STORY[90:]), 0.7),
    ],
    ids=["whole", "cut by 40 %", "cut to a quarter", "with more before", "a new lead", "a third rewritten"],
)
def test_a_copy(copy: tuple[int, ...], share: float) -> None:
    assert containment(STORY, copy) == containment(copy, STORY) == pytest.approx(share)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORY, OTHER),
        (STORY, (*range(93), *STORY[93:])),
        (STORY[:39], STORY[:39]),
        (STORY[:70], STORY),
    ],
    ids=["another story", "more rewritten", "a caption", "an item of a digest"],
)
def test_no_copy(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    assert containment(one, other) is None


def test_what_a_site_prints_below_every_article_makes_no_copies() -> None:
    notice = tuple(range(9_000, 9_200))
    one, other = (*STORY[:60], *notice), (*OTHER[:60], *notice)
    common = samples(notice, level(260))

    assert containment(one, other) == pytest.approx(200 / 260)
    assert containment(one, other, common=common) is None
    assert containment(one, (*STORY[:60], *notice), common=common) == 1.0


def test_own_words_are_those_outside_the_notice() -> None:
    notice = tuple(range(9_000, 9_200))
    left = own((*STORY[:60], *notice), samples(notice, level(260)))

    assert len(left & set(STORY[:60])) > 50
    assert len(left & set(notice)) < 10
