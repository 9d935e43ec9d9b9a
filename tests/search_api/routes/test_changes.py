"""Copies and versions of an article, and how they differ, over HTTP and on the page."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import html

from crawler.article import Article, FetchedPage, article_id
from crawler.database import writing
from crawler.store import PageStore
from indexer.catalog import articles, tying
from indexer.catalog.articles import Found, Origin
from indexer.catalog.settling import Settling
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument

PARAGRAPHS = (
    "Sáng 4/5, lãnh đạo tỉnh cùng đông đảo bà con hai bên bờ đã dự lễ khánh thành cầu Sông Lam sau ba năm xây.",
    "Cầu dài 2 km, rộng bốn làn xe, vốn đầu tư 500 tỷ đồng, do liên danh ba nhà thầu trong nước xây dựng.",
    "Từ nay người dân hai huyện không còn phải qua phà, đường từ ga Vinh đến cảng cũng ngắn hơn trước 12 km.",
    "Phát biểu tại buổi lễ, bà Trần Thị Lam cảm ơn các hộ dân đã sớm bàn giao đất để công trình kịp tiến độ.",
)
FIRST = Article(
    "Khánh thành cầu Sông Lam", None, PARAGRAPHS, published="2024-05-04T08:00+07:00", precision="minute"
)
LATER = replace(
    FIRST, title="Cầu Sông Lam thông xe", published="2024-05-04T09:30+07:00", paragraphs=PARAGRAPHS[:3]
)
ALONE = Article("Giá vàng giảm", None, ("Giá vàng sáng nay giảm nhẹ, mỗi lượng còn 74 triệu đồng.",))
EDITED = replace(ALONE, title="Giá vàng giảm mạnh", paragraphs=(ALONE.body.replace("nhẹ", "mạnh"),))


def save(store, name, one):
    page = FetchedPage(None, "mau", "text/html", f"{name} {one.text}".encode(), datetime(2024, 5, 4, tzinfo=UTC))
    PageStore(store).save_file(page, identity=name)
    waiting = PageStore(store).pending(extract_version=1, annotate_version=1, limit=100)
    (last,) = [each for each in waiting if each.identity == name]
    origin = Origin(last.page_id, last.version_id, name, "mau")
    with writing(store) as connection:
        by = Settling(Registry([]))
        articles.save(connection, origin, [Found(one, AnnotatedDocument())], annotate_version=1, by=by)


@pytest.fixture(scope="module")
def printed(tmp_path_factory, serving):
    """Two copies and one article that was edited."""

    def fill(store):
        for name, one in (("goc", FIRST), ("sau", LATER), ("vang", ALONE), ("vang", EDITED)):
            save(store, name, one)
        tying.tie(store)

    return serving(tmp_path_factory.mktemp("printed"), [], then=fill)


GOC, SAU, VANG = map(article_id, ("goc", "sau", "vang"))


def test_copies_are_listed_with_the_original_first(printed):
    found = printed.get(f"/v1/articles/{SAU}/copies").json()
    assert found == printed.get(f"/v1/articles/{GOC}/copies").json()
    share = found["copies"][1]["containment"]
    assert found == {
        "copies": [
            {
                "id": GOC, "title": "Khánh thành cầu Sông Lam", "source": "mau", "url": None,
                "published": "2024-05-04T08:00+07:00", "relation": "original", "containment": 1.0,
            },
            {
                "id": SAU, "title": "Cầu Sông Lam thông xe", "source": "mau", "url": None,
                "published": "2024-05-04T09:30+07:00", "relation": "changed", "containment": share,
            },
        ],
        "total": 2,
    }  # fmt: skip
    assert 0.8 < share < 0.95
    assert printed.get(f"/v1/articles/{VANG}/copies").json() == {"copies": [], "total": 0}


def test_of_a_large_group_the_rest_is_counted(printed, monkeypatch):
    monkeypatch.setattr("indexer.reprints.MOST", 1)

    found = printed.get(f"/v1/articles/{GOC}/copies").json()
    assert ([one["id"] for one in found["copies"]], found["total"]) == ([GOC], 2)
    assert "Và 1 bài khác." in printed.get(f"/articles/{GOC}").text
    assert "bài khác." not in printed.get(f"/articles/{SAU}").text


def test_what_a_copy_says_otherwise_is_told_by_paragraph(printed):
    found = printed.get(f"/v1/articles/{GOC}/copies/{SAU}").json()
    assert (found["first"], found["second"]) == (GOC, SAU)
    assert found["paragraphs"][1:] == [
        [{"kind": "same", "text": PARAGRAPHS[0]}],
        [{"kind": "same", "text": PARAGRAPHS[1]}],
        [{"kind": "same", "text": PARAGRAPHS[2]}],
        [{"kind": "gone", "text": PARAGRAPHS[3]}],
    ]


def test_versions_say_what_each_edit_changed(printed):
    first, second = printed.get(f"/v1/articles/{VANG}/versions").json()["versions"]
    assert (first["number"], first["title"], first["facts"]) == (1, "Giá vàng giảm", [])
    assert second["facts"] == [{"fact": "title", "before": "Giá vàng giảm", "after": "Giá vàng giảm mạnh"}]
    assert (second["number"], second["gone"], second["new"]) == (2, 1, 2)

    change = printed.get(f"/v1/articles/{VANG}/versions/2").json()
    assert change == printed.get(f"/v1/articles/{VANG}/versions/2?since=1").json()
    assert change["paragraphs"][0] == [
        {"kind": "same", "text": "Giá vàng giảm"},
        {"kind": "new", "text": " mạnh"},
    ]
    assert printed.get(f"/v1/articles/{VANG}").json()["versions"] == 2


@pytest.mark.parametrize(
    "path",
    [
        "/v1/articles/0000000000000000/copies",
        f"/v1/articles/{GOC}/copies/0000000000000000",
        "/v1/articles/0000000000000000/versions",
        f"/v1/articles/{GOC}/versions/2",
        f"/articles/{GOC}/ban-chep/0000000000000000",
        "/articles/0000000000000000/ban-luu",
    ],
)
def test_what_is_not_there_is_not_found(printed, path):
    assert printed.get(path).status_code == 404


def _page(client, path):
    return html.document_fromstring(client.get(path).text)


def _texts(page, path):
    return [" ".join(one.text_content().split()) for one in page.xpath(path)]


def test_an_article_leads_to_its_copies_and_what_differs(printed):
    page = _page(printed, f"/articles/{SAU}")
    listed = _texts(page, "//section[@id='ban-chep']//li")
    assert [one.partition(" Báo Mẫu")[0] for one in listed] == [
        "Khánh thành cầu Sông Lam",
        "Cầu Sông Lam thông xe",
    ]
    (link,) = page.xpath("//section[@id='ban-chep']//small/a/@href")

    page = _page(printed, link)
    assert _texts(page, "//p[@class='change']/del")[-1] == PARAGRAPHS[3]
    assert _texts(page, "//p[@class='skipped']") == ["… 1 đoạn giống nhau …"]


def test_an_article_leads_to_its_edits(printed):
    (link,) = _page(printed, f"/articles/{VANG}").xpath("//dd/a[contains(@href, 'ban-luu')]/@href")
    page = _page(printed, link)
    assert _texts(page, "//section/h2")[0].startswith("Bản 2 (hiện nay)")
    assert _texts(page, "//p[@class='change'][1]") == ["Tiêu đề: Giá vàng giảm Giá vàng giảm mạnh"]
    assert _texts(page, "//p[@class='change']/ins")[-1] == "mạnh"
    assert _page(printed, f"/articles/{GOC}/ban-luu").xpath("//ins") == []


def test_copies_that_are_found_together_lie_under_the_best(library):
    hits = library.get("/v1/search?q=Sông Lam").json()["hits"]
    folded = library.get("/v1/search?q=Sông Lam&copies=fold").json()
    pair = [hit["id"] for hit in hits if hit["copies"]]
    assert len(pair) == 2
    assert [(hit["id"], hit["folded"]) for hit in folded["hits"] if hit["copies"]] == [(pair[0], [pair[1]])]
    assert len(folded["hits"]) == len(hits) - 1
    assert folded["total"] == 16

    page = _page(library, "/?q=Sông Lam")
    assert len(page.xpath("//li[@class='hit']")) == len(hits) - 1
    assert page.xpath("//ul[@class='copies']/li/a/@href")[0].startswith(f"/articles/{pair[1]}")
    assert len(_page(library, "/?q=Sông Lam&copies=all").xpath("//li[@class='hit']")) == len(hits)
