import pytest

from indexer.cursor import sort_keys

YEAR = 31_556_952


@pytest.mark.parametrize(
    ("earlier", "later"), [(0, 1), (-1, 0), (-900 * YEAR, 900 * YEAR), (1_700_000_000, 1_700_000_001)]
)
def test_keys_order_articles_by_time_in_both_directions(earlier, later):
    one, other = sort_keys("a", earlier), sort_keys("b", later)
    assert one.newest < other.newest
    assert one.oldest > other.oldest


@pytest.mark.parametrize("at", [0, -900 * YEAR, 900 * YEAR, -(10**15), 10**15])
def test_without_a_date_an_article_is_below_every_other_in_both_directions(at):
    undated, dated = sort_keys("a", None), sort_keys("b", at)
    assert undated.newest < dated.newest
    assert undated.oldest < dated.oldest


def test_keys_fit_a_signed_64_bit_number():
    keys = [sort_keys("a", at) for at in (None, 0, -(10**18), 10**18)]
    assert all(0 <= key < 2**63 for pair in keys for key in (pair.newest, pair.oldest))


def test_articles_of_one_second_have_keys_of_their_own():
    assert len({sort_keys(f"bài {number}", 1_700_000_000).newest for number in range(2_000)}) == 2_000
