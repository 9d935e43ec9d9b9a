from nlp.annotate import recognise, settle
from nlp.directives.amended import amendments
from nlp.directives.documents import bundled
from nlp.directives.resolve import Context
from nlp.directives.structure import read_structure

TEXT = """NGHỊ ĐỊNH
Về văn thư
Căn cứ Luật Tổ chức Chính phủ;
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020
1. Sửa đổi, bổ sung khoản 2 và khoản 3 Điều 8 như sau:
“2. Bản sao có giá trị như bản chính, trừ trường hợp tại Điều 9.”.
2. Bổ sung Điều 8a vào sau Điều 8 như sau:
“Điều 8a. Bản sao điện tử
1. Sửa đổi là việc của người ký.”.
3. Điều 12 được sửa đổi như sau:
a) Sửa đổi điểm a và điểm b khoản 1 Điều 12 như sau:
“a) Ký tên.”;
b) Bãi bỏ khoản 4.
4. Thay thế cụm từ “văn thư” bằng cụm từ “lưu trữ” tại khoản 2 Điều 15.
5. Bãi bỏ các Điều 3, 13 và khoản 4 Điều 17.
Điều 2. Bãi bỏ Điều 5 Nghị định số 58/2022/NĐ-CP.
Điều 3. Hiệu lực thi hành
Nghị định này sửa đổi cách làm cũ từ ngày ký."""


def told(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = settle(text, recognise(text), context=Context(), registry=bundled())
    return [
        (one.change, one.provisions, one.document)
        for one in amendments(text, read_structure(text), found.citations)
    ]


def test_each_order_names_what_it_changes_in_which_document():
    decree = "cp.nd.2020.00030"
    assert told(TEXT) == [
        ("amends", ("điều 8, khoản 2", "điều 8, khoản 3"), decree),
        ("adds", ("điều 8a",), decree),
        ("amends", ("điều 12, khoản 1, điểm a", "điều 12, khoản 1, điểm b"), decree),
        ("repeals", ("điều 12, khoản 4",), decree),
        ("replaces", ("điều 15, khoản 2",), decree),
        ("repeals", ("điều 3", "điều 13", "điều 17, khoản 4"), decree),
        ("repeals", ("điều 5",), "cp.nd.2022.00058"),
    ]


def test_the_words_of_an_order_have_their_place():
    structure = read_structure(TEXT)
    found = settle(TEXT, recognise(TEXT), context=Context(), registry=bundled())
    orders = amendments(TEXT, structure, found.citations)
    assert TEXT[orders[0].start : orders[0].end] == "Sửa đổi, bổ sung khoản 2 và khoản 3 Điều 8"
    assert structure.parts[orders[0].part].anchor == "dieu-1-khoan-1"


def test_a_text_that_changes_nothing_orders_nothing():
    assert told("Điều 1. Phạm vi\n1. Việc sửa đổi hồ sơ do cơ quan quyết định.\nĐiều 2. Hiệu lực") == []
