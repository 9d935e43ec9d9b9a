"""Sentences as the news has them, and who says what in them."""

import pytest

from nlp.document import Entity
from nlp.normalize import standard
from nlp.quotes.find import find
from nlp.segment import segment


def entities_in(text, named):
    """`named` gives for a name its type, or its type and canonical name."""
    found = []
    for name, what in named.items():
        kind, canonical = what if isinstance(what, tuple) else (what, name)
        at = text.find(name)
        while at >= 0:
            if not any(one.start <= at < one.end for one in found):
                found.append(Entity(at, at + len(name), name, kind, canonical))
            at = text.find(name, at + 1)
    return tuple(sorted(found, key=lambda one: one.start))


def quotes(text, offices=(), **named):
    """Speaker, office, whether direct, and the words."""
    text = standard(text)
    names = {standard(name.replace("_", " ")): what for name, what in named.items()}
    found = find(text, segment(text).sentences, entities_in(text, names), offices)
    assert all(text[one.start : one.end] == one.surface for one in found)
    return [(one.speaker, one.office, one.direct, one.surface) for one in found]


LAN, MINH = {"Trần_Thị_Lan": "PER"}, {"Lê_Quang_Minh": "PER"}
BOTH = LAN | MINH

REPORTED = [
    ("Bà Trần Thị Lan cho biết quỹ đã trao hai trăm suất học bổng.", "quỹ đã trao hai trăm suất học bổng"),
    ("Bà Trần Thị Lan cho biết, quỹ đã trao hai trăm suất học bổng.", "quỹ đã trao hai trăm suất học bổng"),
    ("Bà Trần Thị Lan nói rằng quỹ đã trao hai trăm suất học bổng.", "quỹ đã trao hai trăm suất học bổng"),
    ("Bà Trần Thị Lan cũng đã nhấn mạnh: Quỹ trao hai trăm suất học bổng. Năm sau sẽ nhiều hơn.\nHết.",
     "Quỹ trao hai trăm suất học bổng. Năm sau sẽ nhiều hơn"),
    ("Theo bà Trần Thị Lan, quỹ đã trao hai trăm suất học bổng.", "quỹ đã trao hai trăm suất học bổng"),
    ("Tuy nhiên, theo bà Trần Thị Lan, quỹ mới trao hai trăm suất học bổng.",
     "quỹ mới trao hai trăm suất học bổng"),
    ("Bà Trần Thị Lan ghi nhận và đánh giá cao những đóng góp của các nhà hảo tâm trong năm.",
     "những đóng góp của các nhà hảo tâm trong năm"),
    ("Bà Trần Thị Lan bày tỏ niềm vui và tin tưởng rằng quỹ sẽ lớn lên từng năm.",
     "quỹ sẽ lớn lên từng năm"),
    ("Bà Trần Thị Lan, người sáng lập quỹ, khẳng định tiền quyên góp đều đến tay học trò.",
     "tiền quyên góp đều đến tay học trò"),
    ("Quỹ đã trao hai trăm suất học bổng trong năm qua, bà Trần Thị Lan cho biết.",
     "Quỹ đã trao hai trăm suất học bổng trong năm qua"),
    ("Quỹ đã trao hai trăm suất học bổng. Bà Trần Thị Lan cho biết như vậy tại buổi lễ.",
     "Quỹ đã trao hai trăm suất học bổng"),
    ("Bà Trần Thị Lan: Học bổng không phải là của bố thí", "Học bổng không phải là của bố thí"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), REPORTED)
def test_what_is_reported_begins_after_the_verb_and_ends_with_its_sentence(text, words):
    assert [(one[0], one[2], one[3]) for one in quotes(text, **LAN)] == [("Trần Thị Lan", False, standard(words))]


SILENT = [
    "Ban tổ chức đã nhận được đề nghị của bà Trần Thị Lan về việc lùi ngày trao học bổng.",
    "Theo Nghị quyết số 12, quỹ học bổng được miễn thuế trong năm năm đầu.",
    "Theo đó, quỹ học bổng của tỉnh được miễn thuế trong năm năm đầu.",
    "Bà Trần Thị Lan phát biểu tại lễ trao học bổng. Ảnh: báo Tỉnh",
    "Chuyến thăm của bà Trần Thị Lan khẳng định tình cảm của kiều bào với quê nhà.",
    "Bà Trần Thị Lan chúc mừng các em học sinh nghèo vượt khó của tỉnh nhà.",
    "Bà Trần Thị Lan dự lễ phát động “Tháng hành động vì trẻ em nghèo của cả nước”.",
    "Những việc mà bà Trần Thị Lan đề xuất đều đã được tỉnh làm xong trong năm.",
    "Bà Trần Thị Lan đáp ứng mọi yêu cầu của ban giám khảo trong vòng thi cuối.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_where_a_verb_is_a_noun_or_has_no_speaker(text):
    assert quotes(text, **LAN) == []


DIRECT = [
    "“{}”, bà Trần Thị Lan nói.",
    '"{}" - bà Trần Thị Lan chia sẻ.',
    "«{}», bà Trần Thị Lan cho biết.",
    "Bà Trần Thị Lan nói: “{}”.",
    "Bà Trần Thị Lan phát biểu trước các em học sinh: “{}”.",
    "Bà Trần Thị Lan khẳng định “{}”",
]


@pytest.mark.parametrize("frame", DIRECT)
@pytest.mark.parametrize("words", ["Chúng tôi chỉ là người đưa thư", "Tôi biết ơn các em. Các em dạy tôi nhiều."])
def test_words_between_marks_are_said_by_who_stands_next_to_them(frame, words):
    assert quotes(frame.format(words), **LAN) == [("Trần Thị Lan", None, True, words)]
