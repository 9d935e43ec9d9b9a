"""What stands between quotation marks, however they are set."""

import pytest

from nlp.quotes.marks import MAX_LETTERS, marked


def between(text):
    return [text[one.start : one.end] for one in marked(text)]


SET = [
    ("“một” và “hai”", ["một", "hai"]),
    ('"một" và "hai"', ["một", "hai"]),
    ("«một» và « hai »", ["một"]),  # a space after a mark that opens: it is none
    ("“một” và \"hai”", ["một", "hai"]),
    ("„một” và “hai\"", ["một", "hai"]),
    ("“một “hai” ba” bốn", ["một “hai” ba"]),
    ("“một \"hai\" ba” bốn", ["một \"hai\" ba"]),
    ('"một "hai" ba" bốn', ['một "hai" ba']),
    ("phân bón “một“ do", ["một"]),
    ("một” hai", []),
    ("một “", []),
    ("“”", []),
    ("“ một”", []),
    ("“một\nhai” ba", ["một\nhai"]),
    ("“một\n“hai” ba", ["một\n“hai"]),
    ("“một\nhai “ba” bốn", ["một", "ba"]),
    ("“một", ["một"]),
    ("“một\nhai\nba", ["một"]),
    ("“" + "a " * MAX_LETTERS + "” “hai”", ["hai"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SET)
def test_each_quotation_is_found_once(text, words):
    assert between(text) == words


def test_a_quotation_that_is_not_closed_says_so():
    assert [one.closed for one in marked("“một\nhai “ba” bốn")] == [False, True]
