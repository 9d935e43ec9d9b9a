import json

import pytest

from crawler.article import READY_ARTICLE, Rejected

LEAD = "Chiều 22/12, Cụm thi đua gồm năm tỉnh đã họp tổng kết."
TEXT = "Hội nghị nghe báo cáo tổng kết.\nAnh Tuấn phát biểu.\nVideo đang HOT"


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_every_field_is_taken_over(read):
    (article,) = read(
        line(
            id=7,
            title="Tổng kết",
            text=TEXT,
            lead=LEAD,
            published="2025-12-22T16:30:00",
            url="https://a.vn/1",
            author="Lê Tuệ; Hà",
            source="Báo Sơn Bình",
            category="Chính trị",
            tags=["thi đua", "thi đua", "họp\r"],
        ),
        READY_ARTICLE,
    )
    assert (article.title, article.lead, article.author) == ("Tổng kết", LEAD, "Lê Tuệ; Hà")
    assert (article.published, article.precision) == ("2025-12-22T16:30+07:00", "minute")
    assert (article.external_id, article.url, article.source) == ("7", "https://a.vn/1", "Báo Sơn Bình")
    assert (article.section, article.tags, article.kind) == ("Chính trị", ("thi đua", "họp"), "article")
    assert article.paragraphs == (
        "Hội nghị nghe báo cáo tổng kết.",
        "Anh Tuấn phát biểu.",
        "Video đang HOT",
    )  # not cleaned


def test_text_alone_is_enough_however_short(read):
    (article,) = read(line(text="Ngắn."), READY_ARTICLE)
    assert (article.title, article.lead, article.text, article.url) == (None, None, "Ngắn.", None)


def test_two_articles_in_one_text_are_not_split(read):
    assert len(read(line(text="A\n" * 50), READY_ARTICLE)) == 1


@pytest.mark.parametrize(
    ("sapo", "opening"),
    [
        (LEAD, f"{LEAD}\n"),
        (f" {LEAD.upper()} ", f"{LEAD}\n"),
        ("Cụm thi đua họp", "Cụm  thi đua họp. "),  # marks and spaces aside
        ("Cụm thi đua họp.", "Cụm thi đua họp.Theo kế hoạch, "),
    ],
)
def test_a_lead_that_opens_the_text_is_not_doubled(read, sapo, opening):
    (article,) = read(line(sapo=sapo, text=opening + TEXT), READY_ARTICLE)
    assert article.lead == sapo.strip()
    assert article.text.lower().count(sapo.strip(" .").lower()) == 1
    assert article.paragraphs[-1] == "Video đang HOT"


def test_a_lead_that_the_text_lacks_is_kept_before_it(read):
    (article,) = read(line(sapo=LEAD, text=TEXT), READY_ARTICLE)
    assert article.text.startswith(f"{LEAD}\n\nHội nghị nghe")


def test_a_lead_cut_inside_a_word_is_no_lead(read):
    (article,) = read(line(sapo="Hội nghị nghe báo c", text=TEXT), READY_ARTICLE)
    assert (article.lead, article.paragraphs[0]) == (None, "Hội nghị nghe báo cáo tổng kết.")


def test_a_title_that_is_the_first_line_stays_in_the_text(read):
    (article,) = read(line(title="Tổng kết năm", text=f"Tổng kết năm\n{TEXT}"), READY_ARTICLE)
    assert (article.title, article.paragraphs[0]) == ("Tổng kết năm", "Tổng kết năm")


def test_a_title_and_a_lead_that_open_the_text_are_not_doubled(read):
    (article,) = read(line(title="Tổng kết năm", sapo=LEAD, text=f"Tổng kết năm\n{LEAD}\n{TEXT}"), READY_ARTICLE)
    assert article.text.count("Tổng kết năm") == 1
    assert article.text.count(LEAD) == 1


def test_a_title_that_opens_the_first_sentence_is_left_in_it(read):
    (article,) = read(line(title="Tổng kết năm", text="Tổng kết năm của cụm đã xong."), READY_ARTICLE)
    assert article.paragraphs == ("Tổng kết năm của cụm đã xong.",)


def test_a_text_that_is_only_its_title_keeps_it(read):
    (article,) = read(line(title="Tổng kết", text="Tổng kết"), READY_ARTICLE)
    assert article.paragraphs == ("Tổng kết",)


def test_letters_are_composed_and_otherwise_as_printed(read):
    (article,) = read(line(text="Đo\u0302\u0301i ngoa\u0323i, hòa\xa0bình, Ðảng\0"), READY_ARTICLE)
    assert article.text == "Đối ngoại, hòa\xa0bình, Ðảng"


@pytest.mark.parametrize(
    ("field", "published"),
    [
        ({"date": "Chủ Nhật, 06/04/2025 - 05:30"}, "2025-04-06T05:30+07:00"),
        ({"date": "2012-12-24 03:04:00"}, "2012-12-24T03:04+07:00"),
        ({"published": "2021-11-05T08:00:00Z", "date": "2020-01-01"}, "2021-11-05T15:00+07:00"),
        ({"date": "2020-10-01"}, "2020-10-01"),
        ({"date": "15/13/2024"}, None),
        ({"date": "2099-01-01"}, None),
        ({"date": None}, None),
        ({"date": 20201001}, None),
    ],
)
def test_a_date_is_read_in_any_form_and_an_impossible_one_is_none(read, field, published):
    (article,) = read(line(text=TEXT, **field), READY_ARTICLE)
    assert article.published == published


LAW = """
CÔNG BÁO/Số 987/Ngày 25-8-2024
3

QUỐC HỘI

Luật số: 41/2024/QH15
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

LUẬT
BẢO HIỂM XÃ HỘI

Điều 1. Luật này quy định về quyền, trách nhiệm của cơ quan, tổ chức, cá nhân đối với
bảo hiểm xã hội và tổ chức thực hiện bảo hiểm xã hội; các chế độ, chính sách bảo hiểm
xã hội bắt buộc, và
bảo hiểm thất
nghiệp.
"""


def test_an_official_text_is_a_document_and_its_lines_stay_together(read):
    (document,) = read(
        line(
            so_hieu="luat-so-41-2024-qh15-42576",
            slug="luat",
            full_text=LAW,
            nguon_url="https://congbao.vn/1.htm",
            mo_ta="Luật BHXH 2024",
        ),
        READY_ARTICLE,
    )
    assert (document.kind, document.url, document.title) == (
        "document",
        "https://congbao.vn/1.htm",
        "Luật BHXH 2024",
    )
    assert (document.document.number, document.document.type) == ("41/2024/QH15", "Luật")
    assert document.paragraphs[0] == "QUỐC HỘI"  # without the head and number of the gazette's page
    (article,) = (one for one in document.paragraphs if one.startswith("Điều 1. Luật này quy định"))
    assert "đối với bảo hiểm xã hội và tổ chức" in article


@pytest.mark.parametrize(
    ("fields", "number", "title"),
    [
        (
            {"so_hieu": "41/2024/QH15", "mo_ta": "Bảo hiểm xã hội", "topic_name": "Bảo hiểm xã hội"},
            "41/2024/QH15",
            None,
        ),
        ({"so_hieu": "luat-so-51-2024", "mo_ta": "Trong số Công báo này gồm: Luật"}, None, None),
    ],
)
def test_a_slug_is_no_number_and_a_subject_no_title(read, fields, number, title):
    (document,) = read(line(full_text="Điều 1. Phạm vi điều chỉnh.", **fields), READY_ARTICLE)
    assert (document.document.number, document.title) == (number, title)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('{"text":', "not-json"),
        ("[1, 2]", "not-json"),
        ("[" * 100_000, "not-json"),
        ("", "not-json"),
        ('{"id": 1}', "no-text"),
        ('{"text": "  "}', "no-text"),
        ('{"text": ["a"]}', "no-text"),
    ],
)
def test_a_line_without_an_article_is_rejected(read, body, reason):
    with pytest.raises(Rejected, match=reason):
        read(body, READY_ARTICLE)


def test_an_official_text_without_a_title_is_called_by_its_type_and_subject(read):
    text = "CHÍNH PHỦ\nSố: 30/2099/NĐ-CP\nNGHỊ ĐỊNH\nVề hội thi của các tổ dân phố\nCăn cứ Luật Tổ chức Chính phủ;"
    (article,) = read(line(full_text=text), READY_ARTICLE)
    assert article.title == "Nghị định Về hội thi của các tổ dân phố"
