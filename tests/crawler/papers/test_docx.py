"""Word files: what Word shows, in the order in which it shows it."""

import io
import zipfile

import pytest

from crawler.article import Rejected
from crawler.papers.docx import read_docx

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3."/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="§"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def test_paragraphs_and_tables_come_in_their_order(docx, p, table):
    body = (
        p("Trước bảng") + table((p("STT"), p("Tên xã")), (p("1"), p("Vân Hải")), (p("2"), p(""))) + p("Sau bảng")
    )
    assert read_docx(docx(body)).paragraphs == ("Trước bảng", "STT | Tên xã", "1 | Vân Hải", "2", "Sau bảng")


def test_the_head_of_an_official_text_stands_side_by_side(docx, p, table):
    left = p("ỦY BAN NHÂN DÂN") + p("TỈNH SƠN BÌNH")
    right = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")
    body = table((left, right), (p("Số: 12/QĐ-UBND"), p("Sơn Bình, ngày 05 tháng 3 năm 2026")))
    assert read_docx(docx(body)).paragraphs == (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỈNH SƠN BÌNH | Độc lập - Tự do - Hạnh phúc",
        "Số: 12/QĐ-UBND | Sơn Bình, ngày 05 tháng 3 năm 2026",
    )


def test_columns_at_the_end_follow_one_another(docx, p, table):
    body = table((p("Nơi nhận:") + p("- Lưu: VT."), p("CHỦ TỊCH") + p("Trần Bảo Ngân")))
    assert read_docx(docx(body)).paragraphs == ("Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Trần Bảo Ngân")


def test_numbers_of_lists_are_part_of_the_text(docx, p):
    def item(text: str, name: int, depth: int) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>')

    body = (
        item("Phạm vi", 1, 0) + item("Đường làng", 1, 1) + item("Ngõ xóm", 1, 1) + item("Đối tượng", 1, 0)
        + item("Hộ gia đình", 1, 1) + item("Chi tiết", 1, 2) + item("Gạch đầu dòng", 2, 0)
    )  # fmt: skip
    assert read_docx(docx(body, numbering=NUMBERING)).paragraphs == (
        "Điều 1. Phạm vi",
        "a) Đường làng",
        "b) Ngõ xóm",
        "Điều 2. Đối tượng",
        "a) Hộ gia đình",
        "2.1. Chi tiết",
        "- Gạch đầu dòng",
    )


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ('<w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/>', f"{'M' * 32}DCCLXVII. Phạm vi"),
        (f'<w:start w:val="{"9" * 5000}"/><w:numFmt w:val="decimal"/>', "32767. Phạm vi"),
        ('<w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/>', f"{'g' * 255} Phạm vi"),
        ('<w:start w:val="²"/><w:numFmt w:val="decimal"/>', "1. Phạm vi"),
    ],
)
def test_a_list_starts_no_higher_than_in_word(docx, p, level, text):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}<w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("Phạm vi", '<w:numPr><w:ilvl w:val="²"/><w:numId w:val="1"/></w:numPr>')
    assert read_docx(docx(body, numbering=numbering)).paragraphs == (text,)


def test_a_style_numbers_its_paragraphs_too(docx, p):
    styles = (
        '<w:style w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Dieu"><w:basedOn w:val="Goc"/></w:style>'
    )
    body = p("Phạm vi", '<w:pStyle w:val="Dieu"/>')
    assert read_docx(docx(body, numbering=NUMBERING, styles=styles)).paragraphs == ("Điều 1. Phạm vi",)


def test_footnotes_stand_at_the_end_and_are_called_by_number(docx, p):
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Được sửa đổi năm 2025.</w:t></w:r></w:p></w:footnote>'
    line = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>____</w:t></w:r></w:p></w:footnote>'
    call = '<w:p><w:r><w:t>Điều 5</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert read_docx(docx(call + p("Hết"), footnotes=line + note)).paragraphs == (
        "Điều 5[1]",
        "Hết",
        "[1] Được sửa đổi năm 2025.",
    )


def test_a_footnote_keeps_its_number_and_may_call_another(docx):
    def call(name: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{name}"/></w:r>'

    notes = (
        f'<w:footnote w:id="7"><w:p><w:r><w:t>Xem thêm</w:t></w:r>{call(3)}</w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:t>Luật cũ.</w:t></w:r></w:p></w:footnote>'
    )
    body = f"<w:p><w:r><w:t>Điều 5</w:t></w:r>{call(7)}<w:r><w:t> và Điều 6</w:t></w:r>{call(7)}</w:p>"
    assert read_docx(docx(body, footnotes=notes)).paragraphs == (
        "Điều 5[1] và Điều 6[1]",
        "[1] Xem thêm[2]",
        "[2] Luật cũ.",
    )


def test_a_text_box_is_read_once_behind_its_paragraph(docx, p):
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent><w:t>Ngoài khung</w:t></w:r></w:p>"
    )
    assert read_docx(docx(body)).paragraphs == ("Ngoài khung", "Trong khung")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (
            "<w:ins><w:r><w:t>đã thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>đã bỏ</w:delText></w:r></w:del>",
            "đã thêm",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>', "hiện"),
        ("<w:r><w:t>41/2026/TT</w:t><w:noBreakHyphen/><w:t>BTC</w:t></w:r>", "41/2026/TT-BTC"),
        ("<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r>", "một hai"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        ("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>", "liên kết"),
        ("<w:r><w:t>Ho\u0323p</w:t></w:r>", "Họp"),
    ],
)
def test_runs_are_read_as_they_are_shown(docx, runs, text):
    assert read_docx(docx(f"<w:p>{runs}</w:p>")).paragraphs == (text,)


def test_a_line_break_parts_lines(docx):
    body = "<w:p><w:r><w:t>ĐẢNG ỦY</w:t><w:br/><w:t>XÃ VÂN HẢI</w:t></w:r></w:p>"
    assert read_docx(docx(body)).paragraphs == ("ĐẢNG ỦY", "XÃ VÂN HẢI")


def test_controls_and_tables_in_tables_are_looked_into(docx, p, table):
    inner = table((p("trong cùng"), p("bên cạnh")))
    body = f"<w:sdt><w:sdtContent>{p('Trong ô điều khiển')}</w:sdtContent></w:sdt>{table((inner, p('ngoài')))}"
    assert read_docx(docx(body)).paragraphs == ("Trong ô điều khiển", "trong cùng | bên cạnh | ngoài")


def test_a_file_saved_as_strict_open_xml_is_read_too(packed):
    document = (
        f'<w:document xmlns:w="{STRICT}"><w:body><w:p><w:r><w:t>Chặt chẽ</w:t></w:r></w:p></w:body></w:document>'
    )
    assert read_docx(packed({"word/document.xml": document})).paragraphs == ("Chặt chẽ",)


def test_the_title_among_the_properties_is_told(docx, p):
    core = '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Báo cáo tổng kết năm</dc:title></x>'
    body = io.BytesIO(docx(p("Họp bàn")))
    with zipfile.ZipFile(body, "a") as archive:
        archive.writestr("docProps/core.xml", core)
    assert read_docx(body.getvalue()).title == "Báo cáo tổng kết năm"


@pytest.mark.parametrize(("body", "reason"), [("", "no-text"), ("<w:p/>", "no-text"), ("<w:p>", "damaged")])
def test_a_file_without_text_has_a_reason(docx, body, reason):
    with pytest.raises(Rejected, match=reason):
        read_docx(docx(body))
