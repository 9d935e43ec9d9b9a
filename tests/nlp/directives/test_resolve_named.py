"""Citations without a number: laws by name, meetings, and words that take up another citation."""

import pytest

from nlp.directives.registry import Document, Registry
from nlp.directives.resolve import Context, resolve
from nlp.document import Citation


def law(key, name, issued_on, in_force_on=None, expired_on=None):
    return Document(
        key, "Luật", issued_on=issued_on, in_force_on=in_force_on, expired_on=expired_on, title=name, names=(name,)
    )


REGISTRY = Registry(
    [
        law("qh11.l.2003.00013", "Luật Đất đai", "2003-11-26", "2004-07-01", "2014-07-01"),
        law("qh13.l.2013.00045", "Luật Đất đai", "2013-11-29", "2014-07-01", "2024-08-01"),
        law("qh15.l.2024.00031", "Luật Đất đai", "2024-01-18", "2024-08-01"),
        law("qh11.l.2005.00038", "Luật Giáo dục", "2005-06-14", "2006-01-01", "2020-07-01"),
        law("qh14.l.2019.00043", "Luật Giáo dục", "2019-06-14", "2020-07-01"),
        law("qh13.l.2012.00008", "Luật Giáo dục đại học", "2012-06-18", "2013-01-01"),
        law("qh11.l.2006.00073", "Luật Bình đẳng giới", "2006-11-29", "2007-07-01"),
        law("qh13.l.2015.00076", "Luật Tổ chức Chính phủ", "2015-06-19", "2016-01-01", "2025-03-01"),
        Document("tw.nq.k11.00012", "Nghị quyết", "12", issued_on="2012-01-16", title="cấp bách về xây dựng Đảng"),
        Document("tw.nq.k11.00013", "Nghị quyết", "13", issued_on="2012-01-16", title="kết cấu hạ tầng đồng bộ"),
        Document("tw.nq.k12.00004", "Nghị quyết", "4", issued_on="2016-10-30", title="xây dựng, chỉnh đốn Đảng"),
        Document("tw.nq.k12.00005", "Nghị quyết", "5", issued_on="2016-11-01", title="mô hình tăng trưởng"),
    ]
)


def cite(text, surface, type_, *, nth=0, **words):
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    end = start + len(surface)
    shape = {"kind": "named", "type": type_} | words
    return Citation(start, end, surface, start, end, **shape)


def keys(text, *citations, published="2022-12-19", **context):
    context = Context(published=published, **context)
    return [one.canonical for one in resolve(text, citations, registry=REGISTRY, context=context)]


@pytest.mark.parametrize(
    ("surface", "words", "published", "key"),
    [
        ("Luật Đất đai", {}, "2013-10-22", "qh11.l.2003.00013"),
        ("luật đất đai", {}, "2022-12-19", "qh13.l.2013.00045"),
        ("LUẬT ĐẤT ĐAI", {}, "2024-07-31", "qh13.l.2013.00045"),  # the new one is passed, not in force
        ("Luật Đất đai", {}, "2024-08-01", "qh15.l.2024.00031"),
        ("Luật Đất đai năm 2003", {"year": "2003"}, "2022-12-19", "qh11.l.2003.00013"),
        ("Luật Giáo dục năm 2012", {"year": "2012"}, "2020-10-01", "qh13.l.2012.00008"),  # the longer name's year
        ("Luật Giáo dục năm 2015", {"year": "2015"}, "2021-04-29", "qh14.l.2019.00043"),  # no law's year
        ("Luật Bình đẳng giới", {}, None, "qh11.l.2006.00073"),
        ("Luật Đất đai", {}, None, "qh-x.l.x._dat-dai"),
        ("Luật Công nghệ cao năm 2025", {"year": "2025"}, None, "qh15.l.2025._cong-nghe-cao"),
        (
            "Luật báo chí ngày 28 tháng 12 năm 1989",
            {"year": "1989", "issued_on": "1989-12-28"},
            None,
            "qh08.l.1989._bao-chi",
        ),
        (
            "LUẬT TỔ CHỨC CHÍNH PHỦ NGÀY 19 THÁNG 6 NĂM 2015",
            {"year": "2015", "issued_on": "2015-06-19"},
            "2023-06-15",
            "qh13.l.2015.00076",
        ),
    ],
)
def test_a_law_by_name_is_of_its_printed_year_or_the_one_in_force(surface, words, published, key):
    text = f"Vi phạm {surface} bị xử lý."
    assert keys(text, cite(text, surface, "Luật", **words), published=published) == [key]


@pytest.mark.parametrize(
    ("key", "subject", "published", "meant"),
    [
        ("tw.nq.k12._hn04", "xây dựng, chỉnh đốn Đảng", "2019-05-01", "tw.nq.k12.00004"),
        ("tw.nq.k12._hn04", None, "2019-05-01", "tw.nq.k12._hn04"),
        ("tw.nq.x._hn04", "Một số vấn đề cấp bách về xây dựng Đảng hiện nay", "2013-10-22", "tw.nq.k11.00012"),
        ("tw.nq.x._hn04", None, "2013-10-22", "tw.nq.k11._hn04"),
        ("tw.nq.x._hn04", None, None, "tw.nq.x._hn04"),
        ("tw.nq.k13._dai-hoi", None, "2020-12-23", "tw.nq.k13._dai-hoi"),  # cited before it was passed
        ("lhhn-dct.nq.k06._hn09", None, "2024-04-22", "lhhn-dct.nq.k06._hn09"),
    ],
)
def test_a_meeting_means_its_set_or_the_member_that_the_subject_picks(key, subject, published, meant):
    text = "Thực hiện Nghị quyết Trung ương 4 trong toàn ngành."
    citation = cite(text, "Nghị quyết Trung ương 4", "Nghị quyết", canonical=key, subject=subject)
    assert keys(text, citation, published=published) == [meant]


def test_a_meeting_without_a_stated_subject_looks_at_the_words_after_it():
    text = "Thực hiện Nghị quyết TW 4 “Một số vấn đề cấp bách về xây dựng Đảng hiện nay”."
    citation = cite(text, "Nghị quyết TW 4", "Nghị quyết", canonical="tw.nq.x._hn04")
    assert keys(text, citation, published="2013-10-22") == ["tw.nq.k11.00012"]


def test_a_local_congress_is_of_the_one_place_that_the_text_names():
    text = "Thành ủy Hà Nội quán triệt Nghị quyết Đại hội XVII của Đảng bộ Thành phố."
    surface = "Nghị quyết Đại hội XVII của Đảng bộ Thành phố"
    citation = cite(text, surface, "Nghị quyết", canonical="tu-x.nq.k17._dai-hoi")
    assert keys(text, citation) == ["tu-ha-noi.nq.k17._dai-hoi"]


def numbered(text, surface, type_, number, year, symbol, **more):
    return cite(text, surface, type_, kind="full", number=number, year=year, symbol=symbol, **more)


def test_an_anaphor_takes_up_what_the_sentences_are_about_not_the_nearest():
    text = (
        "Chính phủ ban hành Nghị định 58/2022/NĐ-CP. Nghị định này thay thế Nghị định 12/2012/NĐ-CP. "
        "Các bộ phổ biến Nghị định nêu trên."
    )
    found = keys(
        text,
        numbered(text, "Nghị định 58/2022/NĐ-CP", "Nghị định", "58", "2022", "NĐ-CP"),
        cite(text, "Nghị định này", "Nghị định", kind="anaphoric"),
        numbered(text, "Nghị định 12/2012/NĐ-CP", "Nghị định", "12", "2012", "NĐ-CP"),
        cite(text, "Nghị định nêu trên", "Nghị định", kind="anaphoric"),
    )
    assert found == ["cp.nd.2022.00058", "cp.nd.2022.00058", "cp.nd.2012.00012", "cp.nd.2022.00058"]


@pytest.mark.parametrize(
    ("text", "own", "key"),
    [
        ("2. Luật Giáo dục hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.", None, "self"),
        ("Luật Giáo dục được áp dụng, trừ quy định khác của Luật này.", "qh15.l.2024.00031", "self"),
        ("Luật Giáo dục đã cũ. Luật này cần được sửa đổi.", None, "qh14.l.2019.00043"),
        ("Luật Giáo dục đã cũ. Một. Hai. Ba. Bốn. Năm dòng sau, Luật này vẫn được bàn.", None, None),
    ],
)
def test_this_law_is_the_text_itself_or_the_law_that_news_speaks_of(text, own, key):
    found = keys(
        text,
        cite(text, "Luật Giáo dục", "Luật"),
        cite(text, "Luật này", "Luật", kind="anaphoric"),
        own=own,
    )
    assert found == ["qh14.l.2019.00043", key]


def test_this_law_in_quoted_words_is_the_quoted_law():
    text = (
        "Nghị định 12/2012/NĐ-CP đã nêu. Theo Luật Giáo dục: “Cơ sở giáo dục chịu trách nhiệm. "
        "Một. Hai. Ba. Bốn. Học phí theo quy định của Luật này.”"
    )
    found = keys(
        text,
        numbered(text, "Nghị định 12/2012/NĐ-CP", "Nghị định", "12", "2012", "NĐ-CP"),
        cite(text, "Luật Giáo dục", "Luật"),
        cite(text, "Luật này", "Luật", kind="anaphoric"),
    )
    assert found[2] == "qh14.l.2019.00043"


def test_an_anaphor_may_announce_the_number_in_brackets():
    text = "Theo thông báo này (thông báo số 76/TB-VPCP ngày 8/4/2021), lịch học thay đổi."
    found = keys(
        text,
        cite(text, "thông báo này", "Thông báo", kind="anaphoric"),
        numbered(text, "thông báo số 76/TB-VPCP", "Thông báo", "76", None, "TB-VPCP", issued_on="2021-04-08"),
    )
    assert found == ["vpcp.tb.2021.00076"] * 2


def test_an_anaphor_of_another_type_takes_up_nothing():
    text = "Nghị định 12/2012/NĐ-CP còn hiệu lực. Thông tư này thì không."
    (_, anaphor) = resolve(
        text,
        [
            numbered(text, "Nghị định 12/2012/NĐ-CP", "Nghị định", "12", "2012", "NĐ-CP"),
            cite(text, "Thông tư này", "Thông tư", kind="anaphoric"),
        ],
        registry=REGISTRY,
        context=Context(published="2022-12-19"),
    )
    assert (anaphor.canonical, anaphor.evidence, anaphor.confidence) == (None, "open", 0.0)


def test_a_programmes_key_holds_the_one_of_what_it_carries_out():
    text = "Chương trình hành động thực hiện Nghị quyết Trung ương 4 khóa XII được thông qua."
    found = keys(
        text,
        cite(
            text,
            "Chương trình hành động thực hiện Nghị quyết Trung ương 4 khóa XII",
            "Chương trình hành động",
            canonical="x.ctr.x._th~tw.nq.k12._hn04",
        ),
        cite(
            text,
            "Nghị quyết Trung ương 4 khóa XII",
            "Nghị quyết",
            canonical="tw.nq.k12._hn04",
            subject="xây dựng, chỉnh đốn Đảng",
        ),
    )
    assert found == ["x.ctr.x._th~tw.nq.k12.00004", "tw.nq.k12.00004"]
