"""Meetings of the Central Committee, as words and keys name them."""

import pytest

from nlp.directives.plena import adopted, plenum_of, plenum_of_document, terms_of


@pytest.mark.parametrize(
    ("surface", "plenum"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", 4),
        ("Nghị quyết TW 6", 6),
        ("NQTW4", 4),
        ("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI", 8),
        ("nghị quyết Trung ương bốn", 4),
        ("Nghị quyết Trung ương VII khóa X", 7),
        ("Nghị quyết Trung ương về xây dựng nông thôn mới", None),
        ("Nghị quyết Đại hội XIII", None),
    ],
)
def test_the_ordinal_of_a_meeting_is_read_in_digits_roman_numerals_and_words(surface, plenum):
    assert plenum_of(surface) == plenum


def test_a_meeting_and_what_it_adopted_know_each_other():
    assert adopted(11, 8) == ("tw.nq.k11.00028", "tw.nq.k11.00029")
    assert adopted(11, 15) == ()
    assert plenum_of_document("tw.nq.k11.00029") == 8
    assert plenum_of_document("tw.nq.k10._hn05") == 5
    assert terms_of(7) == (9, 10, 11, 12)
