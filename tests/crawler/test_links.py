import gzip
from datetime import UTC, datetime

import pytest

from crawler.links import Child, Links, find_links

SITE = "https://thoidai.com.vn"

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Thời sự</title>
<item><title>Hội nghị</title><link>https://thoidai.com.vn/hoi-nghi-1.html?utm_source=rss</link></item>
<item><title>Không có liên kết</title></item>
<item><title>Gặp gỡ</title><link>/gap-go-2.html</link></item>
<item><title>Hội nghị</title><link>https://thoidai.com.vn/hoi-nghi-1.html?utm_source=rss</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://thoidai.com.vn/hoi-nghi-1.html"/></entry></feed>"""


def sitemap(body):
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'.encode()


@pytest.mark.parametrize(
    ("feed", "pages"),
    [
        (RSS, (f"{SITE}/hoi-nghi-1.html?utm_source=rss", f"{SITE}/gap-go-2.html")),
        (ATOM, (f"{SITE}/hoi-nghi-1.html",)),
        ("https://thoidai.com.vn/rss", ()),  # text that looks like an address is not opened
        ("", ()),
        ("<html><body>404</body></html>", ()),
    ],
)
def test_a_feed_gives_the_links_of_its_entries(feed, pages):
    assert find_links("feed", feed.encode(), f"{SITE}/rss/") == Links(pages)


def test_a_listing_gives_every_anchor_once_and_absolute():
    page = """<html><head><base href="/vn/"></head><body><a href="a-1.html">Một</a><a href=" a-1.html ">Một</a>
    <a href="/b-2.html#top">Hai</a><a href="//cdn.vn/c">Ba</a><a href="javascript:void(0)">x</a><a name="y">y</a>
    <a href="tìm-kiếm.html">Tìm</a><a href="http://[hong">Hỏng</a></body></html>"""
    assert find_links("listing", page.encode(), f"{SITE}/doi-ngoai/").pages == (
        "https://thoidai.com.vn/vn/a-1.html",
        "https://thoidai.com.vn/b-2.html#top",
        "https://cdn.vn/c",
        "javascript:void(0)",
        "https://thoidai.com.vn/vn/tìm-kiếm.html",
    )


@pytest.mark.parametrize(
    "body", [b"", b"   ", b"\x00\xff\xfe", b"<a href=", b"\xff<a href='/a-1.html'>x</a>", b"<base href=//[>"]
)
def test_a_broken_listing_is_read_as_far_as_it_goes(body):
    assert find_links("listing", body, SITE).pages in ((), (f"{SITE}/a-1.html",))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_sitemap_gives_its_pages_packed_or_not(pack):
    body = sitemap(
        "<url><loc> https://thoidai.com.vn/a-1.html </loc><lastmod>2026-03-07</lastmod>"
        '<image:image xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        "<image:loc>https://thoidai.com.vn/anh.jpg</image:loc></image:image></url><url><loc/></url>"
    )
    assert find_links("sitemap", pack(body), f"{SITE}/sitemap.xml") == Links((f"{SITE}/a-1.html",))


def test_an_index_gives_its_sitemaps_and_when_they_changed():
    index = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://thoidai.com.vn/s1.xml</loc><lastmod>2026-03-07T08:00:00+07:00</lastmod></sitemap>
    <sitemap><loc>/s2.xml.gz</loc><lastmod>hôm qua</lastmod></sitemap></sitemapindex>"""
    assert find_links("sitemap", index.encode(), f"{SITE}/sitemap.xml").sitemaps == (
        Child(f"{SITE}/s1.xml", datetime(2026, 3, 7, 1, 0, tzinfo=UTC)),
        Child(f"{SITE}/s2.xml.gz", None),
    )


def test_a_sitemap_can_neither_read_files_nor_blow_up(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://thoidai.com.vn/bi-mat")
    entity = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{secret}">]><urlset><url><loc>&f;</loc></url></urlset>'
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    laugh = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><urlset><url><loc>&a9;</loc></url></urlset>'
    bomb = gzip.compress(b" " * 60_000_000)
    assert [find_links("sitemap", body, SITE) for body in (entity.encode(), laugh.encode(), bomb)] == [
        Links(())
    ] * 3


def test_a_truncated_sitemap_gives_what_came():
    body = sitemap("<url><loc>https://thoidai.com.vn/a-1.html</loc></url><url><loc>https://thoid")[:-20]
    assert "https://thoidai.com.vn/a-1.html" in find_links("sitemap", body, SITE).pages
