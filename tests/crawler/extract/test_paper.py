"""Document files become articles or official texts, whole, with what their head says of them."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from crawler.article import Article, FetchedPage, Rejected
from crawler.extract.page import extract
from crawler.files import read as read_files
from crawler.papers import program

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LEAD = "Sáng 19/12, tại phường Vân Hải, Liên hiệp các tổ chức hữu nghị tỉnh đã họp tổng kết công tác năm."
TITLE = "Sơn Bình tổng kết công tác đối ngoại nhân dân"
PROSE = "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."


def docx(*texts: str, title: str = "") -> bytes:
    """A Word file of these paragraphs; its `title` is among its properties."""
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        core = f'<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></x>'
        archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def take(body: bytes) -> Article:
    (article,) = extract(FetchedPage(None, "files", "", body, datetime(2026, 11, 28, tzinfo=UTC), name="a.docx"))
    return article


def test_an_article_has_its_title_date_lead_captions_and_author():
    article = take(
        docx(
            TITLE, "19:15 | 25/07/2022 GMT+7", LEAD, PROSE, "Toàn cảnh hội nghị. Ảnh: Khánh Hà", PROSE, "Bảo Ngân"
        )
    )
    assert (article.kind, article.title, article.lead, article.author) == ("article", TITLE, LEAD, "Bảo Ngân")
    assert (article.published, article.published_from) == ("2022-07-25T19:15+07:00", "line")
    assert article.captions == ("Toàn cảnh hội nghị. Ảnh: Khánh Hà",)
    assert article.paragraphs == (PROSE, PROSE)
    assert article.language == "vi"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (TITLE, TITLE),
        ("Microsoft Word - bao cao tổng kết.docx", None),
        ("Báo cáo", None),
        ("bao_cao_tổng kết năm 2025", None),
        ("", None),
    ],
)
def test_the_title_among_a_files_properties_is_taken_where_an_author_wrote_it(told, title):
    assert take(docx(PROSE, PROSE, title=told)).title == title


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (("Phụ lục I", "BẢNG CHỮ VIẾT TẮT", "VÀ MẪU TRÌNH BÀY"), "Phụ lục I BẢNG CHỮ VIẾT TẮT VÀ MẪU TRÌNH BÀY"),
        (("BÁO CÁO", TITLE), f"BÁO CÁO {TITLE}"),
        (("ĐỀ CƯƠNG TUYÊN TRUYỀN", "Kỷ niệm ngày thành lập tỉnh Sơn Bình"), "ĐỀ CƯƠNG TUYÊN TRUYỀN"),
        (("Kính thưa các đồng chí,",), None),
        (("Stt", "Họ và tên | Chức vụ"), None),
    ],
)
def test_a_title_of_several_lines_is_one(top, title):
    article = take(docx(*top, LEAD, PROSE))
    assert article.title == title
    assert all(text in article.text for text in (*top, LEAD, PROSE))


def test_a_title_that_is_printed_wins_over_the_properties():
    assert take(docx(TITLE, LEAD, PROSE, title="Báo cáo của năm trước đã cũ")).title == TITLE


def test_an_official_text_is_a_document_and_keeps_every_paragraph():
    texts = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH",
        "Số: 12/QĐ-UBND",
        "Sơn Bình, ngày 05 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
        "Về việc sửa đường làng",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Điều 1. Sửa đường làng ở các xã vùng cao.",
    )
    document = take(docx(*texts))
    assert (document.kind, document.paragraphs) == ("document", texts)
    assert document.document is not None
    assert (document.document.number, document.document.issued_on) == ("12/QĐ-UBND", "2026-03-05")


def test_text_in_a_font_of_before_unicode_is_converted():
    article = take(
        docx("Héi nghÞ tæng kÕt c«ng t¸c ®èi ngo¹i nh©n d©n ®· diÔn ra t¹i tØnh S¬n B×nh víi ba tr¨m ®¹i biÓu.")
    )
    assert "Hội nghị tổng kết công tác đối ngoại nhân dân" in article.text
    assert "converted-tcvn3" in article.flags


@pytest.mark.parametrize("texts", [(), ("", "  ")])
def test_a_file_of_nothing_has_a_reason(texts):
    with pytest.raises(Rejected, match="no-text"):
        take(docx(*texts))


GAZETTE = [  # file, number, type, day, issuer
    ("bhxh__luat-so-51-2024-qh15-43559", "51/2024/QH15", "Luật", "2024-11-27", "Quốc hội"),
    ("bhxh__quyet-dinh-so-169-qd-bldtbxh-44203", "169/QĐ-BLĐTBXH", "Quyết định", "2025-01-24",
     "Bộ Lao động - Thương binh và Xã hội"),
    ("hd_khoan__thong-tu-so-28-2022-tt-bldtbxh-38853", "28/2022/TT-BLĐTBXH", "Thông tư", "2022-12-28",
     "Bộ Lao động - Thương binh và Xã hội"),
    ("hd_kinh_te__nghi-dinh-so-161-2026-nd-cp-469550", "161/2026/NĐ-CP", "Nghị định", "2026-05-15", "Chính phủ"),
    ("hd_kinh_te__nghi-quyet-so-141-nq-cp-469678", "141/NQ-CP", "Nghị quyết", "2026-06-01", "Chính phủ"),
    ("hdld__quyet-dinh-so-28-2021-qd-ttg-34546", "28/2021/QĐ-TTg", "Quyết định", "2021-10-01",
     "Thủ tướng Chính phủ"),
    ("thue_tncn__quyet-dinh-so-333-qd-btc-469000", "333/QĐ-BTC", "Quyết định", "2026-02-23", "Bộ Tài chính"),
    ("uu_dai_dt__thong-tu-so-08-2023-tt-bkhdt-40175", "08/2023/TT-BKHĐT", "Thông tư", "2023-10-02",
     "Bộ Kế hoạch và Đầu tư"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "number", "kind", "day", "issuer"), GAZETTE, ids=[one[1] for one in GAZETTE])
def test_a_gazettes_pdf_tells_number_type_day_and_issuer(shared: Path, name, number, kind, day, issuer):
    document = _read(shared / "legal" / f"{name}.pdf")
    head = document.document
    assert head is not None
    assert (head.number, head.type, head.issued_on, head.issuer) == (number, kind, day, issuer)
    assert "CÔNG BÁO/Số" not in document.text
    assert "Ký bởi" not in document.text
    assert "Người ký:" not in document.text


def test_the_decree_on_clerical_work_is_read_from_its_word_file(shared: Path):
    document = _read(shared / "legal" / "30_2020_ND_CP.docx")
    assert document.document is not None
    assert document.document.number == "30/2020/NĐ-CP"
    assert document.document.signer == "Nguyễn Xuân Phúc"
    assert sum(text.startswith("Điều ") for text in document.paragraphs) >= 38


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("Phuluc1.docx", "- Tiêu đề của phần, chương | In hoa | 13 - 14 | Đứng, đậm | QUY ĐỊNH CHUNG"),
        ("Phuluc3.docx", "Nghị quyết (cá biệt) | NQ"),
        ("Phuluc1.doc", "- Tiêu đề của mục | In hoa | 13 - 14 | Đứng, đậm | QUẢN LÝ VĂN BẢN | 14"),
    ],
)
def test_text_in_tables_of_an_annex_is_kept(shared: Path, name, row):
    if name.endswith(".doc") and program.find("antiword") is None:
        pytest.skip("antiword is not installed")
    assert row in _read(shared / "legal" / name).text


def _read(path: Path) -> Article:
    (page,) = read_files(path)
    assert isinstance(page, FetchedPage)
    (article,) = extract(page)
    return article
