"""Groups hold copies of one text, and hang on nothing but the texts."""

from itertools import combinations

import pytest

from indexer.copies.groups import groups


def linked(*pairs: str, alone: str = "") -> dict[str, set[str]]:
    """Letters are texts, two of them a pair of copies."""
    found: dict[str, set[str]] = {one: set() for one in alone}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


@pytest.mark.parametrize(
    ("pairs", "sizes", "expected"),
    [
        (("ab",), {"a": 300, "b": 300}, [("a", "b")]),
        (("ab", "ac", "bc"), {"a": 300, "b": 200, "c": 180}, [("a", "b", "c")]),
        (("ab", "bc", "cd"), {"a": 300, "b": 300, "c": 300, "d": 300}, [("b", "a", "c"), ("d",)]),
        (("da", "db"), {"a": 100, "b": 90, "d": 330}, [("d", "a"), ("b",)]),
        (("da", "db"), {"a": 200, "b": 190, "d": 330}, [("d", "a", "b")]),
    ],
    ids=["a pair", "a triangle", "a chain", "a text of two stories", "two cuts of one text"],
)
def test_groups(pairs: tuple[str, ...], sizes: dict[str, int], expected: list[tuple[str, ...]]) -> None:
    assert groups(linked(*pairs), sizes) == expected


def test_the_order_of_texts_changes_nothing() -> None:
    pairs = ["".join(pair) for pair in combinations("abcd", 2)] + ["de", "ef"]
    sizes = dict.fromkeys("abcdefg", 250)

    assert groups(linked(*pairs, alone="g"), sizes) == groups(linked(*reversed(pairs), alone="g"), sizes)
    assert groups(linked(*pairs, alone="g"), sizes) == [("d", "a", "b", "c", "e"), ("f",), ("g",)]
