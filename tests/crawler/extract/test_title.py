import pytest

from crawler.extract.blocks import read_blocks
from crawler.extract.meta import read_meta
from crawler.extract.title import find_title
from crawler.extract.tree import parse


def title_of(head: str, body: str) -> str | None:
    tree = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return find_title(read_meta(tree), read_blocks(tree.find("body"))).text


WANTED = "Hội thảo về đối ngoại nhân dân trong tình hình mới"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{WANTED} - Chính trị - Báo Sơn Bình</title>", f"<h1>{WANTED}</h1>"),
        (
            f"<title>{WANTED} | Báo</title>",
            f"<h1>Đối ngoại nhân dân</h1><h2>{WANTED}</h2>",
        ),  # h1 names the section
        (
            "<title>Hoi thao doi ngoai 2026, tin moi nhat</title>",
            f"<h1></h1><h1>{WANTED}</h1>",
        ),  # for search engines
        (f"<title>{WANTED} - Báo Sơn Bình</title>", f"<div class=t>{WANTED}</div><p>Văn bản.</p>"),
        (
            f"<title>{WANTED} - Báo Sơn Bình</title><meta property=og:site_name content='Báo Sơn Bình'>",
            "<p>Văn.</p>",
        ),
        (f"<title>{WANTED}</title>", "<p>Không có tiêu đề trong trang.</p>"),
        ("", f"<h1><a href=/>Báo</a></h1><h1>{WANTED}</h1>"),
    ],
    ids=[
        "h1",
        "h2 over a section's h1",
        "variant",
        "no heading",
        "head alone, site cut off",
        "head alone",
        "no head",
    ],
)
def test_the_title_is_what_is_printed_without_the_sites_name(head, body):
    assert title_of(head, body) == WANTED


def test_a_page_that_says_nothing_has_no_title():
    assert title_of("", "<p>Một đoạn văn.</p>") is None


SENTENCE = (
    "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."
)
LEAD = '<meta name=description content="Liên hiệp các hội hữu nghị tỉnh Sơn Bình">'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Chi tiết tin</title>", f"<div class=title-news>{WANTED}</div><i>05/09/2023</i><p>{SENTENCE}</p>"),
        (
            f"<title>Liên hiệp các hội hữu nghị tỉnh Sơn Bình</title>{LEAD}",
            f"<h3>{WANTED}</h3><p>{SENTENCE}</p><h3>Tin cùng chuyên mục khác</h3>",
        ),
    ],
    ids=["head names the kind of page", "head names the site"],
)
def test_where_the_head_names_no_article_what_is_set_as_a_title_above_the_text_is_it(head, body):
    assert title_of(head, body) == WANTED


def test_a_title_that_the_head_alone_tells_is_kept():
    assert (
        title_of(f"<title>{WANTED}</title>", f"<h3>Tin đối ngoại trong tuần này</h3><p>{SENTENCE}</p>") == WANTED
    )
