"""A page whose markup says nothing, read with layouts that say where things stand."""

from datetime import UTC, date, datetime

import pytest

from crawler.article import FetchedPage, Rejected
from crawler.corrections.layout import NONE, Correction, Corrections, Layout
from crawler.corrections.selector import to_selector
from crawler.extract.page import extract

FIRST = "Tại lễ khánh thành, ông Đinh Văn Lực, Chủ tịch xã Mường Lạn, cho biết cây cầu dài 86 mét, rộng 5 mét."
SECOND = "Hơn 300 hộ dân ba bản bên kia suối từ nay không còn phải đi bè khi lũ về, học sinh đến trường đúng giờ."
LEAD = "Sáng 12/3, cây cầu bắc qua suối Lạn do bạn bè quốc tế giúp tiền và vật liệu đã được đưa vào sử dụng."
BEHIND = "Đoạn này đứng trần ngay sau lời mời, không có thẻ nào bao quanh, như nhiều trang vẫn in."
INVITED = "Mời bạn đọc gửi tin, bài về cho toà soạn theo địa chỉ in ở cuối trang."
PAGE = f"""
<html><head><title>Cầu mới qua suối Lạn</title></head><body>
<div class="k3">Bài: Lò Thị Mây, Nguyễn Văn Tám</div>
<div class="k1">{LEAD}</div>
<div class="k0">Cầu mới</div>
<h1>Cầu mới qua suối Lạn</h1>
<div class="bai">
<p>{FIRST}</p><p class="k2">{INVITED}</p>
<table><tr><td>Dài</td><td>86 mét, tính cả hai mố cầu ở hai bên bờ suối Lạn của xã</td></tr></table>
<p>{SECOND}</p>
<p class="k5">Cầu nhìn từ bản Pén</p>
</div>
<div class="k4"><time datetime="2026-03-12T09:05+07:00">hôm nay</time></div>
<div class="k6">Bạn đọc</div>
</body></html>
"""


def read(*layouts: Layout, body: str = PAGE, source_id: str = "suoi"):
    fetched = FetchedPage(
        "https://suoi.vn/a-1.html", source_id, "text/html", body.encode(), datetime(2026, 4, 1, tzinfo=UTC)
    )
    (article,) = extract(fetched, Corrections((Correction("suoi", layouts),)) if layouts else NONE)
    return article


def layout(name="all", **selectors: str) -> Layout:
    return Layout(name).with_pieces({key: to_selector(written) for key, written in selectors.items()})


def test_the_page_alone_tells_neither_lead_nor_author_nor_time():
    article = read()
    assert (article.lead, article.author, article.published) == (None, None, None)


def test_each_selector_brings_its_piece():
    article = read(
        layout(lead=".k1", author=".k3", published=".k4 time", section=".k6", captions=".k5", title="h1")
    )
    assert article.lead == LEAD
    assert article.author == "Lò Thị Mây; Nguyễn Văn Tám"
    assert (article.published, article.precision, article.published_from) == (
        "2026-03-12T09:05+07:00",
        "minute",
        "site",
    )
    assert article.section == "Bạn đọc"
    assert article.captions == ("Cầu nhìn từ bản Pén",)
    assert article.paragraphs == (FIRST, INVITED, SECOND)


def test_what_is_dropped_is_gone_and_what_stands_behind_it_stays():
    broken = PAGE.replace(f'<p class="k2">{INVITED}</p>', f'<span class="k2">{INVITED}</span>{BEHIND}')
    dropped = Layout("all", drop=(to_selector(".k2"),))
    assert read(dropped).paragraphs[:2] == (FIRST, SECOND)
    assert BEHIND in read(dropped, body=broken).body


def test_a_body_is_read_without_its_tables_unless_they_are_text():
    kept = read(layout(body=".bai", captions=".k5"))
    assert kept.paragraphs == (FIRST, INVITED, SECOND)
    tables = Layout("all", body=to_selector(".bai"), captions=to_selector(".k5"), tables=True)
    assert "86 mét, tính cả hai mố cầu ở hai bên bờ suối Lạn của xã" in read(tables).paragraphs


def test_tables_that_set_the_page_hold_its_text():
    cells = "".join(f"<tr><td>{text}</td></tr>" for text in (FIRST, SECOND))
    page = f"<h1>Cầu mới qua suối Lạn</h1><div class='bai'><table>{cells}</table></div><p>{LEAD}</p>"
    assert read(layout(body=".bai"), body=page).paragraphs == (FIRST, SECOND)


def test_a_lead_that_opens_the_text_is_not_printed_twice():
    article = read(layout(lead=".bai > p:first-child", body=".bai"))
    assert article.lead == FIRST
    assert FIRST not in article.paragraphs


def test_a_selector_that_finds_nothing_leaves_the_generic_reading():
    assert read(layout(lead=".sapo", body="#content", author=".k9", title=".none")) == read()


def test_what_is_no_name_or_no_date_is_not_taken():
    article = read(layout(author=".k1", published=".k6"))
    assert (article.author, article.published) == (None, None)


@pytest.mark.parametrize(
    ("since", "until", "lead"),
    [
        (date(2026, 1, 1), None, LEAD),
        (date(2026, 3, 12), date(2026, 3, 12), LEAD),
        (date(2026, 3, 13), None, None),
        (None, date(2026, 3, 11), None),
    ],
)
def test_a_layout_holds_for_articles_of_its_time(since, until, lead):
    dated = Layout("x", since, until, lead=to_selector(".k1"), published=to_selector(".k4 time"))
    assert read(dated).lead == lead


def test_without_a_date_an_article_is_of_the_day_on_which_it_was_fetched():
    assert read(Layout("new", since=date(2026, 3, 20), lead=to_selector(".k1"))).lead == LEAD
    assert read(Layout("old", until=date(2026, 3, 20), lead=to_selector(".k1"))).lead is None


def test_the_first_layout_that_is_the_page_s_is_taken():
    never = layout("never", when=".another-site", lead=".k3")
    assert read(never, layout("all", when=".bai", lead=".k1"), layout("later", author=".k3")).lead == LEAD
    assert read(never, layout("all", when=".bai", lead=".k1"), layout("later", author=".k3")).author is None


def test_another_site_is_not_touched():
    assert read(layout(lead=".k1"), source_id="khac").lead is None


def test_a_page_that_is_refused_becomes_an_article_where_title_and_text_are_known():
    cells = "".join(f"<a href='/{n}'>Tin số {n} trong ngày của xã</a>" for n in range(40))
    hidden = (
        f"<body><div>{cells}</div><h4 class='t'>Cầu mới qua suối Lạn</h4><div class='b'><a href='/x'>{FIRST}</a>"
    )
    page = f"{hidden}<pre class='d'>{FIRST}\n{SECOND}</pre></div></body>"
    with pytest.raises(Rejected):
        read(body=page)
    article = read(layout(title=".t", body=".d"), body=page)
    assert (article.title, FIRST in article.body) == ("Cầu mới qua suối Lạn", True)
