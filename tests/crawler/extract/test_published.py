import pytest

from crawler.article import Rejected

TIME = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("head", "top", "published"),
    [
        (TIME.format("2026-03-07T08:52:11+07:00"), "", "2026-03-07T08:52+07:00"),
        ("", "<span>Thứ bảy, 7/3/2026, 08:52 (GMT+7)</span>", "2026-03-07T08:52+07:00"),
        ("", "<span>07/03/2026</span><div>08:52</div>", "2026-03-07T08:52+07:00"),
        ("", "<div>Ngày đăng: 07/03/2026</div>", "2026-03-07"),
        # What readers saw wins over a tag with the wrong zone, or of the upload.
        (
            TIME.format("2026-03-07T17:34:20+08:00"),
            "<i>Thứ bảy, 7/3/2026, 17:34 (GMT+7)</i>",
            "2026-03-07T17:34+07:00",
        ),
        (TIME.format("2026-03-06T14:02+07:00"), "<i>Thứ bảy, 07/03/2026, 03:04 AM</i>", "2026-03-07T03:04+07:00"),
        # A line of another day is not the article's.
        (TIME.format("2026-03-07T08:52:11+07:00"), "<i>10:00 01/01/2020</i>", "2026-03-07T08:52+07:00"),
        (TIME.format(""), "", None),
        (TIME.format("2030-01-01T00:05:00+07:00"), "", None),  # the future
        (TIME.format("1970-01-01T00:00:00Z"), "", None),
        ("", "<div>15/13/2024 10:00</div>", None),
        ("", "<p>Hội nghị nghe phổ biến Nghị quyết số 303 ngày 29/01/2024 của Đoàn Chủ tịch.</p>", None),
    ],
)
def test_the_time_of_publication(read, html, head, top, published):
    (article,) = read(html(head=head, top=top))
    assert article.published == published


def test_todays_date_in_the_page_header_is_never_taken(read, html):
    page = html().replace("<ul>", "<div>Thứ Bảy, 28/11/2026</div><ul>", 1)
    (article,) = read(page)
    assert article.published is None


def test_a_date_that_a_script_prints_is_the_last_resort(read, html):
    script = (
        "<script>document.getElementById('t').innerHTML=\"Th&#7913; n&#259;m, 20/12/2012, 16:10 GMT+7\";</script>"
    )
    (article,) = read(html(below=script))
    assert article.published == "2012-12-20T16:10+07:00"


def test_a_linked_date_counts_only_beside_the_title(read, html):
    (article,) = read(html(top="<div>| <a href=/ngay>21/12/2012 - 08:04</a></div>"))
    assert article.published == "2012-12-21T08:04+07:00"
    teasers = "".join(
        f"<li><a href=/{n}>Một tin khác của báo</a> <a href=/{n}>21/12/2012 - 08:04</a></li>" for n in range(5)
    )
    (article,) = read(html(below=f"<ul>{teasers}</ul>"))
    assert article.published is None


LD = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "datePublished": "2026-03-07T08:52:11+07:00"}</script>'
)


@pytest.mark.parametrize(
    ("head", "top", "origin"),
    [
        (TIME.format("2026-03-07T08:52:11+07:00"), "", "meta"),
        (LD, "", "json-ld"),
        (LD, "<span>Thứ bảy, 7/3/2026, 08:52 (GMT+7)</span>", "json-ld"),  # both say it
        (LD, "<span>Thứ bảy, 7/3/2026, 08:40 (GMT+7)</span>", "line"),  # what readers saw
        ("", "<div>Ngày đăng: 07/03/2026</div>", "line"),
        ("", "<script>print('Thứ bảy, 7/3/2026, 08:52 (GMT+7)')</script>", "script"),
        ("", "", None),
    ],
)
def test_where_the_time_was_found_is_told(read, html, head, top, origin):
    (article,) = read(html(head=head, top=top))
    assert article.published_from == origin


PAGE = '<script type="application/ld+json">{{"@type": "WebPage", "datePublished": "{}"}}</script>'


@pytest.mark.parametrize(
    ("head", "top", "published"),
    [
        ("", "<time datetime='2026-03-07T08:52:00+07:00'>7/3/2026</time>", "2026-03-07T08:52+07:00"),
        ("", "<time datetime='2026-03-07T01:52:00Z'>Thứ bảy, 07/03/2026</time>", "2026-03-07T08:52+07:00"),
        ("", "<time datetime='2020-01-01T08:00:00+07:00'>07/03/2026</time>", "2026-03-07"),  # of another day
        (PAGE.format("2026-03-07T08:52:00+07:00"), "", "2026-03-07T08:52+07:00"),
        (PAGE.format("2026-03-07T08:52:00+07:00"), "<i>07/03/2026</i> by <b>admin</b>", "2026-03-07T08:52+07:00"),
        (PAGE.format("2020-01-01T08:00:00+07:00"), "<i>07/03/2026</i>", "2026-03-07"),  # when the page was set up
    ],
)
def test_a_day_in_print_is_made_exact_by_what_agrees_with_it(read, html, head, top, published):
    (article,) = read(html(head=head, top=top))
    assert article.published == published


def test_a_list_whose_page_has_a_date_is_a_list(read):
    links = "".join(f"<li><a href=/{n}>Tiêu đề của bài báo số {n} trong ngày</a>" for n in range(30))
    with pytest.raises(Rejected, match="listing-page"):
        read(f"<html><head><title>Tin</title>{PAGE.format('2026-03-07')}</head><body>{links}</body></html>")


def test_a_clock_in_the_page_header_gives_way_to_the_line_by_the_title(read, html):
    page = html(top="<em>Thứ năm - 05/03/2026 08:10</em>").replace(
        "</ul>", "</ul><p>Thứ bảy, 28/11/2026, 09:15</p>", 1
    )
    (article,) = read(page)
    assert article.published == "2026-03-05T08:10+07:00"


@pytest.mark.parametrize(
    "mark",
    [
        "<abbr class=published title='2026-03-07T08:52:00+07:00'>08:52</abbr>",
        "<time itemprop=datePublished datetime='2026-03-07T08:52:00+07:00'>Thứ bảy</time>",
    ],
)
def test_one_time_marked_below_the_text_is_that_of_publication(read, html, mark):
    (article,) = read(html(below=f"<div>Người đăng: Khánh Hà {mark}</div>"))
    assert article.published == "2026-03-07T08:52+07:00"


def test_many_marked_times_are_those_of_other_articles(read, html):
    marks = "".join(
        f"<li><a href=/{day}>Bài số {day}</a><time itemprop=datePublished datetime='2026-03-0{day}'></time>"
        for day in range(1, 5)
    )
    (article,) = read(html(below=marks))
    assert article.published is None


@pytest.mark.parametrize(
    ("head", "clock", "published"),
    [
        ("", "Thứ bảy, 28/11/2026, 07:03", None),  # the page was fetched at 07:00
        (TIME.format("2026-11-27T16:20:00+07:00"), "Thứ bảy, 28/11/2026, 07:03", "2026-11-27T16:20+07:00"),
        (
            TIME.format("2026-11-27T16:20:00+07:00"),
            "Thứ bảy, 28/11/2026, 05:30",
            "2026-11-27T16:20+07:00",
        ),  # saved
    ],
)
def test_a_clock_in_the_page_header_is_never_the_time_of_publication(read, html, head, clock, published):
    page = html(head=head).replace("<h1>", f"<i>{clock}</i><p>Hôm nay</p><p>Báo Sơn Bình</p><h1>", 1)
    (article,) = read(page)
    assert article.published == published
