"""Pages that answer and say only that they have no article, or not for all."""

import pytest

from crawler.article import Rejected

TOLD = '<meta property="article:published_time" content="2026-03-07T08:52:11+07:00">'
SENTENCE = "Đoàn công tác của tỉnh đã đến thăm và tặng quà các gia đình ở vùng biên giới trong dịp đầu năm mới."
LINKS = "".join(f"<li><a href=/{n}>Tiêu đề của bài báo số {n} trong ngày hôm nay</a>" for n in range(15))


def page(*, title: str, body: str, head: str = "") -> str:
    menu = "<ul><li><a href=/>Trang chủ</a><li><a href=/chinh-tri>Chính trị</a></ul>"
    return f"<html><head><title>{title}</title>{head}</head><body>{menu}{body}</body></html>"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Báo Sơn Bình", "<h1>Trang không tồn tại</h1>"),
        ("Báo Sơn Bình", "<h1>Không tìm thấy trang</h1>"),
        ("404", "<p>Xin lỗi, đường dẫn bạn truy cập không còn tồn tại.</p>"),
        ("Lỗi 404 - Báo Sơn Bình", "<p>Quay lại trang chủ</p>"),
        ("Thông báo", "<h2>Rất tiếc, bài viết bạn tìm kiếm hiện không tồn tại hoặc đã bị xóa!</h2>"),
        ("Báo Sơn Bình", "<h3>Nội dung này đã được gỡ bỏ theo yêu cầu</h3>"),
        ("403 Forbidden", "<h1>Forbidden</h1>"),
        ("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center>nginx"),
        ("Báo Sơn Bình", "<h1>Website đang được bảo trì</h1><p>Xin bạn quay lại sau ít phút.</p>"),
        ("Hệ thống đang nâng cấp", "<p>Hẹn gặp lại bạn.</p>"),
        ("Error", "<h1>Error establishing a database connection</h1>"),
        ("Runtime Error", "<h1>Server Error in '/' Application.</h1>"),
        ("Just a moment...", "<p>Checking your browser before accessing baosonbinh.vn</p>"),
        ("Báo Sơn Bình", "<p>Vui lòng xác nhận bạn không phải là robot</p>"),
        ("Báo Sơn Bình", "<p>Vui lòng bật JavaScript để tiếp tục.</p>"),
        ("Tìm kiếm", "<p>Không có kết quả nào cho từ khóa của bạn.</p>"),
    ],
)
def test_a_page_that_says_it_has_nothing_is_an_error_page(read, title, text):
    with pytest.raises(Rejected, match="error-page"):
        read(page(title=title, body=text))


def test_an_error_page_may_show_other_articles(read):
    with pytest.raises(Rejected, match="error-page"):
        read(page(title="Báo Sơn Bình", body=f"<h1>Trang bạn tìm không tồn tại</h1><ul>{LINKS}</ul>"))


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Tỉnh kết nghĩa với ba địa phương</h1><p>{SENTENCE}</p><p>Vui lòng ĐĂNG NHẬP để tiếp tục.</p>",
        (
            f"<h1>Tỉnh kết nghĩa với ba địa phương</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"
            "<div>Bài viết này chỉ dành cho hội viên. Để đọc toàn bộ bài viết, mời bạn đăng ký.</div>"
        ),
        f"<h1>Tỉnh kết nghĩa với ba địa phương</h1><p>{SENTENCE}</p><div>Mua gói thành viên để đọc tiếp</div>",
        "<h1>Đăng nhập</h1><p>Tên đăng nhập</p><p>Mật khẩu</p>",
        "<h2>Đăng nhập hệ thống</h2><form>Tài khoản<input></form>",
    ],
    ids=["to go on", "for members", "to buy", "form", "form of a system"],
)
def test_a_page_that_shows_a_teaser_and_asks_to_log_in_is_a_login_wall(read, body):
    with pytest.raises(Rejected, match="login-wall"):
        read(page(title="Tỉnh kết nghĩa với ba địa phương", body=body, head=TOLD))


@pytest.mark.parametrize(
    "notice",
    [
        "Vui lòng đăng nhập để bình luận",
        "Bạn cần đăng nhập để gửi ý kiến và xem phản hồi",
        "Đăng nhập để theo dõi và xem tin đã lưu",
    ],
)
def test_a_short_article_with_comments_for_members_is_kept(read, notice):
    body = f"<h1>Tỉnh kết nghĩa với ba địa phương</h1><p>{SENTENCE}</p><p>{notice}</p>"
    (article,) = read(page(title="Tỉnh kết nghĩa với ba địa phương", body=body, head=TOLD))
    assert article.paragraphs[0] == SENTENCE


def test_a_short_article_that_tells_its_readers_where_to_log_in_is_kept(read):
    told = "Theo quy định mới, người dân đăng nhập VNeID để xem kết quả giải quyết hồ sơ mà không phải đến xã."
    body = f"<h1>Xã trả kết quả qua điện thoại</h1><p>{SENTENCE}</p><p>{told}</p><p>{SENTENCE} Hết.</p>"
    (article,) = read(page(title="Xã trả kết quả qua điện thoại", body=body, head=TOLD))
    assert article.paragraphs == (SENTENCE, told, f"{SENTENCE} Hết.")


def test_a_whole_article_with_a_login_notice_is_kept(read):
    text = "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(12))
    body = f"<h1>Tỉnh kết nghĩa với ba địa phương</h1>{text}<p>Vui lòng ĐĂNG NHẬP để tiếp tục.</p>"
    (article,) = read(page(title="Tỉnh kết nghĩa với ba địa phương", body=body))
    assert len(article.paragraphs) == 12


@pytest.mark.parametrize(
    "title", ["Hệ thống bán vé tàu quá tải trong ngày đầu", "Nhiều trang web của tỉnh tạm dừng để nâng cấp"]
)
def test_short_news_of_a_fault_is_news(read, title):
    (article,) = read(page(title=title, body=f"<h1>{title}</h1><p>{SENTENCE}</p>", head=TOLD))
    assert article.title == title
