from crawler.extract.blocks import read_blocks
from crawler.extract.menus import find_menus
from crawler.extract.reader import main_text
from crawler.extract.tree import parse

LINKS = "".join(f"<li><a href=/{n}>Chuyên mục {n}</a></li>" for n in range(6))
TEXT = "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ. "


def menus(body: str) -> list[str]:
    tree = parse(f"<html><body>{body}</body></html>")
    return [node.get("id") or node.tag for node in find_menus(read_blocks(tree.find("body")))]


def test_menus_are_the_largest_elements_of_nothing_but_links():
    assert menus(f"<nav id=menu><div><ul>{LINKS}</ul></div></nav><p>{TEXT}</p><ul id=tags>{LINKS}</ul>") == [
        "menu",
        "tags",
    ]


def test_few_links_and_links_among_text_are_no_menu():
    few = LINKS[: LINKS.index("<li><a href=/4>")]
    assert menus(f"<ul>{few}</ul><p>{TEXT}</p>") == []
    assert menus(f"<div>{'<br>'.join(f'{TEXT}<a href=/{n}>Tin {n}</a>' for n in range(6))}</div>") == []


def test_a_page_of_links_alone_is_no_menu():
    assert menus(f"<ul>{LINKS}</ul>") == []


def test_the_text_is_found_without_them_and_the_page_stays_whole():
    tree = parse(f"<html><body><ul>{LINKS}</ul><div>{f'<p>{TEXT}</p>' * 8}</div></body></html>")
    assert TEXT.strip() in main_text(tree, without=tree.findall(".//ul"))
    assert len(tree.findall(".//li")) == 6
