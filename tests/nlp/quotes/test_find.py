"""Sentences as the news has them, and who says what in them."""

import pytest

from nlp.document import Entity, Office
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
    ("Quỹ đã trao hai trăm suất học bổng. Đó là chia sẻ của bà Trần Thị Lan trong lễ khai trường.",
     "Quỹ đã trao hai trăm suất học bổng"),
    ("Bà Trần Thị Lan dự lễ khai trường và đề nghị thầy trò giữ lấy nếp học cũ.", "thầy trò giữ lấy nếp học cũ"),
    ("Bà Trần Thị Lan chúc mừng và đề nghị thầy trò giữ lấy nếp học cũ.", "thầy trò giữ lấy nếp học cũ"),
    ("Tại lễ, bà Trần Thị Lan phát biểu ngắn, đồng thời đề nghị thầy trò giữ lấy nếp học cũ.",
     "thầy trò giữ lấy nếp học cũ"),
    ("Bà Trần Thị Lan, có hai con đang học xa nhà, cho biết học bổng năm nay về sớm hơn.",
     "học bổng năm nay về sớm hơn"),
    ("Còn theo bà Trần Thị Lan, Bộ trưởng Lê Quang Minh sẽ về dự lễ khai trường.",
     "Bộ trưởng Lê Quang Minh sẽ về dự lễ khai trường"),
    ("Bà Trần Thị Lan: Học bổng không phải là của bố thí", "Học bổng không phải là của bố thí"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), REPORTED)
def test_what_is_reported_begins_after_the_verb_and_ends_with_its_sentence(text, words):
    assert [(one[0], one[2], one[3]) for one in quotes(text, **BOTH)] == [("Trần Thị Lan", False, standard(words))]


SILENT = [
    "Ban tổ chức đã nhận được đề nghị của bà Trần Thị Lan về việc lùi ngày trao học bổng.",
    "Theo Nghị quyết số 12, quỹ học bổng được miễn thuế trong năm năm đầu.",
    "Theo đó, quỹ học bổng của tỉnh được miễn thuế trong năm năm đầu.",
    "Bà Trần Thị Lan phát biểu tại lễ trao học bổng. Ảnh: báo Tỉnh",
    "Chuyến thăm của bà Trần Thị Lan khẳng định tình cảm của kiều bào với quê nhà.",
    "Bà Trần Thị Lan chúc mừng và biểu dương các em học sinh nghèo vượt khó của tỉnh nhà.",
    "Bà Trần Thị Lan chúc mừng các em học sinh nghèo vượt khó của tỉnh nhà.",
    "Bà Trần Thị Lan dự lễ phát động “Tháng hành động vì trẻ em nghèo của cả nước”.",
    "Những việc mà bà Trần Thị Lan đề xuất đều đã được tỉnh làm xong trong năm.",
    "Theo bà Trần Thị Lan. Theo bà, học bổng năm nay có nên tăng lên không?",
    "Bà Trần Thị Lan chia sẻ về những năm tháng dạy học ở vùng cao.",
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


def test_a_name_a_motto_and_a_word_at_a_distance_are_not_speech():
    text = (
        "Bà Trần Thị Lan phát động phong trào “Một giọt nước cho đồng bào vùng khô hạn”, tặng sách “Đường về”.\n"
        "Bà Trần Thị Lan cho biết quỹ “mở” này đã giúp được hai trăm học trò nghèo."
    )
    assert [one[3] for one in quotes(text, **LAN)] == ["quỹ “mở” này đã giúp được hai trăm học trò nghèo"]


def test_a_quotation_inside_what_is_reported_is_the_quotation():
    text = (
        "Bà Trần Thị Lan yêu cầu các chi nhánh phải “rà soát từng hồ sơ, không để sót một học trò nào”; làm sớm."
    )
    words = "rà soát từng hồ sơ, không để sót một học trò nào"
    assert quotes(text, **LAN) == [("Trần Thị Lan", None, True, words)]


SEVERAL = [
    ("“Quỹ không giàu”, bà Trần Thị Lan nói, “nhưng chưa bao giờ cạn.”",
     ["Quỹ không giàu", "nhưng chưa bao giờ cạn."]),
    ("Bà Trần Thị Lan nói “quỹ không giàu lắm” và “chúng tôi vẫn lo được”.",
     ["quỹ không giàu lắm", "chúng tôi vẫn lo được"]),
    ("“Thầy tôi dặn: “Cho đi là còn mãi”, tôi nhớ suốt”, bà Trần Thị Lan kể.",
     ["Thầy tôi dặn: “Cho đi là còn mãi”, tôi nhớ suốt"]),
    ('"Nghề này không "hot" nhưng bền", bà Trần Thị Lan nói.', ['Nghề này không "hot" nhưng bền']),
    ("“Đoạn đầu tôi kể về quỹ.\n\n“Đoạn sau tôi kể về trò”, bà Trần Thị Lan nói.",
     ["Đoạn đầu tôi kể về quỹ.\n\n“Đoạn sau tôi kể về trò"]),
    ("Bà Trần Thị Lan nói: “Đoạn đầu tôi kể về quỹ.\nĐoạn sau tôi kể về trò”.",
     ["Đoạn đầu tôi kể về quỹ.\nĐoạn sau tôi kể về trò"]),
    ("Bà Trần Thị Lan nói: “Tôi quên đóng ngoặc rồi.\nHôm sau trời mưa, mọi người nghỉ.",
     ["Tôi quên đóng ngoặc rồi."]),
    ("“Tôi vui lắm”, bà Trần Thị Lan nghẹn ngào.", ["Tôi vui lắm"]),
    ("Bà Trần Thị Lan cười hiền: “Tôi có làm gì đâu, bà con giúp nhau cả đấy”.",
     ["Tôi có làm gì đâu, bà con giúp nhau cả đấy"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SEVERAL)
def test_quotations_go_on_over_verbs_marks_and_paragraphs(text, words):
    assert [(one[0], one[2], one[3]) for one in quotes(text, **LAN)] == [
        ("Trần Thị Lan", True, one) for one in words
    ]


def test_two_persons_in_one_sentence_say_each_their_own():
    text = (
        "Bà Trần Thị Lan cho rằng quỹ nên lập thêm chi nhánh, "
        "còn ông Lê Quang Minh cho rằng hãy chờ thêm đến năm sau."
    )
    assert quotes(text, **BOTH) == [
        ("Trần Thị Lan", None, False, "quỹ nên lập thêm chi nhánh"),
        ("Lê Quang Minh", None, False, "hãy chờ thêm đến năm sau"),
    ]


def test_what_two_say_together_is_nobodys_speech():
    assert quotes("Bà Trần Thị Lan và ông Lê Quang Minh khẳng định quỹ sẽ lớn lên từng năm.", **BOTH) == []


MEANT = [
    ("Bà Trần Thị Lan gặp ông Lê Quang Minh. Bà cho biết quỹ đã có đủ tiền cho năm tới.", "Trần Thị Lan"),
    ("Bà Trần Thị Lan gặp ông Lê Quang Minh. Ông cho biết quỹ đã có đủ tiền cho năm tới.", "Lê Quang Minh"),
    ("Ông Lê Quang Minh vừa về. Bà Trần Thị Lan ra đón. Ông cho biết đường về quê còn ngập nặng.",
     "Lê Quang Minh"),
    ("Bà Trần Thị Lan, hiệu trưởng, vừa nghỉ hưu. Vị hiệu trưởng này chia sẻ rằng mình còn nhớ trường xưa lắm.",
     "Trần Thị Lan"),
    ("Chủ tịch nước Trần Thị Lan thăm xã. Chủ tịch nước đề nghị xã sớm làm đường cho các em đi học.",
     "Trần Thị Lan"),
    ("Thứ trưởng Trần Thị Lan và Bộ trưởng Lê Quang Minh đến dự. Bộ trưởng đề nghị xã sớm làm đường cho các em.",
     "Lê Quang Minh"),
    ("Đồng chí Lê Quang Minh, Bí thư Tỉnh uỷ, đến thăm. Đồng chí Bí thư Tỉnh uỷ yêu cầu xã sớm làm đường đi học.",
     "Lê Quang Minh"),
    # Who bore it that day may be known elsewhere.
    ("Nguyên Bộ trưởng Trần Thị Lan đến dự. Bộ trưởng đề nghị xã sớm làm đường cho các em đi học.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_a_pronoun_and_an_office_mean_the_last_person_whom_they_fit(text, speaker):
    assert [one[0] for one in quotes(text, **BOTH)] == [speaker]


def test_a_given_name_alone_means_the_full_one_named_last():
    text = "Ông Lê Quang Minh và ông Trần Nhật Minh cùng đến. Ông Minh cho biết đường về quê còn ngập nặng lắm."
    named = {"Lê_Quang_Minh": "PER", "Trần_Nhật_Minh": "PER", "Minh": "PER"}
    assert [one[0] for one in quotes(text, **named)] == ["Lê Quang Minh"]  # who opens the sentence


def test_a_pronoun_without_a_person_and_an_expert_without_a_name_say_nothing():
    assert quotes("Ông cho biết quỹ đã có đủ tiền cho năm tới.") == []
    assert quotes("Chuyên gia cho rằng quỹ đã có đủ tiền cho năm tới.") == []


OFFICES = [
    ("Phó Chủ tịch UBND tỉnh Trần Thị Lan cho biết đường mới sẽ xong trong năm nay.", "Phó Chủ tịch UBND tỉnh"),
    ("Bà Trần Thị Lan, Giám đốc Sở Y tế, cho biết trạm xá mới sẽ xong trong năm nay.", "Giám đốc Sở Y tế"),
    ("Bà Trần Thị Lan - Uỷ viên Ban Thường vụ, Trưởng ban Tổ chức - cho biết việc ấy sẽ xong trong năm nay.",
     "Trưởng ban Tổ chức"),
    ("Đại sứ, bà Trần Thị Lan, cho biết lễ hội sẽ mở vào cuối mùa xuân này.", "Đại sứ"),
    ("PGS.TS Trần Thị Lan cho biết giống lúa mới chịu được nước mặn cao.", None),
    ("Theo bà Trần Thị Lan, chuyên gia kinh tế, giá lúa sẽ còn tăng trong quý tới.", "chuyên gia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "office"), OFFICES)
def test_the_office_is_the_title_next_to_the_name(text, office):
    assert [(one[0], one[1]) for one in quotes(text, **LAN)] == [("Trần Thị Lan", office)]


BODIES = [
    ("Bộ Y tế khuyến cáo người dân tiêm vắc xin trước mùa mưa.", "Bộ Y tế", None),
    ("Bộ Y tế, Bộ Công an yêu cầu các bệnh viện trực đủ người trong dịp Tết.", "Bộ Y tế", None),
    ("Đại diện Bộ Y tế cho biết dịch đã lui ở cả ba miền.", "Bộ Y tế", "Đại diện"),
    ("Theo Bộ Y tế, dịch đã lui ở cả ba miền đất nước.", "Bộ Y tế", None),
    ("Bà Trần Thị Lan, Bộ Y tế, cho biết dịch đã lui ở cả ba miền.", "Trần Thị Lan", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "office"), BODIES)
def test_a_body_speaks_too(text, speaker, office):
    found = quotes(text, **LAN, Bộ_Y_tế="ORG", Bộ_Công_an="ORG")
    assert [(one[0], one[1]) for one in found] == [(speaker, office)]


def test_this_body_is_the_one_that_spoke_last():
    text = "Theo Bộ Y tế, dịch đã lui ở cả ba miền. Bộ này cho biết số ca bệnh đã giảm một nửa."
    assert [one[0] for one in quotes(text, Bộ_Y_tế="ORG")] == ["Bộ Y tế", "Bộ Y tế"]


def test_what_an_agency_tells_is_nobodys_speech():
    assert quotes("Theo Reuters, giá dầu đã tăng ba phiên liên tiếp trong tuần.", Reuters="ORG") == []


def test_offices_found_elsewhere_say_who_is_meant():
    text = "Bà Trần Thị Lan tới dự từ sớm. Trưởng Ban Đối ngoại nhấn mạnh tình bạn giữa hai nước còn dài lâu."
    office = Office(0, 2, "Trưởng Ban Đối ngoại Trung ương", "Trần Thị Lan", "Trưởng Ban Đối ngoại Trung ương")
    assert quotes(text, (office,), **LAN)[0][:2] == ("Trần Thị Lan", "Trưởng Ban Đối ngoại")


def test_an_interview_is_said_by_who_was_named_before_it():
    text = (
        "Bà Trần Thị Lan đã trò chuyện với chúng tôi nhân ngày khai trường.\n"
        "Quỹ học bổng bắt đầu từ đâu, thưa bà?\n- Từ mười cuốn vở cũ mà học trò để lại.\n"
        "Còn năm nay thì sao?\n- Năm nay chúng tôi lo cho hai trăm em."
    )
    assert quotes(text, **LAN) == [
        ("Trần Thị Lan", None, True, "Từ mười cuốn vở cũ mà học trò để lại"),
        ("Trần Thị Lan", None, True, "Năm nay chúng tôi lo cho hai trăm em"),
    ]


def test_reported_speech_ends_where_paragraphs_were_glued():
    text = (
        "Bà Trần Thị Lan cho biết: Quỹ đã có đủ tiền. Năm tới sẽ còn hơn thế.Hôm nay trời mưa to, đường ngập sâu."
    )
    assert [one[3] for one in quotes(text, **LAN)] == ["Quỹ đã có đủ tiền. Năm tới sẽ còn hơn thế"]


def test_no_text_and_no_names_give_nothing():
    assert quotes("") == []
    assert quotes("“Không ai nói câu này cả, thật đấy mà.” Thế thôi.") == []
