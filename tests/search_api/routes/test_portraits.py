"""The pages about persons, bodies, events and offices say in Vietnamese what is known, and every link leads on."""

from itertools import pairwise

import pytest
from lxml import html

DUC, AN, CLUB = "Trần Minh Đức", "Lê Thu An", "Hội Hữu nghị Sông Lam"
MEETING = "Hội nghị tổng kết công tác hữu nghị năm 2022"
BRIDGE = "Đối ngoại nhân dân phải đi trước một bước"
OFFICE = "/chuc-vu?chuc-vu=Trưởng Ban Đối ngoại Sông Lam&tu=2022&den=2022"


@pytest.fixture
def look(society):
    def at(path: str) -> html.HtmlElement:
        answer = society.get(path)
        assert answer.status_code == 200, path
        return html.document_fromstring(answer.text)

    return at


def _texts(page, path):
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def _links(page, path):
    return {" ".join(element.text_content().split()): element.get("href") for element in page.xpath(path)}


@pytest.fixture
def pages(look):
    """One of each kind, by what it is of."""
    person = look("/nguoi").xpath("//h3/a/@href")[0]
    body = look("/to-chuc").xpath("//h3/a/@href")[0]
    event = _links(look("/su-kien"), "//h3/a")[MEETING]
    return {"person": person, "body": body, "event": event, "office": OFFICE}


LISTS = ["/nguoi", "/to-chuc", "/su-kien", "/chuc-vu"]


def _is_readable(page):
    assert page.get("lang") == "vi"
    assert page.xpath("//script | //img | //*[@style] | //style") == []
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1
    for field in page.xpath("//input[not(@type='hidden')] | //select"):
        assert page.xpath(f"//label[@for='{field.get('id')}']")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for name in page.xpath("//@aria-labelledby"):
        assert name in ids
    levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", LISTS)
def test_every_list_works_without_a_script_and_can_be_read_aloud(look, path):
    _is_readable(look(path))
    assert path == "/chuc-vu" or path in look("/").xpath("//header//nav/a/@href")


@pytest.mark.parametrize("which", ["person", "body", "event", "office"])
def test_every_portrait_can_be_read_aloud_and_its_links_lead_on(look, society, pages, which):
    page = look(pages[which])
    _is_readable(page)
    ours = {one for one in page.xpath("//main//a/@href") if one.startswith("/")}
    assert len(ours) > 4
    assert {one: society.get(one).status_code for one in ours} == dict.fromkeys(ours, 200)


def test_the_list_of_people_shows_who_they_are(look):
    page = look("/nguoi")
    assert _texts(page, "//h2[@id='ket-qua']") == ["3 người, được nhắc đến nhiều nhất trước"]
    assert _texts(page, "//h3") == [DUC, AN, DUC]
    assert _texts(page, "//li[@class='hit'][1]/p") == [
        f"Chủ tịch {CLUB}; Phó Chủ tịch {CLUB}", "05/03/2019 – 06/05/2024, 4 bài",
    ]  # fmt: skip


def test_the_forms_keep_what_was_asked(look):
    page = look("/nguoi?q=duc&office=Giám đốc&organization=&from=2021&to=31/12/2021&utm_source=thu")
    assert _texts(page, "//h2[@id='ket-qua']") == ["1 người"]
    assert page.xpath("//form//input/@value") == ["duc", "Giám đốc", "", "2021", "31/12/2021"]
    page = look("/su-kien?kind=hội nghị&person=Lê Thu An&place=Hà Nội")
    assert _texts(page, "//h2[@id='ket-qua']") == ["1 sự kiện"]
    assert page.xpath("//select/option[@selected]/@value") == ["hội nghị"]
    page = look(OFFICE)
    assert page.xpath("//form//input/@value") == ["Trưởng Ban Đối ngoại Sông Lam", "2022", "2022"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nguoi?q=khong-co-ai", "Không tìm thấy người nào"),
        ("/to-chuc?q=khong-co-gi", "Không tìm thấy tổ chức nào"),
        ("/su-kien?q=khong-co-gi", "Không tìm thấy sự kiện nào"),
    ],
)
def test_where_nothing_is_found_the_articles_may_be_searched(look, path, told):
    page = look(path)
    assert _texts(page, "//h2[@id='ket-qua']") == [told]
    assert page.xpath("//div[@class='empty']//a/@href") == ["/?q=" + path.partition("=")[2]]


@pytest.mark.parametrize(
    "path",
    ["/nguoi?from=mai", "/nguoi?cursor=x", "/to-chuc?cursor=x", "/su-kien?kind=tiệc", "/chuc-vu?chuc-vu=x&tu=mai"],
)
def test_what_can_not_be_asked_is_told_on_a_page(society, path):
    answer = society.get(path, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/nguoi/", "/to-chuc/", "/su-kien/"])
@pytest.mark.parametrize("id_", ["khong-co", "%00", "x" * 3000])
def test_what_is_not_known_is_a_page_that_says_so(society, path, id_):
    answer = society.get(path + id_, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_a_person_is_drawn_through_the_years(look, pages):
    page = look(pages["person"])
    assert _texts(page, "//h1") == [DUC]
    assert _texts(page, "//p[@class='title']") == [f"Chủ tịch {CLUB}"]
    assert _texts(page, "//p[@class='years']/span") == ["2019", "2020", "2021", "2022", "2023", "2024"]
    assert _texts(page, "//div[@class='tenure']//p[@class='what']") == [f"Phó Chủ tịch {CLUB}", f"Chủ tịch {CLUB}"]
    assert _texts(page, "//div[@class='tenure']//summary") == [
        "05/03/2019 – 20/07/2022, 3 bài", "06/05/2024, 1 bài",
    ]  # fmt: skip
    vice, chair = page.xpath("//div[@class='tenure']//rect[@class='bar']")
    assert (int(vice.get("x")), int(vice.get("width"))) == (29, 562)
    assert int(chair.get("x")) > int(vice.get("x")) + int(vice.get("width"))


def test_a_sentence_behind_a_bar_leads_to_its_words_in_the_article(look, pages):
    page = look(pages["person"])
    sentence = page.xpath("//div[@class='tenure']//li[2]//ul[@class='behind']/li")[0]
    assert _texts(sentence, "p[@class='passage']") == [f"Ông {DUC}, Chủ tịch {CLUB}, tiếp đoàn."]
    (address,) = sentence.xpath(".//a/@href")
    (there,) = look(address).xpath(f"//*[@id='{address.partition('#')[2]}']")
    assert "".join(there.xpath(".//mark//text()")) == f"Chủ tịch {CLUB}"


def test_a_person_is_shown_with_events_words_and_namesakes(look, pages):
    page = look(pages["person"])
    assert _texts(page, "//section[@aria-labelledby='su-kien']//h3") == ["Tiếp đoàn đại biểu", MEETING]
    assert _texts(page, "//section[@aria-labelledby='su-kien']//span[@class='badge quiet']") == ["chủ trì"] * 2
    assert _texts(page, "//section[@aria-labelledby='phat-bieu']//mark") == ["Hữu nghị là cây cầu"]
    (other,) = page.xpath("//aside/section[h2='Người khác cùng tên']//a/@href")
    assert _texts(look(other), "//p[@class='title']") == ["Giám đốc Công ty Gỗ Thanh Chương"]
    assert len(page.xpath("//ul[@class='reports']/li")) == 4


def test_a_body_is_shown_with_who_held_which_office(look, pages):
    page = look(pages["body"])
    assert _texts(page, "//h1") == [CLUB]
    assert _texts(page, "//div[@class='tenure']//p[@class='what']") == [
        f"{DUC}: Phó Chủ tịch", f"{DUC}: Chủ tịch",
    ]  # fmt: skip
    assert _texts(page, "//section[@aria-labelledby='su-kien']//h3") == ["Tiếp đoàn đại biểu", MEETING]


def test_events_stand_under_their_months(look):
    page = look("/su-kien")
    assert _texts(page, "//section[@class='month']/h2") == ["Tháng 5/2024", "Tháng 7/2022"]
    assert _texts(page, "//section[@class='month'][2]//p[@class='facts']") == [
        f"19/07/2022 hội nghị Hà Nội trực tuyến {CLUB} 2 bài"
    ]


def test_an_event_shows_who_took_part_and_on_what_reports_differ(look, pages):
    page = look(pages["event"])
    assert _texts(page, "//h1") == [MEETING]
    assert _texts(page, "//section[@aria-labelledby='chu-tri']//li") == [f"{DUC} 2 bài Phó Chủ tịch {CLUB}"]
    assert _texts(page, "//section[@aria-labelledby='phat-bieu']//li") == [
        f"{AN} 2 bài Trưởng Ban Đối ngoại Sông Lam"
    ]
    assert _texts(page, "//section[@class='differences']//li") == ["Hà Nội (Báo Mẫu)", "Vinh (Báo Nghỉ)"]
    facts = dict(zip(_texts(page, "//aside//dt"), _texts(page, "//aside//dd"), strict=True))
    assert (facts["Ngày"], facts["Số người dự"], facts["Hình thức"]) == ("19/07/2022", "200", "trực tuyến")
    assert page.xpath("//aside/section[h2='Văn bản được viện dẫn']//a/@href") == ["/van-ban/tw.ct.k13.00012"]
    assert _texts(page, "//h3[@class='source-name']") == ["Báo Mẫu 1", "Báo Nghỉ 1"]
    assert _texts(page, "//section[@aria-labelledby='cau-noi']//mark") == [BRIDGE]


def test_who_held_an_office_is_told_with_what_was_said(look):
    page = look(OFFICE)
    assert _texts(page, "//h2[@id='nguoi']") == ["1 người được gọi như vậy trong thời gian này"]
    assert _texts(page, "//div[@class='tenure']//p[@class='what']") == [f"{AN}: Trưởng Ban Đối ngoại Sông Lam"]
    reported = f"{AN}, Trưởng Ban Đối ngoại Sông Lam, phát biểu."
    assert _texts(page, "//section[@aria-labelledby='phat-bieu']//mark") == [BRIDGE, reported]
    nobody = look("/chuc-vu?chuc-vu=Trưởng Ban Đối ngoại Sông Lam&tu=2019&den=2019")
    assert _texts(nobody, "//h2[@id='nguoi']") == ["0 người được gọi như vậy trong thời gian này"]


def test_names_in_an_article_lead_to_their_pages(look, pages):
    (report,) = look(pages["event"]).xpath("//ul[@class='reports']//a[starts-with(@href, '/articles/')]/@href")[:1]
    page = look(report)
    spans = _links(page, "//article/p/a[contains(@class, 'person') or contains(@class, 'organization')]")
    assert spans[DUC] == pages["person"]
    assert spans[CLUB] == pages["body"]
    assert _links(page, "//aside/section[h2='Sự kiện']//p/a")[MEETING] == pages["event"]
    assert (
        _links(page, "//aside/section[contains(@class, 'person')]//a")[f"{DUC} Phó Chủ tịch 1"] == pages["person"]
    )
