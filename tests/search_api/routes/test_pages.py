"""The pages say in Vietnamese what was found, and every link on them leads on."""

import pytest
from lxml import html

from crawler.article import Article, DocumentHeader, article_id
from indexer.catalog.articles import Found
from nlp.annotate import recognise
from nlp.document import AnnotatedDocument

TITLE = "Hội nghị trực tuyến toàn quốc về đối ngoại nhân dân"
ID = article_id(f"mau:0:{TITLE}")


@pytest.fixture
def look(library):
    def at(path: str) -> html.HtmlElement:
        answer = library.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        return html.document_fromstring(answer.text)

    return at


def _texts(page, path):
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def _links(page, path):
    return {" ".join(element.text_content().split()): element.get("href") for element in page.xpath(path)}


@pytest.mark.parametrize(
    "path", ["/", "/?q=lũ", f"/articles/{ID}", "/van-ban", "/van-ban/tw.ct.k13.00012", "/nguon", "/docs"]
)
def test_every_page_works_without_a_script_and_can_be_read_aloud(look, path):
    page = look(path)
    assert page.get("lang") == "vi"
    assert page.xpath("//script | //img | //*[@style] | //style") == []
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//a[@class='skip']/@href") == ["#" + page.xpath("//main/@id")[0]]
    for field in page.xpath("//input[not(@type='hidden')] | //select"):
        assert page.xpath(f"//label[@for='{field.get('id')}']")


def test_the_first_page_shows_the_newest_and_what_may_be_asked(look):
    page = look("/")
    assert _texts(page, "//h2[@id='ket-qua']") == ["Bài mới nhất"]
    assert _texts(page, "//h3")[0] == TITLE
    assert _texts(page, "//ul[@class='examples']/li")[:3] == ["đối ngoại nhân dân", '"Ban Bí thư"', "12-CT/TW"]


def test_a_hit_shows_what_was_looked_for_and_where_it_stands(look):
    page = look('/?q="đối ngoại nhân dân"&source=mau')
    assert _texts(page, "//h2[@id='ket-qua']") == ["1 bài"]
    assert _texts(page, "//p[@class='interpretation']") == ['Được hiểu là: "đối ngoại nhân dân"']
    (hit,) = page.xpath("//li[@class='hit']")
    assert _texts(hit, ".//mark") == ["đối ngoại nhân dân", "Đối ngoại nhân dân"]
    assert hit.xpath(".//h3/a/@href") == [
        f"/articles/{ID}?q=%22%C4%91%E1%BB%91i+ngo%E1%BA%A1i+nh%C3%A2n+d%C3%A2n%22"
    ]
    assert _texts(hit, ".//p[@class='facts']") == ["Báo Mẫu 19/07/2024, 08:47 1 bài khác cùng nội dung Bài gốc ↗"]
    assert hit.xpath(".//a[@class='original']/@href") == ["https://mau.example.vn/doi-ngoai/hoi-nghi-1.html"]
    assert _texts(hit, ".//p[@class='passage']") == [
        "… Ông Đức nhấn mạnh Chỉ thị số 12-CT/TW của Ban Bí thư: “Đối ngoại nhân dân phải đi trước một bước”."
    ]


def test_a_facet_narrows_and_widens_the_search(look):
    page = look("/?q=doi+ngoai")
    sources = _links(page, "//aside//section[h2='Nguồn']//a")
    assert sources == {"Báo Mẫu 1": "/?q=doi+ngoai&source=mau", "Báo Nghỉ 1": "/?q=doi+ngoai&source=nghi"}
    narrowed = look(sources["Báo Mẫu 1"])
    assert _links(narrowed, "//aside//section[h2='Nguồn']//a") == {"Báo Mẫu 1": "/?q=doi+ngoai"}
    assert _links(narrowed, "//ul[@class='chips']//a") == {"Bỏ lọc Nguồn: Báo Mẫu ✕": "/?q=doi+ngoai"}
    assert narrowed.xpath("//form//input[@type='hidden']/@value") == ["mau"]  # a new question keeps the filter


def test_the_facets_have_vietnamese_names(look):
    assert ", ".join(_texts(look("/"), "//aside//h2")) == (
        "Thời gian, Nguồn, Chuyên mục, Loại, Văn bản được viện dẫn, Người, Tổ chức, Chức vụ, Địa danh, Sự kiện"
    )
    assert "Văn bản 1" in _texts(look("/"), "//aside//section[h2='Loại']//a")


def test_a_facet_leads_to_what_is_told_of_the_thing(look):
    page = look("/")
    lists = {}
    for heading in ("Người", "Tổ chức", "Chức vụ", "Sự kiện"):
        lists[heading] = page.xpath(f"//section[h2='{heading}']//a[@class='about']/@href")[0].partition("=")[0]
    assert lists == {
        "Người": "/nguoi?q",
        "Tổ chức": "/to-chuc?q",
        "Chức vụ": "/chuc-vu?chuc-vu",
        "Sự kiện": "/su-kien?q",
    }


def test_a_year_of_the_timeline_narrows_the_search_to_it(look):
    years = _links(look("/?q="), "//ol[@class='timeline']//a")
    assert years["năm 2023: 14 bài"] == "/?from=2023-01-01&to=2023-12-31"
    months = _links(look(years["năm 2023: 14 bài"]), "//ol[@class='timeline']//a")
    assert months["tháng 5/2023: 14 bàiT5"] == "/?from=2023-05-01&to=2023-05-31"


def test_the_next_page_goes_on_and_the_first_is_one_step_away(look):
    first = look("/?q=lũ&sort=oldest")
    second = look(first.xpath("//a[@rel='next']/@href")[0])
    assert _texts(second, "//h3") == ["Tin lũ số 11", "Tin lũ số 12", "Tin lũ số 13", "Tin lũ số 14"]
    assert _links(second, "//nav[@class='paging']/a") == {"Trang đầu": "/?q=l%C5%A9&sort=oldest"}
    assert second.xpath("//select/option[@selected]/text()") == ["Cũ nhất"]


def test_where_nothing_is_found_the_page_says_what_to_try(look):
    page = look('/?q="không đâu có"&from=2024')
    assert _texts(page, "//h2[@id='ket-qua']") == ["Không tìm thấy bài nào"]
    assert _texts(page, "//div[@class='empty']/p") == [
        "Thử bớt từ hoặc bỏ bộ lọc, viết không dấu, hay tìm một trong các ví dụ sau:"
    ]
    assert _links(page, "//ul[@class='chips']//a") == {
        "Bỏ lọc Từ ngày: 2024 ✕": "/?q=%22kh%C3%B4ng+%C4%91%C3%A2u+c%C3%B3%22"
    }


def test_what_was_not_understood_is_told(look):
    assert _texts(look('/?q="lũ'), "//ul[@class='warnings']/li") == [
        'Có dấu ngoặc kép (") không khép nên đã bỏ qua.'
    ]


def test_a_name_more_in_a_link_that_was_passed_on_does_no_harm(look):
    assert _texts(look("/?q=lũ&utm_source=thu"), "//h2[@id='ket-qua']") == ["14 bài"]


def test_an_empty_store_says_how_to_fill_it(serving, tmp_path):
    page = html.document_fromstring(serving(tmp_path, []).get("/").text)
    assert _texts(page, "//h2[@id='ket-qua']") == ["Kho chưa có bài nào"]
    assert "tracuu ingest" in _texts(page, "//div[@class='empty']")[0]


def test_an_article_shows_its_text_with_what_was_found_in_it(look):
    page = look(f"/articles/{ID}")
    assert _texts(page, "//article/p[@class='lead' or @class='paragraph']") == [
        "Ông Trần Minh Đức, Chủ tịch Hội Hữu nghị Sông Lam, chủ trì hội nghị sáng 19/7 tại Hà Nội.",
        "Hội nghị có 200 đại biểu dự.",
        "Ông Đức nhấn mạnh Chỉ thị số 12-CT/TW của Ban Bí thư: “Đối ngoại nhân dân phải đi trước một bước”.",
    ]
    assert [
        (one.get("class"), one.text_content(), one.get("title").partition(";")[0].partition(" (")[0])
        for one in page.xpath("//article/p/a[@title]")
    ] == [
        ("span person", "Trần Minh Đức", "Người: Trần Minh Đức"),
        ("span organization", "Hội Hữu nghị Sông Lam", "Tổ chức: Hội Hữu nghị Sông Lam"),
        ("span place", "Hà Nội", "Địa danh: Hà Nội"),
        ("span person", "Đức", "Người: Trần Minh Đức"),
        (
            "span citation",
            "Chỉ thị số 12-CT/TW",
            (
                "Văn bản: Chỉ thị 12-CT/TW, khoá XIII, 05/01/2022, về tăng cường sự lãnh đạo của Đảng, nâng cao "
                "hiệu quả đối ngoại nhân dân trong tình hình mới"
            ),
        ),
        ("span organization", "Ban Bí thư", "Tổ chức: Ban Bí thư"),
    ]


def test_names_and_citations_lead_to_their_pages_and_a_place_to_the_other_articles(look):
    page = look(f"/articles/{ID}")
    person, body, place, _, citation, _ = page.xpath("//article/p/a[@title]/@href")
    assert (_texts(look(person), "//h1"), person[:7]) == (["Trần Minh Đức"], "/nguoi/")
    assert (_texts(look(body), "//h1"), body[:9]) == (["Hội Hữu nghị Sông Lam"], "/to-chuc/")
    assert _texts(look(place), "//h2[@id='ket-qua']") == ["2 bài"]
    assert citation == "/van-ban/tw.ct.k13.00012"
    listed = _links(page, "//section[contains(@class, 'mentions')]//a")
    assert ", ".join(listed) == (
        "12-CT/TW khoá XIII, về tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình "
        "hình mới 1, Trần Minh Đức Chủ tịch 2, Hội Hữu nghị Sông Lam 1, Ban Bí thư 1, Sông Lam 1, Hà Nội 1"
    )
    assert [listed["Trần Minh Đức Chủ tịch 2"], listed["Hội Hữu nghị Sông Lam 1"]] == [person, body]
    assert listed["Hà Nội 1"] == place


def test_an_article_says_where_it_is_from(look):
    page = look(f"/articles/{ID}")
    assert _texts(page, "//p[@class='facts']") == ["Báo Mẫu 19/07/2024, 08:47 Lê Thu An Đối ngoại Bài gốc ↗"]
    assert page.xpath("//a[@class='original']/@href") == ["https://mau.example.vn/doi-ngoai/hoi-nghi-1.html"]
    facts = dict(zip(_texts(page, "//dt"), _texts(page, "//dd"), strict=True))
    assert facts["Chủ trì"] == "Trần Minh Đức"
    assert facts["Ngày"] == "19/07/2024"
    assert facts["Số bản đã lưu"] == "1"


def test_what_was_searched_for_is_marked_in_the_article(look):
    page = look(f"/articles/{ID}?q=doi+ngoai")
    assert _texts(page, "//article//mark") == ["đối ngoại", "Đối ngoại"]
    assert _links(page, "//p[@class='back']/a") == {"← Kết quả tìm: doi ngoai": "/?q=doi+ngoai"}


@pytest.mark.parametrize(
    ("words", "part"), [("Trần Minh Đức, Chủ tịch", "lead"), ("200 đại biểu", "paragraph"), (TITLE[:8], None)]
)
def test_an_address_leads_to_words_of_an_article(look, library, words, part):
    text = library.get(f"/v1/articles/{ID}").json()["text"]
    start = text.index(words)
    page = look(f"/articles/{ID}?at={start}-{start + len(words)}")
    (there,) = page.xpath("//*[@id='cau']")
    assert there.get("class") == part
    assert "".join(there.xpath(".//mark//text()")) == words


@pytest.mark.parametrize("at", ["9-3", "0-0", "900000-900003", ""])
def test_an_address_of_no_words_shows_the_article_as_it_is(look, at):
    page = look(f"/articles/{ID}?at={at}")
    assert page.xpath("//mark | //*[@id='cau']") == []
    assert len(page.xpath("//article/p[@class='lead' or @class='paragraph']")) == 3


def test_an_official_text_shows_its_head(look):
    (hit,) = look("/?kind=document").xpath("//li[@class='hit']")
    assert "Văn bản" in _texts(hit, ".//span[@class='badge']")
    page = look(hit.xpath(".//h3/a/@href")[0])
    facts = dict(zip(_texts(page, "//dt"), _texts(page, "//dd"), strict=True))
    assert facts["Số hiệu"] == "12/2012/NĐ-CP"
    assert facts["Ngày ban hành"] == "01/03/2012"


def test_an_article_without_a_title_is_shown_all_the_same(serving, tmp_path):
    untitled = Article(title=None, lead=None, paragraphs=("Một đoạn.", "Đoạn hai."), url="ftp://tep.example.vn/a")
    client = serving(tmp_path, [Found(untitled, AnnotatedDocument())])
    results = html.document_fromstring(client.get("/").text)
    assert _texts(results, "//h3") == ["(không có tiêu đề)"]
    page = html.document_fromstring(client.get(results.xpath("//h3/a/@href")[0]).text)
    assert _texts(page, "//h1") == ["Bài không có tiêu đề"]
    assert _texts(page, "//p[@class='paragraph']") == ["Một đoạn.", "Đoạn hai."]
    assert page.xpath("//a[@class='original']") == []


DECREE = """CHÍNH PHỦ
Số: 915/2029/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 3 năm 2029
NGHỊ ĐỊNH
Về thẻ cán bộ
Điều 1. Phạm vi điều chỉnh
Điều 2. Hồ sơ
1. Đơn theo mẫu.
2. Ảnh."""


def test_a_pinpoint_leads_to_the_clause_in_the_documents_own_text(serving, tmp_path):
    header = DocumentHeader(number="915/2029/NĐ-CP", type="Nghị định", issued_on="2029-03-05", issuer="Chính phủ")
    own = Article("Nghị định Về thẻ cán bộ", None, tuple(DECREE.split("\n")), kind="document", document=header)
    news = Article("Tin", None, ("Thẻ cấp theo khoản 2 Điều 2 Nghị định số 915/2029/NĐ-CP ngày 05/3/2029.",))
    client = serving(tmp_path, [Found(one, recognise(one.text)) for one in (own, news)])
    page = html.document_fromstring(client.get("/").text)
    hits = {" ".join(one.text_content().split()): one.get("href") for one in page.xpath("//h3/a")}
    citing = html.document_fromstring(client.get(hits["Tin"]).text)
    (href,) = citing.xpath("//a[contains(@class, 'citation')]/@href")
    path, _, place = href.partition("#")
    text = html.document_fromstring(client.get(path).text)
    (clause,) = text.xpath(f"//p[@id='{place}']")
    assert clause.text_content() == "2. Ảnh."
    assert _texts(text, "//section[@class='contents']//li") == ["Điều 1 Phạm vi điều chỉnh", "Điều 2 Hồ sơ"]
    assert all(text.xpath(f"//p[@id='{one[1:]}']") for one in text.xpath("//section[@class='contents']//a/@href"))
