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


def test_a_sites_name_between_todays_date_and_the_articles_is_no_title(read):
    top = ("Thứ Năm, 18/4/2024", "Ban Đối ngoại tỉnh ủy", "Thứ Năm, 11/1/2024 18:30'(GMT+7)")
    (article,) = read(text(*top, TITLE, *PARAGRAPHS, blank=False), "text/plain")
    assert (article.title, article.published) == (TITLE, "2024-01-11T18:30+07:00")
    assert article.paragraphs[-1] == PARAGRAPHS[-1]
    assert "Ban Đối ngoại tỉnh ủy" not in article.text
    top = ("Thứ Bảy, 22/9/2018", TITLE, "10/10/2017 21:21' Gửi bài này In bài này")
    (article,) = read(text(*top, *PARAGRAPHS, blank=False), "text/plain")
    assert (article.title, article.published) == (TITLE, "2017-10-10T21:21+07:00")


def test_the_trail_from_the_home_page_may_end_in_the_title(read):
    top = ("Trang chủ    Nghiên cứu    Về chủ đề của Đại hội tỉnh lần này", "Thứ hai, 26 Tháng 10 2020 14:49")
    (article,) = read(text(*top, "1387 Lượt xem", *PARAGRAPHS), "text/plain")
    assert (article.title, article.published) == ("Về chủ đề của Đại hội tỉnh lần này", "2020-10-26T14:49+07:00")
    assert article.paragraphs[-1] == PARAGRAPHS[-1]
    (article,) = read(text("Trang chủ > Tin tức", TITLE, *PARAGRAPHS), "text/plain")
    assert article.title == TITLE


def test_cells_of_tables_lose_their_bars_and_links_under_a_box_are_dropped(read):
    cells = (f"{TITLE} |", "| Toàn cảnh hội nghị. (Ảnh: Hải An) |", "| Tin liên quan |", "Tỉnh bạn tổng kết năm |")
    (article,) = read(text(*cells, *PARAGRAPHS, blank=False), "text/plain")
    assert (article.title, article.captions) == (TITLE, ("Toàn cảnh hội nghị. (Ảnh: Hải An)",))
    assert (article.lead, *article.paragraphs) == PARAGRAPHS


def test_the_line_under_a_pictures_toolbar_is_its_caption(read):
    (article,) = read(text("leftcenterrightdel\nBà Trần Bảo Ngân bế mạc hội nghị", *PARAGRAPHS), "text/plain")
    assert article.captions == ("Bà Trần Bảo Ngân bế mạc hội nghị",)
    assert article.paragraphs == PARAGRAPHS


def test_the_day_in_a_page_header_is_no_date(read):
    (article,) = read(text("Thứ ba,  11/05/2021", TITLE, *PARAGRAPHS), "text/plain")
    assert article.published is None
    assert article.title == TITLE


def test_a_title_printed_again_is_no_paragraph(read):
    (article,) = read(text(TITLE, TITLE, *PARAGRAPHS, blank=False), "text/plain")
    assert article.title == TITLE
    assert article.text.count(TITLE) == 1


def test_a_title_that_stands_under_every_picture_is_the_title_once(read):
    lines = (TITLE, TITLE, *PARAGRAPHS[:2], TITLE, PARAGRAPHS[2], TITLE)
    (article,) = read(text(*lines), "text/plain")
    assert (article.title, article.lead, *article.paragraphs) == (TITLE, *PARAGRAPHS)


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


def test_notices_over_the_head_of_an_official_text_are_dropped(read):
    notice = "Vui lòng ĐĂNG NHẬP để tiếp tục."
    head = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "Số: 12/QĐ-UBND | Vân Hải, ngày 05 tháng 01 năm 2022 |",
    )
    (document,) = read(text(notice, *head, blank=False), "text/plain")
    assert document.paragraphs == head
    assert (document.document.number, document.document.issued_on) == ("12/QĐ-UBND", "2022-01-05")


@pytest.mark.parametrize("body", ["", "  \n\n ", "aa\nIn bài viết\nTruyền hình"])
def test_a_text_of_nothing_is_rejected(read, body):
    with pytest.raises(Rejected, match="no-text"):
        read(body, "text/plain")
