import pytest

from crawler.article import Rejected

TITLE = "Sơn Bình tổng kết công tác đối ngoại nhân dân"
LEAD = "Sáng 19/12, tại phường Vân Hải, Liên hiệp các tổ chức hữu nghị tỉnh đã họp tổng kết công tác năm."
PARAGRAPHS = (
    "Phát biểu khai mạc, ông Lê Minh Tuệ cho biết năm qua tỉnh đã đón hơn bốn mươi đoàn khách quốc tế đến thăm.",
    "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ.",
    "Kết luận hội nghị, bà Trần Bảo Ngân đề nghị các hội thành viên chọn một việc cụ thể và làm đến cùng.",
)


def text(*lines: str, blank: bool = True) -> str:
    return ("\n\n" if blank else "\n").join(lines)


def test_a_text_with_everything_around_it(read):
    related = "Giao lưu hữu nghị ở vùng biên giới Giao lưu hữu nghị ở vùng biên giới"
    page = "\n".join(
        [
            "Trang chủ Chính trị - Xã hội Chào ngày mới",
            "19:15 | 25/07/2022 GMT+7",
            "",
            TITLE,
            "",
            "aa",
            LEAD,
            related,
            "Hơn 600 người dân hai bên biên giới đã dự buổi giao lưu vào cuối tuần qua ở bản Huổi Long.",
            "",
            PARAGRAPHS[0],
            "",
            "son binh tong ket cong tac doi ngoai nhan dan",
            "Toàn cảnh hội nghị",
            "",
            PARAGRAPHS[1],
            "",
            "Ông Lê Minh Tuệ phát biểu khai mạc (Ảnh: Khánh Hà).",
            "",
            PARAGRAPHS[2],
            "",
            'Gặp mặt các tổ chức Gặp mặt các tổ chức "phi chính phủ" đầu năm',
            "Bảo Ngân",
            "Nguồn:",
            "",
            "Tin bài liên quan",
            "",
            "Tỉnh bạn tổng kết năm",
            "",
            "Tỉnh bạn tổng kết năm",
            "",
            "Hội nghị diễn ra trong một ngày với sự tham dự của hơn hai trăm đại biểu đến từ các huyện của tỉnh.",
            "In bài viết",
            "Phiên bản di động",
        ]
    )
    (article,) = read(page, "text/plain")
    assert (article.title, article.lead, article.author) == (TITLE, LEAD, "Bảo Ngân")
    assert (article.published, article.precision) == ("2022-07-25T19:15+07:00", "minute")
    assert article.paragraphs == PARAGRAPHS
    assert article.captions == ("Toàn cảnh hội nghị", "Ông Lê Minh Tuệ phát biểu khai mạc (Ảnh: Khánh Hà).")


def test_a_text_that_opens_without_a_title_has_none(read):
    (article,) = read(text(*PARAGRAPHS), "text/plain")
    assert (article.title, article.lead) == (None, None)
    assert article.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("top", "published"),
    [
        ("Ngày: 22.04.2024", "2024-04-22"),
        ("13:55 | 15/04/2023", "2023-04-15T13:55+07:00"),
        ("Thứ hai, 26 Tháng 10 2020 14:49", "2020-10-26T14:49+07:00"),
    ],
)
def test_the_date_line_under_the_title_is_the_date_and_no_text(read, top, published):
    (article,) = read(text(TITLE, top, *PARAGRAPHS), "text/plain")
    assert article.published == published
    assert article.paragraphs[-1] == PARAGRAPHS[-1]
    assert top not in article.text


def test_the_day_in_a_page_header_is_no_date(read):
    (article,) = read(text("Thứ ba,  11/05/2021", TITLE, *PARAGRAPHS), "text/plain")
    assert article.published is None
    assert article.title == TITLE


def test_a_title_printed_again_is_no_paragraph(read):
    (article,) = read(text(TITLE, TITLE, *PARAGRAPHS, blank=False), "text/plain")
    assert article.title == TITLE
    assert article.text.count(TITLE) == 1


def test_an_author_far_to_the_right_is_read(read):
    (article,) = read(text(TITLE, *PARAGRAPHS) + "\n\xa0\n" + "\xa0 " * 40 + "Kim Thi", "text/plain")
    assert article.author == "Kim Thi"
    assert article.paragraphs[-1] == PARAGRAPHS[-1]


def test_ordinary_lines_are_paragraphs_and_none_is_lost(read):
    lines = (
        *PARAGRAPHS,
        "- Một là, dạy tiếng Việt;",
        "1. Chọn việc",
        "28,80",
        "Ông nói: “Chúng tôi sẽ làm đến cùng”.",
    )
    (article,) = read(text(TITLE, *lines, blank=False), "text/plain")
    assert article.text.replace("\n\n", "\n") == text(TITLE, *lines, blank=False)


def test_two_articles_in_one_file_come_out_as_two(read):
    second = "Hội hữu nghị tỉnh khai giảng lớp tiếng Việt ở bến cảng"
    dateline = (
        "Chiều 16/7, tại cảng Vân Hải, Hội hữu nghị tỉnh đã khai giảng lớp tiếng Việt cho con em thuyền viên."
    )
    caption = "Học viên trong buổi học đầu tiên. Ảnh: Minh Tuệ"
    teaser = "Tỉnh bạn mở lớp Sau một năm chuẩn bị, tỉnh bạn đã mở lớp học đầu tiên cho con em của các..."
    one, two = read(
        text(TITLE, LEAD, *PARAGRAPHS, second, dateline, caption, *PARAGRAPHS[::-1], teaser, blank=False),
        "text/plain",
    )
    assert (one.title, one.lead, one.paragraphs) == (TITLE, LEAD, PARAGRAPHS)
    assert (two.title, two.lead, two.paragraphs) == (second, dateline, PARAGRAPHS[::-1])
    assert (one.captions, two.captions) == ((), (caption,))


def test_a_chapter_of_one_article_is_not_split_off(read):
    chapter = (
        "Ba việc của năm tới",
        "Ngày 19/12, tại phường Vân Hải, các đại biểu cũng bàn ba việc của năm tới và phân công cụ thể.",
    )
    (article,) = read(text(TITLE, LEAD, *PARAGRAPHS, *chapter, *PARAGRAPHS[::-1], blank=False), "text/plain")
    assert chapter[0] in article.paragraphs


def test_an_official_text_is_a_document_and_keeps_every_line(read):
    head = ("QUỐC HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    lines = (*head, "Luật số: 41/2024/QH15", "LUẬT", "BẢO HIỂM XÃ HỘI", "Căn cứ Hiến pháp;", "Điều 1. Phạm vi")
    (document,) = read(text(*lines, blank=False), "text/plain")
    assert (document.kind, document.title) == ("document", "Luật BẢO HIỂM XÃ HỘI")
    assert document.document.number == "41/2024/QH15"
    assert document.paragraphs == lines


@pytest.mark.parametrize("body", ["", "  \n\n ", "aa\nIn bài viết\nTruyền hình"])
def test_a_text_of_nothing_is_rejected(read, body):
    with pytest.raises(Rejected, match="no-text"):
        read(body, "text/plain")
