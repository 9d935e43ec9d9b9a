import pytest

LEAD = "Năm 2026, tỉnh chọn ba việc để làm đến cùng, trong đó có dạy tiếng Việt cho con em người nước ngoài."


@pytest.mark.parametrize(
    ("head", "top"),
    [
        (f'<meta name=description content="{LEAD}">', ""),  # only in the head
        (f'<meta name=description content="{LEAD}">', f"<h2>{LEAD}</h2>"),
        (f'<meta name=description content="{LEAD} - Báo Sơn Bình">', f"<div><b>{LEAD}</b></div>"),
        (f'<meta name=description content="hoi nghi tong ket - {LEAD}">', f"<p>{LEAD}</p>"),
        ("", f'<div class="sapo">{LEAD}</div>'),
        ("", f"<section><p>{LEAD}</p></section>"),  # a paragraph before the article's own element
    ],
    ids=["description", "printed too", "site's name behind", "key words before", "class", "place"],
)
def test_the_lead_is_found_and_not_repeated(read, html, head, top):
    (article,) = read(html(head=head, top=top))
    assert article.lead == LEAD
    assert len(article.paragraphs) == 3
    assert article.text.count(LEAD) == 1


def test_the_lead_is_as_printed_with_its_sources_prefix(read, html):
    printed = f"(Sơn Bình) - {LEAD}"
    (article,) = read(html(head=f'<meta name=description content="{LEAD}">', top=f"<h2>{printed}</h2>"))
    assert article.lead == printed


def test_a_description_that_is_the_title_is_no_lead(read, html):
    (article,) = read(html(head='<meta name=description content="Sơn Bình tổng kết công tác đối ngoại nhân dân">'))
    assert article.lead is None


def test_key_words_without_accents_are_no_lead(read, html):
    (article,) = read(
        html(head='<meta name=description content="hoi nghi tong ket cong tac doi ngoai nhan dan 2026">')
    )
    assert article.lead is None


def test_a_lead_that_opens_the_body_is_taken_out_of_it(read, html):
    body = f"<p>{LEAD}</p><p>Ông Lê Minh Tuệ cho biết năm qua tỉnh đã đón hơn bốn mươi đoàn khách đến thăm.</p>"
    (article,) = read(html(head=f'<meta name=description content="{LEAD}">', body=body))
    assert article.lead == LEAD
    assert len(article.paragraphs) == 1
