import pytest

from crawler.article import Rejected

PROSE = "Đoàn công tác của tỉnh đã đến thăm và tặng quà các gia đình ở vùng biên giới trong dịp đầu năm mới."


def teasers(count: int) -> str:
    return "".join(
        f"<div><h3><a href=/bai-{n}.html>Bài số {n} về công tác đối ngoại của tỉnh</a></h3><p>{PROSE}</p></div>"
        for n in range(count)
    )


def page(*, title: str, heading: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{heading}</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "markup",
    [
        page(title="Chính trị - Báo Sơn Bình", heading="Chính trị", body=teasers(12)),
        page(
            title="Bảo vệ nền tảng tư tưởng của Đảng",
            heading="Bảo vệ nền tảng tư tưởng của Đảng",
            body=teasers(12),
        ),
        page(title="Báo Sơn Bình", heading="", body=teasers(40), head="<meta property=og:type content=article>"),
        page(
            title="Tin trong ngày",
            heading="",
            body="".join(f"<li><a href=/{n}>Tiêu đề của bài số {n} trong ngày</a>" for n in range(40)),
        ),
        page(title="Chính trị", heading="Chính trị", body=f"<p>{PROSE * 5}</p>{teasers(12)}"),
    ],
    ids=[
        "section",
        "section with a long name",
        "home page that calls itself an article",
        "links alone",
        "with a notice",
    ],
)
def test_a_page_that_lists_articles_is_rejected(read, markup):
    with pytest.raises(Rejected, match="listing-page"):
        read(markup)


@pytest.mark.parametrize(
    "url", ["https://baosonbinh.vn", "https://baosonbinh.vn/", "https://baosonbinh.vn/index.html"]
)
def test_a_home_page_is_rejected_whatever_it_holds(read, html, url):
    with pytest.raises(Rejected, match="listing-page"):
        read(html(), url=url)


def test_an_article_with_many_related_links_is_kept(read, html):
    (article,) = read(html(below=teasers(6)))
    assert len(article.paragraphs) == 3


def test_an_article_at_a_broken_address_is_kept(read, html):
    (article,) = read(html(head='<link rel="canonical" href="http://[xa.vn/">'))
    assert len(article.paragraphs) == 3


def test_a_page_with_a_time_of_publication_is_an_article(read):
    head = '<meta property="article:published_time" content="2026-03-07T08:52:11+07:00">'
    (article,) = read(
        page(title="Tin vắn trong ngày", heading="Tin vắn trong ngày", body=f"<p>{PROSE}</p>", head=head)
    )
    assert article.paragraphs == (PROSE,)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Trang không tồn tại", "Vui lòng quay lại trang chủ."),
        ("404", "Không tìm thấy trang bạn yêu cầu."),
        ("Thông báo", "Bài viết này đã bị gỡ hoặc không còn tồn tại."),
        ("Page not found", "The page was removed."),
    ],
)
def test_an_error_page_with_status_200_is_rejected(read, heading, text):
    with pytest.raises(Rejected, match="error-page"):
        read(page(title="Báo Sơn Bình", heading=heading, body=f"<p>{text}</p>"))


def test_an_article_about_a_missing_page_is_no_error_page(read, html):
    (article,) = read(html(title="Vì sao nhiều trang không tồn tại sau một năm"))
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<html></html>", "<!-- nothing -->", "   "])
def test_a_page_without_text_is_rejected(read, markup):
    with pytest.raises(Rejected, match="no-text"):
        read(markup)
