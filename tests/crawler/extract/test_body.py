from crawler.extract.caption import is_credited

PARAGRAPH = "Đại biểu các huyện trao đổi về việc dạy tiếng cho cán bộ cơ sở và đề nghị hỗ trợ kinh phí cho năm {}."
BODY = [PARAGRAPH.format(year) for year in (2023, 2024, 2025, 2026)]


def paragraphs(*extra: str) -> str:
    first, *rest = (f"<p>{text}</p>" for text in BODY)
    return "".join([first, *extra, *rest])


def test_headings_between_paragraphs_are_kept(read, html):
    (article,) = read(html(body=paragraphs("<h3><b>Ba việc của năm tới</b></h3>")))
    assert article.paragraphs == (BODY[0], "Ba việc của năm tới", *BODY[1:])


def test_links_to_other_articles_are_dropped_with_their_teasers(read, html):
    box = (
        "<div><a href=/a>Tỉnh bạn tổng kết công tác đối ngoại</a><p>Hội nghị diễn ra trong một ngày.</p></div>"
        "<ul><li><a href=/b>Gặp mặt các tổ chức phi chính phủ nước ngoài đầu năm</a></li></ul>"
    )
    (article,) = read(html(body=paragraphs(box)))
    assert article.paragraphs == tuple(BODY)


def test_captions_are_kept_as_captions(read, html):
    figure = "<figure><img src=a.jpg><figcaption>Toàn cảnh hội nghị. Ảnh: Khánh Hà</figcaption></figure>"
    picture = '<p class="Image"><img src=b.jpg>Đại biểu thăm gian hàng</p>'
    (article,) = read(html(body=paragraphs(figure, picture)))
    assert article.paragraphs == tuple(BODY)
    assert article.captions == ("Toàn cảnh hội nghị. Ảnh: Khánh Hà", "Đại biểu thăm gian hàng")


def test_buttons_and_notices_are_dropped(read, html):
    (article,) = read(
        html(body=paragraphs("<p>Video đang HOT</p><p>aa</p><p>In bài viết</p><p>1.387 lượt xem</p>"))
    )
    assert article.paragraphs == tuple(BODY)


def test_the_title_is_not_repeated_in_the_body(read, html):
    (article,) = read(html(body=paragraphs("<p>Sơn Bình tổng kết công tác đối ngoại nhân dân</p>")))
    assert article.paragraphs == tuple(BODY)


def test_what_stands_under_the_text_is_dropped(read, html):
    below = (
        "<h3>Tin liên quan</h3><ul><li><a href=/c>Khai trương lớp học tiếng Việt</a></li></ul><p>Bình luận (3)</p>"
    )
    (article,) = read(html(body=paragraphs(), below=below))
    assert article.paragraphs == tuple(BODY)


def test_paragraphs_broken_by_br_are_paragraphs(read, html):
    (article,) = read(html(body="<p>" + "<br><br>".join(BODY) + "</p>"))
    assert article.paragraphs == tuple(BODY)


def test_a_picture_story_stands_in_its_captions(read, html):
    rows = "".join(
        f"<table><tr><td><img src={n}.jpg></td></tr><tr><td class=Image>{text}</td></tr></table>"
        for n, text in enumerate(BODY)
    )
    (article,) = read(html(body=rows))
    assert article.paragraphs == tuple(BODY)


def test_sections_and_tags_come_from_the_page(read, html):
    head = '<meta property="article:section" content=News><meta name=keywords content="họp, hội nghị, họp">'
    trail = "<div class=breadcrumb><a href=/>Trang chủ</a><br><a href=/xa-hoi>Xã hội</a></div>"
    (article,) = read(html(head=head, body=paragraphs()).replace("<h1>", f"{trail}<h1>"))
    assert article.section == "Xã hội"
    assert article.tags == ("họp", "hội nghị")


def test_a_url_is_what_was_asked_for_or_what_the_page_says(read, html):
    page = html(head='<link rel=canonical href="https://baosonbinh.vn/a.html">')
    assert read(page)[0].url == "https://baosonbinh.vn/a.html"
    assert read(page, url="https://m.baosonbinh.vn/a.html")[0].url == "https://m.baosonbinh.vn/a.html"


def test_credits_tell_captions():
    assert is_credited("Chủ tịch phát biểu tại Hội nghị (Ảnh: Hải An).")
    assert is_credited("Đoàn công tác thăm cảng. Ảnh: TTXVN")
    assert not is_credited("Ảnh của ông được treo trong bảo tàng tỉnh.")
