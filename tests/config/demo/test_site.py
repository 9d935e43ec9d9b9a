import json
import re
import unicodedata
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import feedparser
import lxml.html
import pytest
import trafilatura

from config.demo.article import SiteArticle, load_articles
from config.demo.render import article_html
from config.demo.site import Page, pages

BASE_URL = "http://127.0.0.1:8807"
SITE = pages(BASE_URL)
ARTICLES = load_articles()
BY_ID = {article.id: article for article in ARTICLES}
ONE = BY_ID[102518]


def tree(page: Page) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(page.body.decode())


def listed(path: str) -> list[str]:
    return [link.get("href") for link in tree(SITE[path]).cssselect(".teaser h2 a")]


def meta(page: Page, name: str) -> str:
    return tree(page).xpath(f"string(//meta[@property='{name}' or @name='{name}']/@content)")


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_the_site_is_the_same_to_the_byte_every_time():
    assert pages(BASE_URL) == SITE


def test_there_are_articles_enough_in_each_section():
    sections = [article.section for article in ARTICLES]
    assert {name: sections.count(name) for name in sections} == {"doi-ngoai": 10, "chinh-tri": 5, "van-ban": 4}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article.id))
def test_an_article_is_as_long_as_a_news_report(article):
    words = " ".join((article.title, article.lead, *article.paragraphs)).split()
    assert 250 <= len(words) <= 600


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: str(article.id))
def test_an_extractor_gets_every_paragraph_and_the_day(article):
    html = SITE[article.path].body.decode()
    extracted = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    assert [part for part in article.paragraphs if part not in squeezed(extracted.text)] == []
    assert extracted.date == f"{article.published:%Y-%m-%d}"
    assert article.lead not in squeezed(extracted.text)  # it stands outside the body, as on real sites
    assert squeezed(extracted.description) == article.lead


def test_an_article_states_its_time_with_its_zone():
    assert meta(SITE[ONE.path], "article:published_time") == "2025-12-19T16:42:00+07:00"
    structured = json.loads(tree(SITE[ONE.path]).xpath("string(//script[@type='application/ld+json'])"))
    assert structured["@type"] == "NewsArticle"
    assert structured["datePublished"] == "2025-12-19T16:42:00+07:00"
    assert structured["author"] == {"@type": "Person", "name": "Khánh Hà"}


def test_the_first_date_on_an_articles_page_is_not_its_own():
    dates = re.findall(r"\d\d/\d\d/\d{4}", tree(SITE[ONE.path]).text_content())
    assert dates[:2] == ["28/02/2026", "19/12/2025"]


def test_an_article_has_a_caption_a_related_link_and_its_author_at_the_end():
    content = tree(SITE[ONE.path]).cssselect(".detail-content")[0]
    assert content.cssselect("figcaption")[0].text_content() == (
        "Toàn cảnh Hội nghị tổng kết công tác đối ngoại nhân dân tỉnh Sơn Bình sáng 19/12. Ảnh: Hải Sơn"
    )
    assert content.cssselect(".related-inline a")[0].get("href") == BY_ID[102377].path
    assert content[-1].text_content() == "Khánh Hà"


def test_the_largest_section_has_three_pages_that_hold_each_teaser_once():
    paths = ["/doi-ngoai/", "/doi-ngoai/trang-2/", "/doi-ngoai/trang-3/"]
    assert [len(listed(path)) for path in paths] == [5, 5, 2]
    assert len({link for path in paths for link in listed(path)}) == 12
    assert "/doi-ngoai/trang-4/" not in SITE
    assert [link.get("href") for link in tree(SITE["/doi-ngoai/"]).cssselect(".paging a")] == paths


@pytest.mark.parametrize("path", ["/", "/doi-ngoai/", "/doi-ngoai/chu-de-doi-ngoai-nhan-dan-100012.html"])
def test_a_list_has_no_time_of_publication(path):
    assert meta(SITE[path], "article:published_time") == ""
    assert meta(SITE[path], "og:type") == "website"


def test_one_article_stands_only_in_the_last_page_of_a_list():
    path = BY_ID[101207].path
    assert path in listed("/doi-ngoai/trang-3/")
    assert path not in SITE["/rss.xml"].body.decode() + SITE["/sitemap.xml"].body.decode()


def test_the_lists_link_what_is_moved_gone_and_forbidden():
    links = listed("/doi-ngoai/") + listed("/doi-ngoai/trang-2/") + listed("/chinh-tri/")
    assert "/doi-ngoai/hoi-thao-khoa-hoc-ve-doi-ngoai-nhan-dan-102371.html" in links
    assert "/doi-ngoai/lich-tiep-doan-khach-quoc-te-thang-8-102233.html" in links
    assert "/noi-bo/lich-truc-thong-tin-thang-12-102540.html" in links


def test_the_feed_holds_the_ten_newest_that_belong_in_it():
    feed = feedparser.parse(SITE["/rss.xml"].body)
    assert not feed.bozo
    assert len(feed.entries) == 10
    assert feed.entries[0].link == BASE_URL + BY_ID[102602].path
    assert feed.entries[0].published == "Tue, 20 Jan 2026 07:30:00 +0700"
    assert BASE_URL + BY_ID[102530].path in [entry.link for entry in feed.entries]


def test_the_sitemap_holds_all_but_two_articles():
    places = [element.text for element in ET.fromstring(SITE["/sitemap.xml"].body).findall(".//{*}loc")]
    absent = {BASE_URL + BY_ID[number].path for number in (102530, 101207)}
    assert set(places) == {BASE_URL + article.path for article in ARTICLES} - absent


def test_robots_txt_forbids_the_internal_pages():
    assert SITE["/robots.txt"].body.decode() == (
        "User-agent: *\nDisallow: /noi-bo/\n\nSitemap: http://127.0.0.1:8807/sitemap.xml\n"
    )


def test_one_page_is_served_in_decomposed_letters_and_all_others_composed():
    decomposed = [path for path, page in SITE.items() if not unicodedata.is_normalized("NFC", page.body.decode())]
    assert decomposed == [BY_ID[101988].path]
    assert unicodedata.is_normalized("NFD", SITE[decomposed[0]].body.decode())
    assert "Thu\u0323y Đie\u0302\u0309n".encode() in SITE[decomposed[0]].body


def test_one_page_mixes_old_and_new_tone_placement():
    body = SITE[BY_ID[102140].path].body.decode()
    for word in ("Uỷ ban", "Ủy ban", "Toạ đàm", "hoà bình", "Văn hoá", "Thuỵ Điển"):
        assert word in body


def test_one_page_has_the_letter_eth_in_the_place_of_d_with_stroke():
    body = SITE[BY_ID[101873].path].body.decode()
    assert "\u00d0inh Trọng Khải" in body
    assert "\u00d0oàn kết, hữu nghị là hành trang" in body
    assert "\u00d0" not in SITE[ONE.path].body.decode()


def test_addresses_in_the_pages_follow_the_base_url():
    elsewhere = pages("http://127.0.0.1:9100")
    for path in (ONE.path, "/rss.xml", "/sitemap.xml", "/robots.txt"):
        assert b"http://127.0.0.1:9100" in elsewhere[path].body
        assert b":8807" not in elsewhere[path].body


def test_any_text_can_be_set_into_the_sites_dress():
    article = SiteArticle(
        id=7,
        slug="lu-ve-som",
        section="chinh-tri",
        published=datetime(2024, 9, 10, 1, 5, tzinfo=UTC),
        title="Lũ về sớm <ở thượng nguồn>",
        lead="",
        body=("Nước sông Vân lên nhanh trong đêm & rút vào sáng sớm.",),
    )
    page = lxml.html.fromstring(article_html(article, base_url="https://nhipcau.example"))
    assert page.cssselect("h1")[0].text_content() == "Lũ về sớm <ở thượng nguồn>"
    assert page.cssselect(".detail-content p")[0].text_content() == article.body[0]
    assert page.cssselect(".detail-time")[0].text_content() == "Thứ Ba, 10/09/2024, 08:05 (GMT+7)"
    assert not page.cssselect(".detail-sapo, .detail-author")
    assert page.xpath("string(//link[@rel='canonical']/@href)") == (
        "https://nhipcau.example/chinh-tri/lu-ve-som-7.html"
    )
