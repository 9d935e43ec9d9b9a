import time

import pytest

from nlp.entities.hints import hints
from nlp.normalize import standard
from nlp.segment import segment


def test_two_layers_tell_names_and_how_bodies_are_put_together():
    text = standard("Ông Lê Văn Khôi, Viện Nghiên cứu Sông Xanh (VSX), đến Hà Nội. Khôi và VSX họp.")
    found = hints(text, segment(text).sentences)
    assert [(one.by, text[one.start : one.end]) for one in found.names] == [
        ("honorific", "Lê Văn Khôi"),
        ("introduced", "VSX"),
        ("gazetteer", "Hà Nội"),
        ("given-opens", "Khôi"),
        ("introduced", "VSX"),
    ]
    assert [text[one.start : one.end] for one in found.bodies] == ["Viện Nghiên cứu Sông Xanh"]


@pytest.mark.parametrize(
    "text",
    [
        "HỘI NÔNG DÂN VIỆT NAM " * 4_600,
        "A" * 100_000,
        "Nguyễn Văn Nam " * 7_000,
        "Bộ Y tế (" * 12_000,
        "Ông Lê Văn An, Chủ tịch UBND tỉnh Hà Nam, dự họp với Bộ Công an. " * 1_600,
        '"' * 100_000,
        "İstanbul Lê Văn Nam " * 5_000,
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(text):
    sentences = segment(text).sentences
    start = time.process_time()
    found = hints(text, sentences)
    assert time.process_time() - start < 10  # less than one here
    assert all(0 <= one.start < one.end <= len(text) for one in (*found.names, *found.bodies))


def test_a_line_of_a_million_letters_is_read():
    text = "Ông Lê Văn An, Chủ tịch UBND tỉnh Hà Nam, dự họp. " * 20_000
    assert len(hints(text, segment(text).sentences).names) == 40_000
