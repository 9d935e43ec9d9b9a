import pytest

from crawler.urls import canonical_url, clean_url

ARTICLE = "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html",
        "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html?utm_source=fb&utm_medium=social",
        "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html?fbclid=IwAR0a&gclid=x&zarsrc=30",
        "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html?vn_source=rcm_detail&vn_thumb=1",
        "HTTPS://VnExpress.net/hoi-nghi-doi-ngoai-4712345.html#box_comment",
        "https://vnexpress.net:443/hoi-nghi-doi-ngoai-4712345.html",
        "https://vnexpress.net./hoi-nghi-doi-ngoai-4712345.html",
        "https://vnexpress.net//hoi-nghi-doi-ngoai-4712345.html",
        "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html/",
        "https://vnexpress.net/hoi-nghi%2Ddoi-ngoai-4712345.html",
        "https://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html;jsessionid=8F3A?",
        "http://vnexpress.net/hoi-nghi-doi-ngoai-4712345.html",  # http and https are one page
        "http://vnexpress.net:80/hoi-nghi-doi-ngoai-4712345.html",
        "  https://vnexpress.net/hoi-nghi-doi-\nngoai-4712345.html ",
    ],
)
def test_every_spelling_of_an_article_is_one_page(spelling):
    assert canonical_url(spelling) == ARTICLE


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://tuoitre.vn/a.htm?page=2", "https://tuoitre.vn/a.htm?page=2"),  # page 2 is another text
        ("https://vbpl.vn/toanvan.aspx?dvid=13&ItemID=96122", "https://vbpl.vn/toanvan.aspx?ItemID=96122&dvid=13"),
        ("https://congbao.vn/van-ban?cid=12&source=tw", "https://congbao.vn/van-ban?cid=12&source=tw"),
        ("https://a.vn/t%c3%acm?q=h%E1%BB%8Dp mặt", "https://a.vn/t%C3%ACm?q=h%E1%BB%8Dp%20m%E1%BA%B7t"),
        ("https://a.vn/tìm", "https://a.vn/t%C3%ACm"),
        ("https://a.vn", "https://a.vn/"),
        ("http://127.0.0.1:8807/doi-ngoai/", "http://127.0.0.1:8807/doi-ngoai"),  # a port says which scheme
        ("http://[::1]:8807/a", "http://[::1]:8807/a"),
    ],
)
def test_what_changes_the_page_is_kept(url, name):
    assert canonical_url(url) == name
    assert canonical_url(name) == name


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.vn/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.vn/x",
        "/doi-ngoai/a-1.html",
        "https:///a",
        "https://user:secret@a.vn/",
        "https://a.vn:99999/",
        "http://[::1/",
        "",
    ],
)
def test_what_is_no_page_of_the_web_is_refused(url):
    with pytest.raises(ValueError, match=r"."):
        canonical_url(url)


def test_a_page_is_asked_for_as_its_site_spells_it():
    link = "http://a.vn/Trang/?b=2&a=%20x&utm_source=zalo#binh-luan"
    assert clean_url(link) == "http://a.vn/Trang/?b=2&a=%20x"
