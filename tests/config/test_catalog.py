import re

import pytest

from config.catalog import CatalogError, load
from crawler.source import Listing

GOOD = r"""
id: hoi-huu-nghi
name: Hội Hữu nghị
home: https://huunghi.vn/
article: '-\d+\.html$'
feeds: [https://huunghi.vn/rss]
sitemaps: [https://huunghi.vn/sitemap.xml]
listings:
  - url: https://huunghi.vn/tin-tuc/
    next_page: https://huunghi.vn/tin-tuc/trang-{page}
    pages: 4
  - https://huunghi.vn/su-kien/
delay_s: 3
articles_per_day: 5
unverified: [feeds]
"""


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def problems(folder):
    with pytest.raises(CatalogError) as caught:
        load([folder])
    return [problem.removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_a_file_becomes_a_source(folder):
    (source,) = [one for one in load([folder(a=GOOD)]) if one.id == "hoi-huu-nghi"]
    assert (source.name, source.home) == ("Hội Hữu nghị", "https://huunghi.vn/")
    assert source.article.search("https://huunghi.vn/tin-tuc/hoi-nghi-12.html")
    assert source.listings == (
        Listing("https://huunghi.vn/tin-tuc/", "https://huunghi.vn/tin-tuc/trang-{page}", 4),
        Listing("https://huunghi.vn/su-kien/"),
    )
    assert (source.delay_s, source.articles_per_day, source.unverified) == (3.0, 5, ("feeds",))


def test_the_bundled_sources_are_there_in_order_of_their_ids():
    assert [source.id for source in load()] == [
        "baochinhphu",
        "dangcongsan",
        "demo",
        "nhandan",
        "thoidai",
        "tulieuvankien",
        "vietnamplus",
        "vnexpress",
        "vufo",
    ]


def test_every_bundled_real_source_is_polite_and_says_what_nobody_tried():
    for source in load():
        if source.id != "demo":
            assert source.delay_s >= 1, source.id
            assert source.unverified, source.id
            assert not source.allow_private, source.id


def test_a_file_of_the_user_replaces_a_bundled_source(folder):
    sources = load([folder(a=GOOD.replace("hoi-huu-nghi", "vufo"))])
    assert [source.name for source in sources if source.id == "vufo"] == ["Hội Hữu nghị"]


def test_a_folder_that_is_not_there_adds_nothing(tmp_path):
    assert load([tmp_path / "none"]) == load()


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "articles_per_day",
            "article_per_day",
            "article_per_day: there is no such key; did you mean articles_per_day?",
        ),
        ("    pages", "    page", "listings.0.page: there is no such key; did you mean pages?"),
        ("delay_s: 3", "màu: đỏ", "màu: there is no such key; there are id, name, home, article, feeds"),
        ("name: Hội Hữu nghị", "", "name: is missing; add it"),
        (r"-\d+\.html$", "-(\\d+", "article: is no regular expression: missing ), unterminated subpattern"),
        ("home: https:", "home: htp:", "home: 'htp://huunghi.vn/' is no http(s) URL; write it in full"),
        ("[https://huunghi.vn/rss]", "[/rss]", "feeds.0: '/rss' is no http(s) URL; write it in full"),
        ("trang-{page}", "trang-2", "listings.0: next_page holds no {page}; put it where"),
        ("    next_page: https://huunghi.vn/tin-tuc/trang-{page}\n", "", "listings.0: pages is more than 1, but"),
        ("delay_s: 3", "delay_s: 0.2", "the whole: delay_s is 0.2; a public site needs 1.0 or more"),
        ("delay_s: 3", "delay_s: nhanh", "delay_s: Input should be a valid number; it is 'nhanh'"),
        (
            "https://huunghi.vn/rss",
            "http://10.0.0.1/rss",
            "the whole: http://10.0.0.1/rss is a private address; say",
        ),
        (
            r"-\d+\.html$",
            "/tin-tuc/",
            "the whole: article also matches the list https://huunghi.vn/tin-tuc/; narrow",
        ),
        ("id: hoi-huu-nghi", "id: Hội", "id: String should match pattern"),
    ],
)
def test_a_mistake_is_told_with_its_file_its_key_and_the_mend(folder, right, wrong, said):
    (problem,) = problems(folder(a=GOOD.replace(right, wrong)))
    assert problem.startswith(f"a.yaml: {said}")


def test_a_source_with_nowhere_to_begin_is_refused(folder):
    text = re.sub(r"(?ms)^feeds.*(?=^delay_s)", "", GOOD)
    assert problems(folder(a=text)) == [
        "a.yaml: the whole: there is nowhere to begin; add feeds, sitemaps or listings"
    ]


def test_an_id_can_be_taken_once_in_a_folder(folder):
    (problem,) = problems(folder(a=GOOD, b=GOOD))
    assert re.fullmatch(r"b\.yaml: id: hoi-huu-nghi is taken by .*a\.yaml; give one of them another id", problem)


def test_all_mistakes_are_told_at_once(folder):
    files = {"a": GOOD.replace("home", "hone"), "b": "a: [", "c": "- 1", "d": GOOD.replace("name", "nam")}
    assert [problem.partition(";")[0][:40] for problem in problems(folder(**files))] == [
        "a.yaml: home: is missing",
        "a.yaml: hone: there is no such key",
        "b.yaml: is no YAML: while parsing a flow",
        "c.yaml: holds no keys",
        "d.yaml: name: is missing",
        "d.yaml: nam: there is no such key",
    ]


def test_a_file_that_is_no_text_is_named(folder):
    (folder() / "x.yaml").write_bytes(b"id: \xff\xfe")
    (problem,) = problems(folder())
    assert problem.startswith("x.yaml: can't be read: 'utf-8' codec")


@pytest.mark.parametrize(
    ("id_", "articles", "others"),
    [
        (
            "thoidai",
            ["https://thoidai.com.vn/vufo-mung-xuan-canh-ty-cung-hon-300-ban-be-quoc-te-97230.html"],
            ["https://thoidai.com.vn/huu-nghi", "https://vietnamtimes.thoidai.com.vn/lunar-new-year-27991.html"],
        ),
        (
            "vufo",
            ["https://vufo.org.vn/Hoi-nghi-Doan-Chu-tich-01-7462.html?lang=vn"],
            [
                "http://vufo.org.vn/Huong-toi-Dai-hoi-VI-2019---2024-Lien-hiep-CTCHN-Viet-Nam/42.html?lang=vn",
                "https://vufo.org.vn/Peace---Friendship/en/?page=111",
            ],
        ),
        (
            "nhandan",
            ["https://nhandan.vn/mua-to-trieu-cuong-gay-ngap-ung-tai-tp-ho-chi-minh-post410945.html"],
            ["https://nhandan.vn/chinhtri", "https://nhandan.vn/ocop/ca-phe-pha-phin-dehavi-valley-prod545.html"],
        ),
        (
            "baochinhphu",
            [
                "https://baochinhphu.vn/chinh-sach-moi-co-hieu-luc-tu-thang-3-2026-102260228093004191.htm",
                "https://baochinhphu.vn/mag-ho-tro-viet-nam-ra-pha-bom-min-102141010.htm",
            ],
            ["https://baochinhphu.vn/chinh-sach-va-cuoc-song/chinh-sach-moi.htm"],
        ),
        (
            "dangcongsan",
            ["https://dangcongsan.vn/canh-bao-thong-tin-gia/mac-covid-19-duoc-uu-ai-592693.html"],
            ["https://dangcongsan.vn/thoi-su", "https://dangcongsan.vn/page/search?keyword=x"],
        ),
        (
            "tulieuvankien",
            ["https://tulieuvankien.dangcongsan.vn/he-thong-van-ban/van-ban-cua-dang/nghi-quyet-so-57-nqtw-11162"],
            ["https://tulieuvankien.dangcongsan.vn/he-thong-van-ban/van-ban-cua-dang"],
        ),
        (
            "vietnamplus",
            [
                "https://www.vietnamplus.vn/tu-bai-hoc-khoan-10-den-cuong-quoc-xuat-khau-gao-post619310.vnp",
                "http://www.vietnamplus.vn/quan-he-viet-namhoa-ky-tiep-tuc-phat-trien/417287.vnp",
            ],
            ["https://www.vietnamplus.vn/chinhtri.vnp", "https://en.vietnamplus.vn/vufo-to-step-up/194743.vnp"],
        ),
        (
            "vnexpress",
            [
                "https://vnexpress.net/thoi-su/khu-tuong-niem-14-phi-cong-trieu-tien-3882669.html",
                "https://vnexpress.net/cach-cac-nuoc-doi-pho-cu-soc-nang-luong-tu-trung-dong-5047363.html",
            ],
            ["https://vnexpress.net/thoi-su", "https://e.vnexpress.net/news/trade-4672302.html"],
        ),
    ],
)
def test_a_bundled_pattern_takes_articles_and_nothing_else(id_, articles, others):
    (source,) = [source for source in load() if source.id == id_]
    assert [url for url in (*articles, *others) if source.article.search(url)] == articles
