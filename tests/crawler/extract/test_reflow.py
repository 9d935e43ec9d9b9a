import pytest

from crawler.extract.reflow import reflow, width_of

SENTENCE = [
    "1. Người được cấp thẻ có trách nhiệm giữ gìn thẻ, không cho người khác mượn và",
    "trả lại thẻ cho cơ quan đã cấp trong thời hạn 05 ngày làm việc kể từ ngày thôi",
    "làm việc ở cơ quan, đơn vị đó.",
]
WHOLE = (
    "1. Người được cấp thẻ có trách nhiệm giữ gìn thẻ, không cho người khác mượn và trả lại thẻ cho cơ quan đã cấp"
    " trong thời hạn 05 ngày làm việc kể từ ngày thôi làm việc ở cơ quan, đơn vị đó."
)


def test_lines_of_a_sentence_are_one_paragraph():
    assert reflow([SENTENCE]) == (WHOLE,)


def test_lines_that_are_paragraphs_stay_as_they_are():
    lines = ["Điều 1. Phạm vi", WHOLE, "a) Cán bộ;", "b) Công chức."]
    assert width_of(lines) is None
    assert reflow([lines]) == tuple(lines)


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("kể từ ngày Thông tư này có hiệu lực, theo quy định tại khoản 2 Điều 5 và", "Điều 6 của Luật.", True),
        (
            "các đơn vị thuộc Bộ Khoa học và Công nghệ, Bộ Nội vụ và các Sở Lao động",
            "- Thương binh và Xã hội.",
            True,
        ),
        ("hồ sơ gửi về cơ quan cấp thẻ, cơ quan quản lý chuyên ngành của Thông tư số 12/2026/TT-", "BNV.", True),
        ("hồ sơ gửi về cơ quan cấp thẻ, cơ quan quản lý chuyên ngành của tỉnh nơi cư trú", "a) Đơn.", False),
        ("hồ sơ gửi về cơ quan cấp thẻ, cơ quan quản lý chuyên ngành của tỉnh nơi cư trú.", "Người dân", False),
        ("Điều 4. Hồ sơ, trình tự", "Người đề nghị cấp thẻ nộp hồ sơ.", False),
    ],
)
def test_a_unit_opens_a_paragraph_and_a_sentence_goes_on(line, following, joined):
    paragraphs = reflow([[*SENTENCE, "", line, following]])
    assert (len(paragraphs) == 2) is joined


def test_a_sentence_goes_on_over_the_end_of_a_page():
    assert reflow([[*SENTENCE[:2], "", ""], ["", SENTENCE[2]]]) == (WHOLE,)


def test_notes_at_a_pages_foot_follow_the_paragraph_that_goes_on():
    note = ["1 Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 của Thông tư số", "05/2026/TT-BNV."]
    marked = [SENTENCE[0].replace("giữ gìn thẻ", "giữ gìn thẻ1"), SENTENCE[1]]
    whole, noted = reflow([[*marked, "", *note], [SENTENCE[2]]])
    assert whole == WHOLE.replace("giữ gìn thẻ", "giữ gìn thẻ1")
    assert noted == "1 Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 của Thông tư số 05/2026/TT-BNV."


def test_a_note_that_goes_on_at_the_next_pages_foot_is_put_together():
    pages = [
        [
            *SENTENCE[:2],
            "làm việc1.",
            "",
            "1 Thông tư số 05/2026/TT-BNV quy định như sau:",
            "“Điều 2. Thẻ cũ còn giá trị;",
        ],
        ["2. Thẻ hết hạn được đổi tại cơ quan đã cấp.", "", "Điều 3. Thẻ mới được cấp từ ngày 01 tháng 7.”."],
    ]
    assert reflow(pages)[-3:] == (
        "1 Thông tư số 05/2026/TT-BNV quy định như sau:",
        "“Điều 2. Thẻ cũ còn giá trị;",
        "Điều 3. Thẻ mới được cấp từ ngày 01 tháng 7.”.",
    )


def test_broken_lines_without_end_cost_no_more_than_their_length():
    assert len(reflow([["cán bộ, công chức và"] * 50_000])) == 1
