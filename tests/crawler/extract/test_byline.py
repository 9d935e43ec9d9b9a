import pytest

from crawler.extract.byline import is_source, signature, told_author


@pytest.mark.parametrize(
    ("names", "author"),
    [
        (["VCCorp.vn", "Dương Ngọc"], "Dương Ngọc"),
        (["Theo Sầm Hoa (Vietnamnet/Reuters)"], "Sầm Hoa"),
        (["Khánh Hà - Minh Tuệ"], "Khánh Hà; Minh Tuệ"),
        (["Khánh Hà, Minh Tuệ và Bảo Ngân"], "Khánh Hà; Minh Tuệ; Bảo Ngân"),
        (["PV Khánh Hà"], "Khánh Hà"),
        (["NHẬT XUÂN"], "NHẬT XUÂN"),
        (["TUOI TRE ONLINE"], None),
        (["Khánh Hà/VOV-Hà Nội"], "Khánh Hà"),
        (["Super User"], None),
        (["VnExpress", "Dân Trí", "baochinhphu.vn", "VietNamNet News"], None),
        (["https://www.facebook.com/baoxa"], None),
        (["baosonbinh", "PGS.TS Nguyễn Thị Minh Hồng"], "PGS.TS Nguyễn Thị Minh Hồng"),  # the first is an account
        (["Báo Sơn Bình"], None),
        (["Ban Biên tập", "admin"], None),
        (["Nguyễn Đài Trang"], "Nguyễn Đài Trang"),  # "Đài" alone names a broadcaster
        ([], None),
    ],
)
def test_publishers_are_kept_out_of_the_author(names, author):
    assert told_author(names, site="Báo Sơn Bình") == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Hà Thu (tổng hợp)", "Hà Thu"),
        ("XUÂN LONG", "XUÂN LONG"),
        ("K. Miên", "K. Miên"),
        ("\xa0 \xa0 Kim Thi", "Kim Thi"),
        ("Khánh Hà - Ảnh: Minh Tuệ", "Khánh Hà"),
        ("H.V.", None),
        ("Trung", None),
        ("Theo Thanh Niên", None),
        ("Bình luận", None),
        ("Chia sẻ bài viết", None),
        ("Ông Nam cho biết như vậy.", None),
        ("Ảnh: Hải An", None),
    ],
)
def test_a_line_of_names_under_the_text_is_its_author(line, author):
    assert signature(line) == author


def test_a_single_word_is_a_name_where_it_is_set_off():
    assert signature("Trung", alone=True) == "Trung"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Theo TTXVN", True),
        ("(Theo Reuters)", True),
        ("Nguồn: VOV", True),
        ("Theo đó, các bên sẽ ký kết.", False),
        ("Theo ông Nam, việc này còn khó khăn.", False),
    ],
)
def test_a_source_line_is_told_from_a_sentence(line, is_one):
    assert is_source(line) is is_one


def test_the_author_is_found_where_the_page_prints_it(read, html):
    (article,) = read(html(top='<p class="author">Bảo Ngân</p>'))
    assert (article.author, len(article.paragraphs)) == ("Bảo Ngân", 3)


@pytest.mark.parametrize(
    "line", ["<p style='text-align:right'><b>Khánh Hà</b></p>", "<p>Khánh Hà</p><p>Theo TTXVN</p>"]
)
def test_a_signature_is_the_author_and_leaves_the_body(read, html, line):
    (article,) = read(html().replace("</div><footer>", f"{line}</div><footer>"))
    assert (article.author, len(article.paragraphs)) == ("Khánh Hà", 3)


def test_no_author_is_invented(read, html):
    (article,) = read(html(head='<meta name=author content="VCCorp.vn">', below="<p>Theo Tuổi Trẻ</p>"))
    assert article.author is None


@pytest.mark.parametrize(
    "line",
    [
        "Bài, ảnh: Khánh Hà",
        "Tin, ảnh: Khánh Hà",
        "Bài và ảnh: Khánh Hà",
        "Tin, bài, ảnh: Khánh Hà",
        "Tin bài: Khánh Hà",
    ],
)
def test_who_made_text_and_pictures_is_the_author(line):
    assert signature(line) == "Khánh Hà"


def test_a_name_marked_on_one_line_with_the_time_is_the_author(read, html):
    top = (
        "<div><span class='author cms-author'>Khánh Hà</span> <time>Thứ bảy, ngày 07/03/2026 - 08:52</time></div>"
    )
    (article,) = read(html(top=top))
    assert (article.author, article.published) == ("Khánh Hà", "2026-03-07T08:52+07:00")


def test_an_invitation_under_the_name_does_not_hide_it(read, html):
    text = (
        "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."
    )
    tail = "<p align=right><b>KHÁNH HÀ</b></p><p>*Mời bạn đọc vào mục <a href=/c>Chính trị</a> tin khác.</p>"
    (article,) = read(html(body=f"<p>{text}</p><p>Hai. {text}</p>{tail}"))
    assert (article.author, len(article.paragraphs)) == ("KHÁNH HÀ", 2)


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Tác giả bài viết: Khánh Hà</p><p>Nguồn tin: Báo Sơn Bình</p>",
        "<p>Nội dung: <b>Khánh Hà</b></p><p>Ảnh: Minh Tuệ</p><p>Đồ họa: Bảo Ngân</p>",
    ],
)
def test_the_author_stands_among_those_who_made_the_pictures(read, html, foot):
    text = (
        "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."
    )
    (article,) = read(html(body=f"<p>{text}</p><p>Hai. {text}</p>{foot}"))
    assert (article.author, len(article.paragraphs)) == ("Khánh Hà", 2)


def test_a_reader_who_comments_is_no_author(read, html):
    (article,) = read(html(below="<h3>Bình luận (2)</h3><div><b>Nguyễn Văn Nam</b><p>Bài viết rất hay.</p></div>"))
    assert article.author is None
