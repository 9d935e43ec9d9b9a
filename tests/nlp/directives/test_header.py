import gzip
import json
import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.article import READY_ARTICLE, Article, DocumentHeader, FetchedPage
from crawler.extract.page import extract
from crawler.letters import fold
from nlp.directives import header
from nlp.directives.registry import Document

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY = """BAN CHẤP HÀNH TRUNG ƯƠNG | ĐẢNG CỘNG SẢN VIỆT NAM
Số: 12-CT/TW | Hà Nội, ngày 05 tháng 01 năm 2022
CHỈ THỊ
CỦA BAN BÍ THƯ VỀ ĐỐI NGOẠI NHÂN DÂN
Những năm qua, công tác đối ngoại có bước tiến mới.
T/M BAN BÍ THƯ
Trần Văn Sơn
Nơi nhận:
- Các tỉnh ủy, thành ủy,
- Các ban đảng;
- Lưu Văn phòng Trung ương Đảng."""
PROVINCE = f"""ỦY BAN NHÂN DÂN
TỈNH QUẢNG NAM
{MOTTO}
Số: 784/QĐ-UBND
Quảng Nam, ngày 11 tháng 3 năm 2020
QUYẾT ĐỊNH
Phê duyệt kế hoạch năm 2020
Căn cứ Luật Tổ chức chính quyền địa phương;"""
COUNCIL = f"""HỘI ĐỒNG NHÂN DÂN
{MOTTO}
Số: 12/2021/NQ-HĐND
Hà Nội, ngày 08 tháng 12 năm 2021
NGHỊ QUYẾT
Về mức thu học phí"""
DEPARTMENT = f"""UBND TỈNH BÌNH ĐỊNH
SỞ Y TẾ
{MOTTO}
Số: 77/KH-SYT
Quy Nhơn, ngày 02 tháng 4 năm 2019
KẾ HOẠCH
Phòng, chống sốt xuất huyết"""
DISTRICT = f"""UBND HUYỆN VỤ BẢN
TỈNH NAM ĐỊNH
{MOTTO}
Số: 5/KH-UBND
Vụ Bản, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Tuyên truyền"""
JOINT = f"""BỘ CÔNG AN -
BỘ QUỐC PHÒNG
{MOTTO}
Số: 07/2022/TTLT-BCA-
BQP
Hà Nội, ngày 18 tháng 02 năm 2022
THÔNG TƯ LIÊN TỊCH
Về phối hợp"""
LAW = f"""QUỐC HỘI
Luật số: 50/2024/QH15
{MOTTO}
LUẬT
CÔNG ĐOÀN
Căn cứ Hiến pháp;
Luật này được Quốc hội khóa XV thông qua ngày 27 tháng 11 năm 2024."""
CONSTITUTION = f"""QUỐC HỘI
{MOTTO}
Hà Nội, ngày 28 tháng 11 năm 2013
HIẾN PHÁP
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"""
LETTER = f"""BỘ Y TẾ
Số: 1234/BYT-KCB
V/v phòng bệnh mùa hè
{MOTTO}
Hà Nội, ngày 05 tháng 5 năm 2023
Kính gửi: Sở Y tế các tỉnh"""
SPACED = f"CHÍNH PHỦ\nSỐ:12 /2024/NĐ - CP\n{MOTTO}\nHà Nội, ngày 1 tháng 2 năm 2024\nNGHỊ ĐỊNH\nVề lệ phí"
UNFILLED = f"BỘ TÀI CHÍNH\nSố: 372/QĐ-BTC\n{MOTTO}\nHà Nội, ngày   tháng   năm 2026\nQUYẾT ĐỊNH\nVề đính chính"
UNDATED = f"BỘ TÀI CHÍNH\nSố: 372/QĐ-BTC\n{MOTTO}\nQUYẾT ĐỊNH\nVề đính chính"
NO_TERM = "Số: 12-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nCHỈ THỊ\nVề đối ngoại nhân dân"
NO_PLACE = f"ỦY BAN NHÂN DÂN\n{MOTTO}\nSố: 9/QĐ-UBND\nngày 11 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề kế hoạch"


def text_of(text: str, **fields: object) -> Article:
    lines = tuple(line for line in text.split("\n") if line)
    return replace(Article(None, None, lines, kind="document"), **fields)


@pytest.mark.parametrize(
    ("text", "number", "type_", "day", "place", "key"),
    [
        (PARTY, "12-CT/TW", "Chỉ thị", "2022-01-05", None, "tw.ct.k13.00012"),
        (PROVINCE, "784/QĐ-UBND", "Quyết định", "2020-03-11", "quang-nam", "ubnd-quang-nam.qd.2020.00784"),
        (COUNCIL, "12/2021/NQ-HĐND", "Nghị quyết", "2021-12-08", "ha-noi", "hdnd-ha-noi.nqpl.2021.00012"),
        (DEPARTMENT, "77/KH-SYT", "Kế hoạch", "2019-04-02", "binh-dinh", "syt-binh-dinh.kh.2019.00077"),
        (DISTRICT, "5/KH-UBND", "Kế hoạch", "2024-01-05", "vu-ban", "ubnd-vu-ban.kh.2024.00005"),
        (JOINT, "07/2022/TTLT-BCA-BQP", "Thông tư liên tịch", "2022-02-18", None, "bca-bqp.ttlt.2022.00007"),
        (LAW, "50/2024/QH15", "Luật", "2024-11-27", None, "qh15.l.2024.00050"),
        (CONSTITUTION, None, "Hiến pháp", "2013-11-28", None, "vn.hp.2013._"),
        (LETTER, "1234/BYT-KCB", "Công văn", "2023-05-05", None, "byt.cv.2023.01234"),
        (SPACED, "12/2024/NĐ-CP", "Nghị định", "2024-02-01", None, "cp.nd.2024.00012"),
        (UNFILLED, "372/QĐ-BTC", "Quyết định", None, None, "btc.qd.2026.00372"),
        (UNDATED, "372/QĐ-BTC", "Quyết định", None, None, None),
        (NO_TERM, "12-CT/TW", "Chỉ thị", None, None, None),
        (NO_PLACE, "9/QĐ-UBND", "Quyết định", "2020-03-11", None, None),
    ],
    ids=["Party", "province", "place of the date", "department", "district", "joint", "law", "Constitution",
         "letter", "spaced", "day left open", "undated", "no term", "no place"],
)  # fmt: skip
def test_a_head_tells_which_document_it_is(text, number, type_, day, place, key):
    heading = header.read(text_of(text))

    assert (heading.number, heading.type, heading.issued_on) == (number, type_, day)
    assert (heading.place, heading.key) == (place, key)


def test_the_rest_of_a_heading_is_read_as_printed():
    heading = header.read(text_of(PARTY))

    assert heading.issuer == "BAN CHẤP HÀNH TRUNG ƯƠNG"
    assert heading.subject == "CỦA BAN BÍ THƯ VỀ ĐỐI NGOẠI NHÂN DÂN"
    assert (heading.signer, heading.office) == ("Trần Văn Sơn", "T/M BAN BÍ THƯ")
    assert heading.recipients == ("Các tỉnh ủy, thành ủy", "Các ban đảng", "Lưu Văn phòng Trung ương Đảng")


def test_spans_stand_in_the_text():
    article = text_of(JOINT, title="Thông tư liên tịch về phối hợp")
    spans = header.read(article).spans

    assert {name: article.text[slice(*span)] for name, span in spans.items()} == {
        "number": "07/2022/TTLT-BCA-\n\nBQP",
        "type": "THÔNG TƯ LIÊN TỊCH",
        "issued_on": "ngày 18 tháng 02 năm 2022",
        "issuer": "BỘ CÔNG AN -\n\nBỘ QUỐC PHÒNG",
        "subject": "Về phối hợp",
    }


HEADLESS = "THÔNG TƯ\nQuy định mức thu phí\nCăn cứ Luật Phí và lệ phí;"
ANNEX = "(Kèm theo {} ngày 06 tháng 4 năm 2026\ncủa Bộ trưởng Bộ Tài chính)\n"
TWO_ANNEXES = ANNEX.format("Thông tư số 41/2026/TT-BTC") + ANNEX.format("Thông tư số 80/2021/TT-BTC")
GAZETTE = "https://congbao.chinhphu.vn/van-ban/{}-469351.htm"


@pytest.mark.parametrize(
    ("text", "fields", "number", "evidence", "key"),
    [
        (HEADLESS, {"title": "Thông tư số 41/2026/TT-BTC quy định mức thu phí"},
         "41/2026/TT-BTC", "title", "btc.tt.2026.00041"),
        (HEADLESS, {"title": "Th&#xF4;ng t&#x1B0; s&#x1ED1; 41/2026/TT-BTC"},
         "41/2026/TT-BTC", "title", "btc.tt.2026.00041"),
        (f"{HEADLESS}\n{ANNEX.format('Thông tư số 41/2026/TT-BTC')}", {},
         "41/2026/TT-BTC", "annex", "btc.tt.2026.00041"),
        (HEADLESS, {"url": GAZETTE.format("thong-tu-so-41-2026-tt-btc")},
         "41/2026/TT-BTC", "address", "btc.tt.2026.00041"),
        (HEADLESS, {"document": DocumentHeader(number="41/2026/TT-BTC")},
         "41/2026/TT-BTC", "database", "btc.tt.2026.00041"),
        ("TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG", {"url": GAZETTE.format("nghi-quyet-so-115-nq-cp")},
         "115/NQ-CP", "address", None),
    ],
    ids=["title", "title with entities", "annex", "address", "database", "no year"],
)  # fmt: skip
def test_a_number_that_the_head_leaves_out_is_found_elsewhere(text, fields, number, evidence, key):
    heading = header.read(text_of(text, **fields))

    assert (heading.number, heading.evidence, heading.key) == (number, evidence, key)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (HEADLESS, {}),
        (HEADLESS, {"title": "Thông tư sửa đổi Thông tư số 41/2026/TT-BTC"}),
        (HEADLESS, {"title": "Nghị định số 41/2026/NĐ-CP"}),
        (f"{HEADLESS}\n{ANNEX.format('Nghị định số 41/2026/NĐ-CP')}", {}),
        (f"{HEADLESS}\n{TWO_ANNEXES}", {}),
        (HEADLESS, {"url": GAZETTE.format("nghi-dinh-so-41-2026-nd-cp")}),
        (HEADLESS, {"url": GAZETTE.format("thong-tu-so-6616-2026-tt-btc")}),
        (HEADLESS, {"url": "https://bao.vn/thong-tu-so-41-2026-co-hieu-luc-469351.htm"}),
    ],
    ids=["nothing", "title of an amendment", "another type", "annex of another type", "two annexes",
         "address of another type", "address without its point", "news address"],
)  # fmt: skip
def test_a_number_that_may_be_anothers_is_not_taken(text, fields):
    assert header.read(text_of(text, **fields)) is None


def test_an_official_text_that_came_as_an_article_is_known_by_its_head():
    assert header.read(text_of(PARTY, kind="article")).key == "tw.ct.k13.00012"
    assert header.read(text_of(SPACED, kind="article")).key == "cp.nd.2024.00012"


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng ký Chỉ thị 12/CT-TTg\nSố: 12/CT-TTg là số hiệu của chỉ thị mới nhất về phòng cháy.",
        "HÀ NỘI\nSố 15/2020/NĐ-CP có hiệu lực\nNghị định\nHà Nội, ngày 05 tháng 3 năm 2020 đã quy định mức phạt.",
        f"Sáng 5/1, tại Hà Nội\n{MOTTO}\nlà dòng chữ trên tấm biển.",
        "Phụ lục I\nTHỂ THỨC VĂN BẢN\n(Kèm theo Nghị định số 30/2020/NĐ-CP\nngày 05 tháng 3 năm 2020)",
    ],
    ids=["number in a sentence", "capitals and a number", "motto", "annex"],
)
def test_news_and_annexes_are_no_documents(text):
    assert header.read(text_of(text, kind="article")) is None


def test_the_registry_is_told_what_the_text_says():
    assert header.document(header.read(text_of(PARTY)), "0123456789abcdef") == Document(
        key="tw.ct.k13.00012",
        type="Chỉ thị",
        number="12",
        symbol="CT/TW",
        issuer="BAN CHẤP HÀNH TRUNG ƯƠNG",
        issued_on="2022-01-05",
        term="XIII",
        title="VỀ ĐỐI NGOẠI NHÂN DÂN",
        confidence="high",
        sources=("text:0123456789abcdef",),
    )


def test_a_number_from_an_address_is_less_certain():
    heading = header.read(text_of(HEADLESS, url=GAZETTE.format("thong-tu-so-41-2026-tt-btc")))

    assert header.document(heading, "0123456789abcdef").confidence == "medium"


@pytest.mark.parametrize(
    "unit",
    ["Số: 1/VBHN\n", "Số: 12/2020/NĐ-\n", "1/", "BỘ TRƯỞNG\nTrần Văn\n", "Nơi nhận: - A;\n",
     "(Kèm theo Thông tư số ", ", ngày 1 ", "số 1-1-", "thông qua ngày 1\n", "A ", "\n"],
)  # fmt: skip
def test_a_long_hostile_text_is_read_within_a_second(unit):
    article = text_of(f"{SPACED}\n{unit * (100_000 // len(unit))}")
    start = time.perf_counter()
    header.read(article)

    assert time.perf_counter() - start < 1


def test_gazette_texts_are_told_by_number_and_type():
    """Every seventh; of all 414 two are not: their addresses name the law that they hold in another way."""
    path = SHARED / "legal" / "gazette.jsonl.gz"
    if not path.exists():
        pytest.skip("the gazette texts are not here")
    wrong = [row["slug"] for row, heading in _gazette(path) if not _is_told(row["slug"], heading)]

    assert wrong == []


def _gazette(path: Path):
    with gzip.open(path) as file:
        lines = file.readlines()[::7]
    for line in lines:
        page = FetchedPage(None, "gazette", READY_ARTICLE, line, datetime(2026, 7, 1, tzinfo=UTC))
        yield json.loads(line), header.read(extract(page)[0])


def _is_told(slug: str, heading: header.Heading | None) -> bool:
    """A text may print a leading zero, and "Bộ luật" where the address has "luat"."""
    if heading is None:
        return False
    type_ = fold(heading.type).replace(" ", "-").replace("bo-luat", "luat")
    printed = f"{type_}-so-{re.sub(r'[^a-z0-9]', '', fold(heading.number)).lstrip('0')}"
    head, _, number = re.sub(r"-\d+$", "", slug).partition("-so-")
    return printed == f"{head}-so-{number.replace('-', '').lstrip('0')}"
