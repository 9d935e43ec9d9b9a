"""OpenDocument texts: what the office shows, in the order in which it shows it."""

import pytest

from crawler.article import Rejected
from crawler.papers.odt import read_odt

NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Được sửa đổi năm 2025.</text:p></text:note-body></text:note>"
)
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


def table(*rows: tuple[str, ...]) -> str:
    made = "".join(f"<table:table-row>{''.join(map(CELL.format, row))}</table:table-row>" for row in rows)
    return f"<table:table>{made}</table:table>"


def test_paragraphs_headings_and_tables_come_in_their_order(odt):
    body = f"<text:h>Phạm vi</text:h>{table(('STT', 'Tên xã'), ('1', 'Vân Hải'))}<text:p>Sau bảng</text:p>"
    assert read_odt(odt(body)).paragraphs == ("Phạm vi", "STT | Tên xã", "1 | Vân Hải", "Sau bảng")


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("một<text:s text:c='3'/>hai<text:tab/>ba", ("một hai ba",)),
        ("một<text:s text:c='x'/>hai<text:s text:c='²'/>ba<text:s text:c='-1'/>bốn", ("một hai ba bốn",)),
        (f"một<text:s text:c='{'9' * 5000}'/>hai", ("một hai",)),
        ("ĐẢNG ỦY<text:line-break/>XÃ VÂN HẢI", ("ĐẢNG ỦY", "XÃ VÂN HẢI")),
        ("<text:span>Vân </text:span><text:a>Hải</text:a>", ("Vân Hải",)),
        ("Ngoài<draw:frame><draw:text-box><text:p>Hộp</text:p></draw:text-box></draw:frame>", ("Ngoài", "Hộp")),
        ("Lời<office:annotation><text:p>ghi chú bên lề</text:p></office:annotation>", ("Lời",)),
        (f"Điều 5{NOTE} quy định", ("Điều 5[1] quy định", "[1] Được sửa đổi năm 2025.")),
        ("Ho\u0323p", ("Họp",)),
    ],
)  # fmt: skip
def test_a_paragraph_is_read_as_it_is_shown(odt, inside, texts):
    assert read_odt(odt(f"<text:p>{inside}</text:p>")).paragraphs == texts


def test_items_of_a_list_bear_a_dash(odt):
    items = "".join(
        f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in ("Đường làng", "- Ngõ")
    )
    assert read_odt(odt(f"<text:list>{items}</text:list>")).paragraphs == ("- Đường làng", "- Ngõ")


def test_what_was_deleted_is_no_text(odt):
    gone = "<text:tracked-changes><text:p>đã bỏ</text:p></text:tracked-changes>"
    assert read_odt(odt(f"{gone}<text:p>còn lại</text:p>")).paragraphs == ("còn lại",)


def test_the_title_among_the_properties_is_told(odt):
    meta = '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Báo cáo tổng kết</dc:title></x>'
    assert read_odt(odt("<text:p>a</text:p>", **{"meta.xml": meta})).title == "Báo cáo tổng kết"


def test_a_text_with_a_password_is_told(odt):
    manifest = '<m:manifest xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(Rejected, match="encrypted"):
        read_odt(odt("<text:p>a</text:p>", **{"META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize(("body", "reason"), [("", "no-text"), ("<text:p>", "damaged")])
def test_a_file_without_text_has_a_reason(odt, body, reason):
    with pytest.raises(Rejected, match=reason):
        read_odt(odt(body))
