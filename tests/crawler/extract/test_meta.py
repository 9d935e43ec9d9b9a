import json

import pytest

from crawler.corrections.sight import address
from crawler.extract.meta import read_meta
from crawler.extract.tree import parse


def meta_of(head: str):
    return read_meta(parse(f"<html><head>{head}</head><body><p>x</p></body></html>"))


def ld(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing, ensure_ascii=False)}</script>'


def test_json_ld_tells_author_time_and_trail():
    article = {
        "@type": "NewsArticle",
        "headline": "Hội nghị t&#7893;ng k&#7871;t",
        "author": [{"@type": "Person", "name": "Khánh Hà"}, {"@type": "Organization", "name": "Báo Sơn Bình"}],
        "datePublished": "2026-01-05T08:00:00+07:00",
    }
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "item": {"name": "Trang chủ"}},
            [{"@type": "ListItem", "name": "Chính trị"}],
        ],
    }
    meta = meta_of(ld(article) + ld({"@graph": [crumbs]}))
    assert meta.titles == ("Hội nghị tổng kết",)
    assert meta.authors == ("Khánh Hà",)
    assert meta.published == ("2026-01-05T08:00:00+07:00",)
    assert meta.crumbs == ("Chính trị",)
    assert meta.is_article


def test_broken_deep_and_oversized_json_ld_is_passed_over():
    broken = '<script type="application/ld+json">{"a":</script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    large = ld({"@type": "NewsArticle", "headline": "x" * 300_000})
    assert meta_of(broken + deep + large).types == frozenset()


def test_twice_escaped_text_is_unescaped():
    assert meta_of('<meta name=author content="NH&amp;#7852;T XUÂN">').authors == ("NHẬT XUÂN",)


def test_an_empty_tag_says_nothing():
    assert meta_of('<meta property="article:published_time" content="">').published == ()


def test_a_site_that_marks_up_no_article_is_a_site():
    assert meta_of(ld({"@type": "WebSite", "name": "Báo Sơn Bình"})).is_site


@pytest.mark.parametrize(
    ("canonical", "og", "url"),
    [
        (" https://sonbinh.vn/a.html ", "https://sonbinh.vn/b.html", "https://sonbinh.vn/a.html"),
        ("javascript:alert(1)", "HTTPS://sonbinh.vn/b.html", "HTTPS://sonbinh.vn/b.html"),
        ("/a.html", "javascript:alert(1)", ""),
        ("", "data:text/html,a", ""),
    ],
)
def test_only_what_can_be_opened_is_the_page_s_address(canonical, og, url):
    head = f'<link rel=canonical href="{canonical}"><meta property="og:url" content="{og}">'
    assert meta_of(head).url == url
    assert address(parse(f"<html><head>{head}</head><body><p>x</p></body></html>")) == (url or None)
