"""PDF files by their letters: lines to paragraphs, tables to rows, without what each page prints."""

import pytest

from crawler.papers import pdf as reader
from crawler.papers.pdf import read_pdf

FULL = "Căn cứ Luật Tổ chức chính quyền địa phương và các luật có liên quan, Ủy ban nhân dân tỉnh"
FULL_TOO = "Sơn Bình ban hành quy định về quản lý đường làng, ngõ xóm do nhân dân tự nguyện góp công,"
END = "góp của làm nên."


def test_lines_of_a_sentence_are_one_paragraph_again(pdf, lines):
    paper = read_pdf(pdf([lines(FULL, FULL_TOO, END, "Điều 1. Phạm vi")]))
    assert paper.paragraphs == (f"{FULL} {FULL_TOO} {END}", "Điều 1. Phạm vi")


def test_a_sentence_goes_on_over_the_end_of_a_page(pdf, lines):
    first = [*lines(*[FULL] * 3, FULL_TOO), (290, 40, "1")]
    second = [*lines(END, FULL, FULL_TOO, FULL), (290, 40, "2")]
    paper = read_pdf(pdf([first, second]))
    assert f"{FULL_TOO} {END}" in " ".join(paper.paragraphs)
    assert not any(text.startswith(END) for text in paper.paragraphs)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("được quy định tại Thông tư số 41/2026/TT-", "BTC ngày 01 tháng 6 năm 2026.", "41/2026/TT-BTC ngày"),
        ("được quy định tại Thông tư số 41/2026/", "TT-BTC ngày 01 tháng 6 năm 2026.", "41/2026/TT-BTC ngày"),
        ("của Bộ Lao động -", "Thương binh và Xã hội trong năm 2026.", "Lao động - Thương binh"),
    ],
)
def test_a_number_that_breaks_over_two_lines_is_whole_again(pdf, lines, before, after, joined):
    full = f"{'Sở Tài chính chủ trì việc lập dự toán, ' * 2}".ljust(len(FULL) - len(before), "x")[
        : 90 - len(before)
    ]
    (paragraph,) = read_pdf(pdf([lines(FULL, f"{full.strip()} {before}", after)])).paragraphs
    assert joined in paragraph


def test_heads_feet_and_numbers_of_pages_are_left_out(pdf, lines):
    pages = [
        [
            (150, 800, f"CÔNG BÁO/Số {12 + at}/Ngày 14-06-2026"),
            (500, 800, str(at)),
            *lines(f"Điều {at}. Trách nhiệm của ủy ban nhân dân các xã trong vùng", top=760),
            *lines(*(f"- Xã thứ {'abcdefgh'[place]} của vùng" for place in range(at, at + 4)), top=740),
            (70, 30, "Cổng thông tin điện tử tỉnh Sơn Bình"),
            (500, 30, f"Trang {at}/4"),
        ]
        for at in range(1, 5)
    ]
    text = " ".join(read_pdf(pdf(pages)).paragraphs)
    assert "CÔNG BÁO" not in text
    assert "Cổng thông tin" not in text
    assert "Trang" not in text
    assert text.count("Điều") == 4


def test_pages_of_one_repeated_line_keep_it(pdf, lines):
    paper = read_pdf(pdf([lines(f"Tờ khai số {at} của hộ ông Lê Minh Tuệ ở xóm Đông") for at in range(6)]))
    assert "Tờ khai số 3 của hộ ông Lê Minh Tuệ ở xóm Đông" in " ".join(paper.paragraphs)


def test_the_stamp_of_a_digital_signature_is_left_out(pdf, lines):
    stamp = lines("Ký bởi: Cổng thông tin tỉnh", "Cơ quan: Văn phòng", "Ngày ký: 2026-06-12", "17:05:03 +07:00")
    paper = read_pdf(pdf([[*stamp, *lines(FULL, END, top=600)]]))
    assert paper.paragraphs == (f"{FULL} {END}",)


def test_columns_at_the_head_of_an_official_text_stand_side_by_side(pdf, lines):
    head = [
        *lines("ỦY BAN NHÂN DÂN", "TỈNH SƠN BÌNH", left=90),
        (90, 740, "Số: 12/QĐ-UBND"),
        *lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", left=300),
        (310, 740, "Sơn Bình, ngày 05 tháng 3 năm 2026"),
        (260, 700, "QUYẾT ĐỊNH"),
    ]
    assert read_pdf(pdf([head])).paragraphs == (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỈNH SƠN BÌNH | Độc lập - Tự do - Hạnh phúc",
        "Số: 12/QĐ-UBND | Sơn Bình, ngày 05 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
    )


def test_a_row_of_a_table_is_one_line_whatever_its_cells_take(pdf, lines):
    def row(top: float, *cells: tuple[str, ...]) -> list[tuple[float, float, str]]:
        return [place for at, cell in enumerate(cells) for place in lines(*cell, top=top, left=(70, 110, 330)[at])]

    paper = read_pdf(
        pdf(
            [
                [
                    *lines(FULL, END),
                    *row(700, ("STT",), ("Tên văn bản",), ("Lý do hết hiệu lực",)),
                    # The number stands in the middle of its row, lower than where the second cell begins.
                    *[
                        (70, 653, "1"),
                        *lines("Thông tư số 03/2017/TT-BTC", "về sửa đường làng", top=660, left=110),
                    ],
                    *lines("Được thay thế", top=653, left=330),
                ]
            ]
        )
    )
    assert paper.paragraphs[1:] == (
        "STT | Tên văn bản | Lý do hết hiệu lực",
        "1 | Thông tư số 03/2017/TT-BTC về sửa đường làng | Được thay thế",
    )


def test_the_head_of_a_table_that_goes_on_is_said_once(pdf, lines):
    def page(number: int) -> list[tuple[float, float, str]]:
        head = [(70.0, 780.0, "STT"), (150.0, 780.0, "Tên xã"), (330.0, 780.0, "Số hộ")]
        return [*head, (70, 750, str(number)), (150, 750, f"Vân Hải {number}"), (330, 750, f"{number}00")]

    paper = read_pdf(pdf([page(1), page(2), page(3)]))
    assert paper.paragraphs == (
        "STT | Tên xã | Số hộ",
        "1 | Vân Hải 1 | 100",
        "2 | Vân Hải 2 | 200",
        "3 | Vân Hải 3 | 300",
    )


def test_the_place_of_a_signature_is_no_table(pdf, lines):
    left = lines("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", top=300)
    right = [*lines("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", top=300, left=350), (370, 220, "Trần Bảo Ngân")]
    assert read_pdf(pdf([[*lines(FULL, END), *left, *right]])).paragraphs[1:] == (
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Bảo Ngân",
    )


def test_a_page_laid_sideways_is_read_like_any_other(pdf, lines):
    assert read_pdf(pdf([lines(FULL, END, top=500)], turned=90)).paragraphs == (f"{FULL} {END}",)


def test_pieces_of_a_word_that_are_drawn_apart_are_one_word(pdf, lines):
    pieces = [(70.0, 780.0, "B"), (75.0, 780.0, "ảo hi"), (100.0, 780.0, "ểm xã hội tỉnh Sơn Bình")]
    assert read_pdf(pdf([pieces])).paragraphs == ("Bảo hiểm xã hội tỉnh Sơn Bình",)


def test_letters_that_are_drawn_after_the_rest_of_their_line_stand_in_their_place(pdf, lines):
    drawn = [(70.0, 780.0, "H"), (80.0, 780.0, "p bàn vi"), (125.0, 780.0, "c làng"), (75.0, 780.0, "ọ")]
    drawn += [(120.0, 780.0, "ệ"), *lines("và sửa đường.", top=766)]
    assert read_pdf(pdf([drawn])).paragraphs == ("Họp bàn việc làng và sửa đường.",)


def test_the_bullet_of_a_symbol_font_is_a_dash(pdf, lines):
    assert read_pdf(pdf([lines("\uf0b7 Đường làng", "\uf0a7 Ngõ xóm")])).paragraphs == (
        "- Đường làng",
        "- Ngõ xóm",
    )


def test_accents_that_stand_as_marks_of_their_own_are_composed(pdf, lines):
    assert read_pdf(pdf([lines("Ho\u0323p ba\u0300n viê\u0323c đươ\u0300ng la\u0300ng")])).paragraphs == (
        "Họp bàn việc đường làng",
    )


def test_the_title_among_the_properties_is_told(pdf, lines):
    assert read_pdf(pdf([lines(FULL)], title="Quy định đường làng")).title == "Quy định đường làng"


def test_of_a_file_of_too_many_pages_the_first_are_read_and_that_is_told(pdf, lines, monkeypatch):
    monkeypatch.setattr(reader, "MOST_PAGES", 3)
    paper = read_pdf(pdf([lines(f"Điều {at}. Về việc thứ {at} trong năm", END) for at in range(5)]))
    assert paper.flags == ("cut-pages",)
    assert not any(text.startswith("Điều 3") for text in paper.paragraphs)
