import time

import pytest

from nlp.directives.find import find
from nlp.normalize import compose, standard


def found(text):
    return find(standard(compose(text).text))


@pytest.mark.parametrize(
    ("text", "surface", "type_", "parts"),
    [
        ("Quán triệt Chỉ thị số 12-CT/TW ở cơ sở.", "Chỉ thị số 12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("theo Chỉ thị 12/CT-TW, cấp uỷ", "Chỉ thị 12/CT-TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("thực hiện chỉ thị số 12-ct/tw ở cơ sở", "chỉ thị số 12-ct/tw", "Chỉ thị", ("12", None, "CT/TW")),
        ("Thuc hien Chi thi so 12-CT/TW tai co so", "Chi thi so 12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("Chi thị số 12-CT/TW, Nghi quyết", "Chi thị số 12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("triển khai Chỉ thị số\n12-CT/TW", "Chỉ thị số\n12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("triển khai CT 12-CT/TW", "CT 12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("issued Directive No. 12-CT/TW on", "Directive No. 12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("kết luận 62 KL/TW của", "kết luận 62 KL/TW", "Kết luận", ("62", None, "KL/TW")),
        ("Kết luận 98—KL/TW.", "Kết luận 98—KL/TW", "Kết luận", ("98", None, "KL/TW")),
        ("văn bản số 366-QĐ/TW của", "số 366-QĐ/TW", "Quy định", ("366", None, "QĐ/TW")),
        ("Quyết định số 244-QĐ/TW ban", "Quyết định số 244-QĐ/TW", "Quyết định", ("244", None, "QĐ/TW")),
        ("| 12-CT/TW | 05/01/2022 |", "12-CT/TW", "Chỉ thị", ("12", None, "CT/TW")),
        ("Nghị định số 58/2022/NĐ-CP", "Nghị định số 58/2022/NĐ-CP", "Nghị định", ("58", "2022", "NĐ-CP")),
        ("Nghị định 58/2022/\nNĐ-CP", "Nghị định 58/2022/\nNĐ-CP", "Nghị định", ("58", "2022", "NĐ-CP")),
        ("Quyết địnhsố 12/2020/QĐ-TTg", "Quyết địnhsố 12/2020/QĐ-TTg", "Quyết định", ("12", "2020", "QĐ-TTg")),
        ("Thông tư 36/2017/TT-BGDĐTvề", "Thông tư 36/2017/TT-BGDĐT", "Thông tư", ("36", "2017", "TT-BGDĐT")),
        ("Nghị quyết 19-2018/NQ-CP", "Nghị quyết 19-2018/NQ-CP", "Nghị quyết", ("19", "2018", "NQ-CP")),
        ("Nghị quyết 02/NQ-CP năm 2019", "Nghị quyết 02/NQ-CP năm 2019", "Nghị quyết", ("2", None, "NQ-CP")),
        ("Luật số 45/2013/QH13", "Luật số 45/2013/QH13", "Luật", ("45", "2013", "QH13")),
        (
            "Luật Thi đua, khen thưởng số 06/2022/QH15",
            "Luật Thi đua, khen thưởng số 06/2022/QH15", "Luật", ("6", "2022", "QH15"),
        ),
        ("Nghị định số 64/CP ngày", "Nghị định số 64/CP", "Nghị định", ("64", None, "CP")),
        ("Công văn số 743 / SYT - NV gửi", "Công văn số 743 / SYT - NV", "Công văn", ("743", None, "SYT-NV")),
        ("có văn bản số 5343/UBND-NC", "số 5343/UBND-NC", "Công văn", ("5343", None, "UBND-NC")),
        ("Thông báo kết luận số 50-TB/TW", "Thông báo kết luận số 50-TB/TW", "Thông báo", ("50", None, "TB/TW")),
        ("Đề án 06/QĐ-TTg được", "Đề án 06/QĐ-TTg", "Quyết định", ("6", None, "QĐ-TTg")),
    ],
)  # fmt: skip
def test_a_citation_begins_at_the_type_word_and_ends_with_the_symbol(text, surface, type_, parts):
    (citation,) = found(text)
    assert (text[citation.start : citation.end], citation.type) == (surface, type_)
    assert (citation.number, citation.year, citation.symbol) == parts


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư", "tw.ct.k13.00012"),
        ("Chỉ thị số 12-CT/TW ngày 5 tháng 1 năm 2017", "tw.ct.k12.00012"),
        ("Kết luận số 98-KL/TW của Bộ Chính trị", "tw.kl.x.00098"),
        ("Nghị quyết 13-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XI về hạ tầng", "tw.nq.k11.00013"),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương khoá XII", "tw.nq.k11.00029"),
        ("Nghị quyết 88/2014/QH13 của Quốc hội khóa XIII", "qh13.nqpl.2014.00088"),
        ("Hướng dẫn số 36-HD/BTCTW, ngày 20/01/2021", "btctw.hd.k12.00036"),
        ("Kết luận số 120-KL/TW ngày 07/01/2016", "tw.kl.k11.00120"),
        ("Nghị quyết số 79-NQ/TW ngày 06/01/2026", "tw.nq.k13.00079"),
        ("Nghị định 12/2012/NĐ-CP", "cp.nd.2012.00012"),
        ("Quyết định 1225/QĐ-TTg ngày 17/9/2019", "ttg.qd.2019.01225"),
        ("Quyết định 1225/QĐ-TTg của Thủ tướng", "ttg.qd.x.01225"),
        ("Quyết định 13/2020/QĐ-TTg", "ttg.qdpl.2020.00013"),
        ("Luật số 45/2013/QH13", "qh13.l.2013.00045"),
        ("Luật Đầu tư số 67/2014/QH14", "qh13.l.2014.00067"),
        ("Pháp lệnh số 01/2018/UBTVQH14", "ubtvqh14.pl.2018.00001"),
        ("Nghị quyết số 303/NQ-LHHN-ĐCT ngày 29/01/2024", "lhhn-dct.nq.2024.00303"),
        ("Nghị quyết 30a/2008/NQ-CP", "cp.nqpl.2008.00030a"),
        ("Nghị quyết số 66.25/2026/NQ-CP", "cp.nqpl.2026.00066-25"),
        ("Thông tư liên tịch số 09/2013/TTLT-BCA-BQP", "bca-bqp.ttlt.2013.00009"),
        ("Quyết định số 359/QĐ-LĐTBXH", "bldtbxh.qd.x.00359"),
        ("Công điện số 541/CT-TTg ngày 23/4/2021", "ttg.cd.2021.00541"),
        ("Quyết định số 747/TTg-QĐ ngày 11/6/2008", "ttg.qd.2008.00747"),
        ("Tờ trình số 215-TTr/ĐUCA ngày 01/3/2019", "duca.ttr.2019.00215"),
        ("Quy định số 08-QĐi/TW ngày 25/10/2018", "tw.qdi.k12.00008"),
        ("Thông tư 32/2091/TT-BTC", "btc.tt.x.00032"),  # no such year
    ],
)
def test_the_key_says_what_the_text_says_and_x_for_the_rest(text, key):
    assert [citation.canonical for citation in found(text)] == [key]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chỉ thị 12-CT/TW ngày 05/01/2022", "2022-01-05"),
        ("Chỉ thị 12-CT/TW, ngày 5-1-2022, của Ban Bí thư", "2022-01-05"),
        ("Chỉ thị 12-CT/TW ngày 05.01.2022", "2022-01-05"),
        ("Chỉ thị 12-CT/TW (05/01/2022)", "2022-01-05"),
        ("Chỉ thị 12-CT/TW ngày 05 tháng 01\nnăm 2022", "2022-01-05"),
        ("Chi thi 12-CT/TW ngay 05/01/2022 cua Ban Bi thu", "2022-01-05"),
        ("Chỉ thị 38-CT/TW của Ban Bí thư ngày 19/9/2019", "2019-09-19"),
        ("Ngày 05/01/2022, Ban Bí thư ban hành Chỉ thị số 12-CT/TW", "2022-01-05"),
        ("hội nghị quán triệt Chỉ thị 12-CT/TW ngày 20/3/2022 tại Hà Nội", None),
        ("hội nghị quán triệt Chỉ thị 12-CT/TW ngày 05/01/2022 của Ban Bí thư", "2022-01-05"),
        ("Nghị định 100/2019/NĐ-CP có hiệu lực từ ngày 01/01/2020", None),
        ("Chỉ thị 12-CT/TW ngày 31/02/2022", None),
        ("Chỉ thị 12-CT/TW ngày 5/1", None),
    ],
)
def test_a_day_next_to_the_number_is_the_day_of_issue_unless_it_is_an_events(text, day):
    (citation,) = found(text)
    assert citation.issued_on == day


def test_the_full_span_holds_pinpoint_day_issuer_and_subject():
    text = "Theo khoản 2 Điều 5 Nghị định số 100/2019/NĐ-CP ngày 30/12/2019 của Chính phủ về xử phạt. Sáng nay"
    (citation,) = found(text)
    assert text[citation.start : citation.end] == "Nghị định số 100/2019/NĐ-CP"
    assert text[citation.full_start : citation.full_end] == text[5:-10]
    assert (citation.pinpoint, citation.issuer, citation.subject) == ("điều 5, khoản 2", "Chính phủ", "xử phạt")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Các Nghị định số 12, 13 và 14/2012/NĐ-CP được ban hành cùng đợt.",
            [("Nghị định số 12", "cp.nd.2012.00012"), ("13", "cp.nd.2012.00013"),
             ("14/2012/NĐ-CP", "cp.nd.2012.00014")],
        ),
        (
            "Nghị quyết số 18, 19-NQ/TW",
            [("Nghị quyết số 18", "tw.nq.x.00018"), ("19-NQ/TW", "tw.nq.x.00019")],
        ),
        (
            "các Chỉ thị 04-CT/TW và 12-CT/TW",
            [("Chỉ thị 04-CT/TW", "tw.ct.x.00004"), ("12-CT/TW", "tw.ct.x.00012")],
        ),
        (
            "các luật số 45/2013/QH13 và số 46/2013/QH13",
            [("luật số 45/2013/QH13", "qh13.l.2013.00045"), ("số 46/2013/QH13", "qh13.l.2013.00046")],
        ),
        (
            "từ số 26-NQ/TW đến số 28-NQ/TW",
            [("số 26-NQ/TW", "tw.nq.x.00026"), ("số 28-NQ/TW", "tw.nq.x.00028")],
        ),
        (
            "Công văn 112-CV/TW, Chỉ thị 12/CT-TTg và Chỉ thị 12-CT/TW",
            [("Công văn 112-CV/TW", "tw.cv.x.00112"), ("Chỉ thị 12/CT-TTg", "ttg.ct.x.00012"),
             ("Chỉ thị 12-CT/TW", "tw.ct.x.00012")],
        ),
    ],
)  # fmt: skip
def test_members_of_a_list_are_cited_one_by_one(text, members):
    assert [(text[one.start : one.end], one.canonical) for one in found(text)] == members


@pytest.mark.parametrize(
    "text",
    [
        "Liên hệ 024.38456303, fax 84-4-38256446, hotline 0912-345-678.",
        "Hạn nộp hồ sơ: 12/4/2022, tháng 6-2026, Kỳ họp thứ 6, Quốc hội khóa XV.",
        "thắng 12-4, đạt 98/100 điểm, tỷ lệ 1/3, 100/TU",
        "Giấy phép số 511/GP-BTTTT, 3165/GP-TTĐT, giấy chứng nhận 12/GCN-UBND",
        "xe biển số 29A-123.45, mã hàng KL-98, máy CT 12 lát cắt, tòa CT12B, hộp số 6 cấp",
        "Việt Nam đặt mục tiêu tới 12 TW điện; tàu 016 - Quang Trung; Boeing 747-400; COVID-19",
        "QCVN 12-1:2011/BYT, TCVN 9001, ISO 9001:2015",
        "Báo Thời Đại số 12 (2022), Nhân Dân số 24512; số 105/A Quán Thánh; ngõ 12/38; số 10/HCM",
        "quyết định 1 mình, báo cáo 3 vụ, kế hoạch 5 năm, thông báo 12 ca, kế hoạch 2013, đề án 5 năm",
        "https://vanban.vn/chi-thi-so-12-ct-tw.html, https://vanban.vn/12-CT/TW, 12_CT_TW.pdf, 12-CT-TW.pdf",
        "Chỉ thị mới, Nghị quyết của Chi bộ, các chỉ thị, nghị quyết của cấp trên",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_not_cited(text):
    assert found(text) == ()


def test_a_longer_number_is_not_mistaken_for_a_shorter_one():
    text = "Công văn số 112-CV/TW và số 1412-CT/TW"
    assert [citation.number for citation in found(text)] == ["112", "1412"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Chỉ thị 12-CT/TW", "party"),
        ("Nghị định 12/2012/NĐ-CP", "state"),
        ("Nghị quyết 303/NQ-LHHN-ĐCT", "mass"),
        ("Nghị quyết 100/2019/EIB/NQ-HĐQT", "corp"),
    ],
)
def test_the_scope_is_that_of_the_body(text, scope):
    assert [citation.scope for citation in found(text)] == [scope]


@pytest.mark.parametrize(
    "text",
    [
        "12-" * 7_000,
        "12-CT/" * 3_500,
        "12-CT/TW " * 2_200,
        "Nghị định số " + "12, " * 5_000 + "14/2012/NĐ-CP",
        "1" * 20_000,
        "Luật " * 4_000 + "45/2013/QH13",
        "12-CT/TW " + "1." * 10_000,
        ("12-CT/TW của Ban Bí thư " + "1.1/" * 30) * 140,
        "12 " + " " * 20_000 + "-CT/TW",
        "12-ct/tw " * 2_200,
        "số " * 7_000,
    ],
)
def test_twenty_thousand_hostile_characters_take_less_than_a_second(text):
    started = time.process_time()
    found(text)
    assert time.process_time() - started < 1
