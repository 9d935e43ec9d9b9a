"""The pages about documents say in Vietnamese what is known of them, and every link on them leads on."""

import pytest
from lxml import html

KEY = "tw.ct.k13.00012"


@pytest.fixture
def look(documents):
    def at(path: str) -> html.HtmlElement:
        answer = documents.get(path)
        assert answer.status_code == 200, path
        return html.document_fromstring(answer.text)

    return at


def _texts(page, path):
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def _links(page, path):
    return {" ".join(element.text_content().split()): element.get("href") for element in page.xpath(path)}


def test_the_list_shows_the_most_cited_and_what_is_missing(look):
    page = look("/van-ban")
    assert _texts(page, "//h1") == ["Văn bản của Đảng và Nhà nước"]
    assert _texts(page, "//li[@class='hit']/h3")[:2] == ["Chỉ thị 12-CT/TW khoá XIII", "Nghị định 58/2022/NĐ-CP"]
    assert _texts(page, "//li[@class='hit'][1]/p[@class='facts']") == [
        "Ban Bí thư 05/01/2022 đang có hiệu lực 3 bài viện dẫn"
    ]
    wanted = _links(page, "//aside[@id='con-thieu']//a")
    assert wanted == {"4321/QĐ-TTg 1": "/van-ban/ttg.qd.2023.04321"}
    assert _texts(look(wanted["4321/QĐ-TTg 1"]), "//h1") == ["Quyết định 4321/QĐ-TTg"]


def test_a_number_gives_all_that_bear_it_with_their_terms(look):
    page = look("/van-ban?q=12/ct-tw")
    assert _texts(page, "//h2[@id='ket-qua']") == ["3 văn bản"]
    assert _links(page, "//li[@class='hit']/h3/a") == {
        "Chỉ thị 12-CT/TW khoá X": "/van-ban/tw.ct.k10.00012",
        "Chỉ thị 12-CT/TW khoá XII": "/van-ban/tw.ct.k12.00012",
        "Chỉ thị 12-CT/TW khoá XIII": "/van-ban/tw.ct.k13.00012",
    }
    assert page.xpath("//aside[@id='con-thieu']") == []


def test_the_form_keeps_what_was_asked(look):
    page = look("/van-ban?q=12-CT/TW&type=Chỉ thị&term=XIII&issuer=Ban Bí thư&from=2022&to=2022&utm_source=thu")
    assert _texts(page, "//h2[@id='ket-qua']") == ["1 văn bản"]
    assert page.xpath("//form//input/@value") == ["12-CT/TW", "XIII", "Ban Bí thư", "2022", "2022"]
    assert page.xpath("//select/option[@selected]/@value") == ["Chỉ thị"]
    fields = page.xpath("//form//input | //form//select")
    assert all(page.xpath(f"//label[@for='{field.get('id')}']") for field in fields)


def test_the_list_goes_on_page_by_page(look):
    first = look("/van-ban?type=ct")
    second = look(first.xpath("//a[@rel='next']/@href")[0])
    assert not set(_texts(first, "//h3")) & set(_texts(second, "//h3"))
    assert _links(second, "//nav[@class='paging']/a")["Trang đầu"] == "/van-ban?type=ct"


def test_where_nothing_is_found_the_articles_may_be_searched(look):
    page = look("/van-ban?q=999-CT/TW")
    assert _texts(page, "//h2[@id='ket-qua']") == ["Không tìm thấy văn bản nào"]
    assert page.xpath("//div[@class='empty']//a/@href") == ["/?q=999-CT%2FTW"]


@pytest.mark.parametrize(
    "path", ["/van-ban?term=99", "/van-ban?from=mai", "/van-ban?cursor=x", f"/van-ban/{KEY}?cursor=x"]
)
def test_what_can_not_be_asked_is_told_on_a_page(documents, path):
    answer = documents.get(path, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "text/html; charset=utf-8")


@pytest.mark.parametrize("key", ["tw.ct.k13.00999", "khong-co", "%00", "x" * 3000])
def test_an_unknown_document_is_a_page_that_says_so(documents, key):
    answer = documents.get(f"/van-ban/{key}", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_a_document_shows_its_standing_and_its_line(look):
    page = look(f"/van-ban/{KEY}")
    assert _texts(page, "//h1") == ["Chỉ thị 12-CT/TW khoá XIII"]
    assert _texts(page, "//p[@class='standing']") == ["đang có hiệu lực theo những gì hệ thống biết."]
    assert "Chỉ thị 12-CT/TW khoá XIII, 05/01/2022" in _texts(page, "//ol[@class='chain']/li")
    earlier = _links(page, "//ol[@class='chain']//a")["Chỉ thị 04-CT/TW"]
    assert earlier == "/van-ban/tw.ct.k11.00004"
    assert _texts(look(earlier), "//p[@class='standing']/span[@class='badge replaced']") == ["đã được thay thế"]


def test_a_document_shows_who_cites_it_by_month(look):
    page = look(f"/van-ban/{KEY}")
    assert _texts(page, "//h2[@id='vien-dan']") == ["3 bài viện dẫn, 4 lần"]
    months = _links(page, "//ol[@class='timeline']//a")
    assert list(months) == ["tháng 4/2024: 1 bài4/2024", "tháng 5/2024: 0 bài", "tháng 6/2024: 1 bài"]
    assert months["tháng 6/2024: 1 bài"] == f"/?directive={KEY}&from=2024-06-01&to=2024-06-30"
    assert _texts(look(months["tháng 6/2024: 1 bài"]), "//h3") == ["Gặp gỡ hữu nghị"]
    assert _texts(look(page.xpath("//h2[@id='vien-dan']/a/@href")[0]), "//h2[@id='ket-qua']") == ["3 bài"]


def test_a_sentence_leads_to_its_place_in_the_article(look):
    page = look(f"/van-ban/{KEY}")
    sentences = _texts(page, "//section[@id='cau']//p[@class='passage']")
    assert sentences[0] == "Chỉ thị số 12-CT/TW ngày 05/01/2022 được nêu."
    marked = page.xpath("//section[@id='cau']//p[@class='passage']/a[@class='span citation']")
    assert [one.text_content() for one in marked] == ["Chỉ thị số 12-CT/TW"] * 4
    address, _, place = marked[0].get("href").partition("#")
    (there,) = look(address).xpath(f"//*[@id='{place}']")
    assert there.text_content() == "Chỉ thị số 12-CT/TW"
    assert there.get("href") == f"/van-ban/{KEY}"


def test_sentences_may_be_chosen_by_what_they_say_is_done(look):
    address = _links(look(f"/van-ban/{KEY}"), "//section[h2='Quan hệ trong bài']//a")["sơ kết, tổng kết 1"]
    assert address == f"/van-ban/{KEY}?relation=reviews#cau"
    page = look(address)
    assert len(page.xpath("//section[@id='cau']//li[@class='hit']")) == 1
    assert _links(page, "//ul[@class='chips']//a") == {"Bỏ lọc sơ kết, tổng kết ✕": f"/van-ban/{KEY}#cau"}


def test_a_document_shows_what_is_coming_and_what_it_is_cited_with(look):
    page = look(f"/van-ban/{KEY}")
    assert len(page.xpath("//section[h2='Dịp sắp tới']//dt")) == 3
    assert _links(page, "//section[h2='Nguồn viện dẫn']//a") == {"Báo Mẫu 3": f"/?directive={KEY}&source=mau"}
    assert "/van-ban/cp.nd.2022.00058" in page.xpath("//section[h2='Cùng được viện dẫn']//a/@href")
    assert _texts(page, "//section[h2='Diễn biến']//dd")[:3] == [
        "Ban hành", "Bài đầu tiên viện dẫn", "Bài gần nhất viện dẫn",
    ]  # fmt: skip


def test_a_document_that_nobody_cites_is_shown_all_the_same(look):
    page = look("/van-ban/tw.ct.k10.00012")
    assert _texts(page, "//h2[@id='vien-dan']") == ["Chưa có bài nào viện dẫn"]
    assert page.xpath("//section[@id='cau'] | //ol[@class='timeline']") == []


def test_an_article_lists_what_an_open_citation_may_mean(look):
    (hit,) = look('/?q="Chi bộ đọc"').xpath("//h3/a/@href")
    page = look(hit.partition("?")[0])
    (citation,) = page.xpath("//article//a[@class='span citation']")
    assert citation.get("title").startswith("Văn bản: có thể là 3 văn bản, Chỉ thị, 12/CT/TW")
    (listed,) = page.xpath(f"//li[@id='{citation.get('href')[1:]}']")
    assert {one.get("href") for one in listed.xpath(".//a")} == {
        "/van-ban/tw.ct.k10.00012", "/van-ban/tw.ct.k12.00012", "/van-ban/tw.ct.k13.00012",
    }  # fmt: skip


def test_an_article_tells_what_is_done_to_the_document(look):
    (hit,) = look('/?q="Hai năm đối ngoại"').xpath("//h3/a/@href")
    (title,) = look(hit.partition("?")[0]).xpath(f"//article//a[@href='/van-ban/{KEY}']/@title")
    assert title.endswith("; sơ kết, tổng kết (theo ngày ban hành ghi kèm)")


def test_a_facet_leads_to_the_document(look):
    about = look("/").xpath("//section[h2='Văn bản được viện dẫn']//a[@class='about']/@href")
    assert "/van-ban?q=12-CT%2FTW" in about
    assert _texts(look("/van-ban?q=12-CT%2FTW"), "//h2[@id='ket-qua']") == ["3 văn bản"]
