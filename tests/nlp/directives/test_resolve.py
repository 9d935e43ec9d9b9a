"""Numbered citations of the Party: which clue decides the term, and when none does."""

import pytest

from nlp.directives.evidence import Rule
from nlp.directives.registry import Document, Link, Registry
from nlp.directives.resolve import Context, resolve
from nlp.document import Citation


def document(key, type_, number, issued_on, title=None, **more):
    return Document(key, type_, number=number, issued_on=issued_on, title=title, **more)


REGISTRY = Registry(
    [
        document(
            "tw.ct.k10.00012", "Chỉ thị", "12", "2007-05-03", "giáo dục quốc phòng, an ninh trong tình hình mới"
        ),
        document("tw.ct.k12.00012", "Chỉ thị", "12", "2017-01-05", "bảo đảm an ninh kinh tế"),
        document(
            "tw.ct.k13.00012", "Chỉ thị", "12", "2022-01-05", "nâng cao hiệu quả công tác đối ngoại nhân dân"
        ),
        document("tw.ct.k10.00038", "Chỉ thị", "38", "2009-09-07", "đẩy mạnh công tác bảo hiểm y tế"),
        document("tw.ct.k12.00038", "Chỉ thị", "38", "2019-09-19", "hoạt động của Liên hiệp các tổ chức hữu nghị"),
        document("tw.ct.k13.00038", "Chỉ thị", "38", "2024-07-30", "công tác tiêu chuẩn, đo lường, chất lượng"),
        document("tw.ct.k13.00037", "Chỉ thị", "37", "2024-07-10", "giáo dục nghề nghiệp"),
        document("tw.ct.k13.00039", "Chỉ thị", "39", "2024-10-30", "tín dụng chính sách xã hội"),
        document("tw.ct.k11.00040", "Chỉ thị", "40", "2014-11-22", "tín dụng đối với người nghèo"),
        document("tw.nq.k09.00033", "Nghị quyết", "33", "2003-10-16", "xây dựng và phát triển thành phố Đà Nẵng"),
        document("tw.nq.k11.00033", "Nghị quyết", "33", "2014-06-09", "xây dựng và phát triển văn hóa, con người"),
        document(
            "tw.kl.k13.00012~20210812", "Kết luận", "12", "2021-08-12", "công tác người Việt Nam ở nước ngoài"
        ),
        document("tw.kl.k13.00012~20220406", "Kết luận", "12", "2022-04-06", "phòng, chống tham nhũng, tiêu cực"),
        document(
            "tw.qdi.k12.00008", "Quy định", "8", "2018-10-25", "trách nhiệm nêu gương", numbers=("08-QĐ/TW",)
        ),
        document("tw.kl.x.00098", "Kết luận", "98", None),
        document("tw.kl.k12.00098", "Kết luận", "98", "2020-10-09", "một kết luận khác"),
        document("tw.nq.k13.00057", "Nghị quyết", "57", "2024-12-22", "đột phá phát triển khoa học, công nghệ"),
    ]
)


def said(text, surface, **words):
    start = text.index(surface)
    end = start + len(surface)
    shape = {"kind": "full", "full_start": start, "full_end": end} | words
    return Citation(start, end, surface, **shape)


def directive(text, surface, number, **words):
    return said(text, surface, type="Chỉ thị", number=number, symbol="CT/TW", **words)


def decided(text, *citations, published="2023-06-15", **context):
    context = Context(published=published, **context)
    return [(one.canonical, one.evidence) for one in resolve(text, citations, registry=REGISTRY, context=context)]


@pytest.mark.parametrize(
    ("words", "key", "rule"),
    [
        ({"issued_on": "2017-01-05"}, "tw.ct.k12.00012", Rule.OWN_DATE),
        ({"term": "X"}, "tw.ct.k10.00012", Rule.STATED_TERM),
        ({"issued_on": "2022-01-05", "term": "XII"}, "tw.ct.k13.00012", Rule.OWN_DATE),  # the day beats the term
        ({"year": "2017"}, "tw.ct.k12.00012", Rule.YEAR_WORD),
        ({"subject": "tăng cường an ninh kinh tế"}, "tw.ct.k12.00012", Rule.SUBJECT),
        ({"issued_on": "2024-03-01", "subject": "đối ngoại nhân dân"}, "tw.ct.k13.00012", Rule.SUBJECT),
        ({}, "tw.ct.k13.00012", Rule.LATEST_CANDIDATE),  # a year and a half old
    ],
)
def test_the_first_clue_that_decides_gives_the_term(words, key, rule):
    text = "Các đơn vị triển khai Chỉ thị 12-CT/TW theo hướng dẫn."
    assert decided(text, directive(text, "Chỉ thị 12-CT/TW", "12", **words)) == [(key, rule.slug)]


def test_a_decided_citation_says_its_term_its_scope_and_what_else_was_possible():
    text = "Quán triệt Chỉ thị 12-CT/TW về đối ngoại nhân dân, công tác mới."
    citation = directive(text, "Chỉ thị 12-CT/TW", "12", subject="công tác đối ngoại nhân dân")
    (one,) = resolve(text, [citation], registry=REGISTRY, context=Context(published="2023-06-15"))

    assert (one.term, one.scope, one.confidence) == ("XIII", "party", 0.98)
    assert one.candidates == ("tw.ct.k13.00012", "tw.ct.k12.00012", "tw.ct.k10.00012")


def test_a_document_later_than_the_article_is_no_candidate():
    text = "Thực hiện Chỉ thị 38-CT/TW, các tổ chức thành viên đã báo cáo."
    (one,) = resolve(
        text,
        [directive(text, "Chỉ thị 38-CT/TW", "38")],
        registry=REGISTRY,
        context=Context(published="2023-06-15"),
    )
    assert one.canonical == "tw.ct.x.00038"
    assert one.candidates == ("tw.ct.k12.00038", "tw.ct.k10.00038")
    assert (one.evidence, one.confidence) == ("open", 0.0)


@pytest.mark.parametrize(
    ("text", "published", "key"),
    [
        ("Liên hiệp sơ kết 5 năm thực hiện Chỉ thị 38-CT/TW.", "2024-04-22", "tw.ct.k12.00038"),
        ("Sau mười năm triển khai, thực hiện Chỉ thị 38-CT/TW.", "2019-10-01", "tw.ct.k10.00038"),
        ("Nhìn lại 5 năm; thực hiện Chỉ thị 38-CT/TW.", "2024-04-22", "tw.ct.x.00038"),
    ],
)
def test_years_of_carrying_out_count_back_to_the_year_of_issue(text, published, key):
    found = decided(text, directive(text, "Chỉ thị 38-CT/TW", "38"), published=published)
    assert found == [(key, "open" if ".x." in key else "anniversary")]


def test_without_the_articles_day_an_anniversary_still_excludes_what_is_too_young():
    text = "Sau 15 năm thực hiện Nghị quyết 33/NQ-TƯ, nhiều mục tiêu đã đạt."
    citation = said(text, "Nghị quyết 33/NQ-TƯ", type="Nghị quyết", number="33", symbol="NQ/TW")
    assert decided(text, citation, published=None) == [("tw.nq.k09.00033", "anniversary")]


def test_a_headline_profits_from_the_full_form_far_below():
    text = "Quán triệt Chỉ thị 12\n\nBan Bí thư ban hành Chỉ thị 12-CT/TW ngày 05/01/2022."
    short = said(text, "Chỉ thị 12", kind="short", type="Chỉ thị", number="12")
    full = directive(text, "Chỉ thị 12-CT/TW", "12", issued_on="2022-01-05")
    assert decided(text, short, full) == [("tw.ct.k13.00012", "same-article"), ("tw.ct.k13.00012", "own-date")]


def test_the_subject_gainsays_another_mention():
    text = "Chỉ thị 12-CT/TW ngày 05/01/2017 và Chỉ thị số 12-CT/TW về đối ngoại nhân dân là hai văn bản."
    first = directive(text, "Chỉ thị 12-CT/TW", "12", issued_on="2017-01-05")
    second = directive(text, "Chỉ thị số 12-CT/TW", "12", subject="công tác đối ngoại nhân dân")
    assert decided(text, first, second) == [("tw.ct.k12.00012", "own-date"), ("tw.ct.k13.00012", "subject")]


def test_a_day_out_of_the_order_of_numbers_is_an_events():
    """In the thirteenth term numbers 37 and 39 are of 2024, so that 40 can't be of 2022."""
    text = "Hội nghị quán triệt Chỉ thị 40-CT/TW ngày 20/3/2022 tại Hà Nội."
    registry = Registry([*REGISTRY])
    citation = directive(text, "Chỉ thị 40-CT/TW", "40", issued_on="2022-03-20")
    (one,) = resolve(text, [citation], registry=registry, context=Context(published="2022-03-21"))
    assert (one.canonical, one.evidence) == ("tw.ct.k11.00040", "single-candidate")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ({"issued_on": "2022-04-06"}, "tw.kl.k13.00012~20220406"),
        ({"term": "XIII", "subject": "người Việt Nam ở nước ngoài"}, "tw.kl.k13.00012~20210812"),
        ({"term": "XIII"}, "tw.kl.x.00012"),
    ],
)
def test_two_documents_of_one_number_in_one_term_are_told_apart_or_left_open(words, key):
    text = "Căn cứ Kết luận 12-KL/TW."
    citation = said(text, "Kết luận 12-KL/TW", type="Kết luận", number="12", symbol="KL/TW", **words)
    assert decided(text, citation)[0][0] == key


def test_another_printed_number_of_a_known_document_means_it():
    text = "Theo Quy định 08-QĐ/TW khóa XII."
    citation = said(text, "Quy định 08-QĐ/TW", type="Quy định", number="8", symbol="QĐ/TW", term="XII")
    assert decided(text, citation) == [("tw.qdi.k12.00008", "stated-term")]


def test_a_number_that_the_registry_leaves_open_stays_open():
    text = "Phối hợp tổng kết Kết luận 98-KL/TW."
    citation = said(text, "Kết luận 98-KL/TW", type="Kết luận", number="98", symbol="KL/TW")
    (one,) = resolve(text, [citation], registry=REGISTRY, context=Context(published="2024-04-22"))
    assert (one.canonical, one.candidates) == ("tw.kl.x.00098", ("tw.kl.k12.00098",))


def test_a_short_form_listed_with_the_centres_documents_is_the_centres():
    text = "Học tập CT 12-CT/TW, NQ57 trong tháng này."
    full = directive(text, "CT 12-CT/TW", "12", issued_on="2022-01-05")
    short = said(text, "NQ57", kind="short", type="Nghị quyết", number="57")
    assert decided(text, full, short, published="2025-03-01")[1] == ("tw.nq.k13.00057", "single-candidate")


def test_neighbours_in_a_list_share_the_day_after_the_last():
    text = "Quyết định 158-QĐ/TW và Quyết định 159-QĐ/TW; Chỉ thị 04-CT/TW và Chỉ thị 12-CT/TW năm 2022."
    found = decided(
        text,
        said(text, "Quyết định 158-QĐ/TW", type="Quyết định", number="158", symbol="QĐ/TW"),
        said(
            text, "Quyết định 159-QĐ/TW", type="Quyết định", number="159", symbol="QĐ/TW", issued_on="2012-12-28"
        ),
        directive(text, "Chỉ thị 04-CT/TW", "4"),
        directive(text, "Chỉ thị 12-CT/TW", "12", year="2022"),
    )
    assert [key for key, _ in found] == ["tw.qd.k11.00158", "tw.qd.k11.00159", "tw.ct.x.00004", "tw.ct.k13.00012"]


def test_an_issuer_after_the_last_of_a_list_is_said_of_all():
    text = "Học tập Nghị quyết 56 và Nghị quyết 57 của Bộ Chính trị về khoa học, công nghệ."
    words = {"kind": "short", "type": "Nghị quyết"}
    found = decided(
        text,
        said(text, "Nghị quyết 56", number="56", **words),
        said(text, "Nghị quyết 57", number="57", issuer="Bộ Chính trị", **words),
        published="2025-03-01",
    )
    assert [key for key, _ in found] == ["tw.nq.x.00056", "tw.nq.k13.00057"]


def test_a_short_form_without_an_issuer_is_not_guessed():
    text = "Cuộc họp bàn về Nghị quyết 57."
    short = said(text, "Nghị quyết 57", kind="short", type="Nghị quyết", number="57")
    assert decided(text, short, published="2025-03-01") == [("x.nq.x.00057", "open")]


def test_a_subject_that_shares_nothing_speaks_against_the_only_candidate():
    text = "Nghị quyết 57-NQ/TW về cải cách chế độ tiền lương cán bộ, công chức."
    citation = said(
        text,
        "Nghị quyết 57-NQ/TW",
        type="Nghị quyết",
        number="57",
        symbol="NQ/TW",
        subject="cải cách chế độ tiền lương cán bộ, công chức",
    )
    assert decided(text, citation, published="2025-03-01") == [("tw.nq.x.00057", "open")]


def test_the_texts_own_number_is_itself():
    text = "Số 12-CT/TW\n\nCHỈ THỊ"
    citation = directive(text, "Số 12-CT/TW", "12", issued_on="2022-01-05")
    assert decided(text, citation, own="tw.ct.k13.00012") == [("self", "self")]


def test_a_registry_link_decides_for_the_document_of_the_same_text():
    text = "Thông tư 05/2012/TT-BNG hướng dẫn thi hành Nghị định 12 hết hiệu lực."
    registry = Registry(
        [
            document("cp.nd.2012.00012", "Nghị định", "12", "2012-03-01"),
            document("cp.nd.2019.00012", "Nghị định", "12", "2019-02-01"),
            document(
                "bng.tt.2012.00005", "Thông tư", "5", "2012-11-12", links=(Link("guides", "cp.nd.2012.00012"),)
            ),
        ]
    )
    guide = said(text, "Thông tư 05/2012/TT-BNG", type="Thông tư", number="5", year="2012", symbol="TT-BNG")
    short = said(text, "Nghị định 12", kind="short", type="Nghị định", number="12")
    found = resolve(text, [guide, short], registry=registry, context=Context(published="2023-06-15"))
    assert [(one.canonical, one.evidence) for one in found] == [
        ("bng.tt.2012.00005", "printed"),
        ("cp.nd.2012.00012", "linked"),
    ]


def test_ten_documents_of_one_number_change_nothing_that_a_clue_decides():
    grown = REGISTRY.with_(
        document(
            f"tw.ct.k{term:02}.00012", "Chỉ thị", "12", f"{year}-06-01", "một chủ đề khác hẳn, số " + str(term)
        )
        for term, year in ((3, 1961), (4, 1977), (5, 1983), (6, 1988), (7, 1992), (8, 1997), (9, 2002), (11, 2012))
    )
    text = "Sau 5 năm thực hiện Chỉ thị 12-CT/TW về an ninh kinh tế, tình hình đã khác."
    by_subject = directive(text, "Chỉ thị 12-CT/TW", "12", subject="bảo đảm an ninh kinh tế")
    by_years = directive(text, "Chỉ thị 12-CT/TW", "12")
    for citation, rule in ((by_subject, "subject"), (by_years, "anniversary")):
        (one,) = resolve(text, [citation], registry=grown, context=Context(published="2022-02-01"))
        assert (one.canonical, one.evidence) == ("tw.ct.k12.00012", rule)
