"""What a text says is done to a document: sentences written for this, with the citations put in by hand."""

import re

import pytest

from nlp.directives.registry import Document, Registry
from nlp.directives.relations import relate
from nlp.document import Citation, Relation
from nlp.normalize import standard

NONE = Registry(())
# A citation in the sentences below is [words|type|key]; brackets inside one are its inner citation.
_MARK = re.compile(r"\[([^|\[\]]+)\|([^|\[\]]*)\|([^|\[\]]+)\]")


def read(marked: str) -> tuple[str, list[Citation]]:
    """The text without marks, and its citations."""
    text, citations, end = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[end : found.start()]
        start = len(text)
        text += found[1]
        end = found.end()
        citations.append(
            Citation(start, len(text), found[1], start, len(text), "full", found[2], canonical=found[3])
        )
    return standard(text + marked[end:]), citations


def said(marked: str, registry: Registry = NONE) -> list[tuple[str, str, str]]:
    text, citations = read(marked)
    return [(one.source, one.relation, one.to) for one in relate(text, citations, registry=registry)]


ND58 = "[Nghị định số 58/2022/NĐ-CP|Nghị định|cp.nd.2022.00058]"
ND12 = "[Nghị định số 12/2012/NĐ-CP|Nghị định|cp.nd.2012.00012]"
ND80 = "[Nghị định số 80/2020/NĐ-CP|Nghị định|cp.nd.2020.00080]"
CT05 = "[Chỉ thị số 05-CT/TW|Chỉ thị|tw.ct.k12.00005]"
KL01 = "[Kết luận số 01-KL/TW|Kết luận|tw.kl.k13.00001]"
NQ57 = "[Nghị quyết số 57-NQ/TW|Nghị quyết|tw.nq.k13.00057]"
NQ71 = "[Nghị quyết số 71/NQ-CP|Nghị quyết|cp.nq.2025.00071]"
QD58 = "[Quyết định số 58-QĐ/TW|Quyết định|tw.qd.k10.00058]"
QD179 = "[Quy định số 179-QĐ/TW|Quy định|tw.qd.k12.00179]"
HERE = "[Nghị định này|Nghị định|self]"


@pytest.mark.parametrize(
    ("marked", "relation"),
    [
        (f"Tỉnh đang triển khai nghiêm túc {CT05}.", "implements"),
        (f"Xã tiếp tục thực hiện {CT05} trong năm nay.", "implements"),
        (f"Huyện tổ chức quán triệt {CT05} đến đảng viên.", "studies"),
        (f"Đảng bộ tổng kết 10 năm thực hiện {CT05}.", "reviews"),
        (f"Hội nghị nhìn lại năm năm triển khai thực hiện {CT05}.", "reviews"),
        (f"Bộ đang nghiên cứu sửa đổi, bổ sung {ND12}.", "amends"),
        (f"Cơ sở bị phạt vì vi phạm {ND12}.", "violates"),
        (f"Mức phạt theo quy định tại {ND12} là ba triệu đồng.", "cites"),
        (f"Chính phủ đồng ý thể chế hóa {CT05}.", "institutionalises"),
        (f"Bộ ban hành văn bản hướng dẫn thi hành {ND12}.", "guides"),
    ],
)
def test_what_people_do_to_a_document(marked: str, relation: str) -> None:
    assert [(source, what) for source, what, _ in said(marked)] == [("activity", relation)]


def test_of_the_verbs_of_one_group_the_one_that_says_most_counts() -> None:
    text, citations = read(f"Chi bộ quán triệt, tuyên truyền và tổ chức thực hiện tốt {CT05}.")

    assert relate(text, citations, registry=NONE) == (
        Relation(
            "activity",
            "tw.ct.k12.00005",
            "studies",
            "quán triệt, tuyên truyền và tổ chức thực hiện tốt",
            7,
            56,
        ),
    )


def test_the_cue_of_a_review_holds_its_years() -> None:
    text, citations = read(f"Đảng ủy sơ kết 5 năm thực hiện {CT05}.")

    assert [one.cue for one in relate(text, citations, registry=NONE)] == ["sơ kết 5 năm thực hiện"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"{ND58} ngày 31/8/2022 thay thế {ND12}.", [("cp.nd.2022.00058", "replaces", "cp.nd.2012.00012")]),
        (
            f"Chính phủ ban hành {ND58} về tổ chức nước ngoài, có hiệu lực từ tháng 11 và thay thế {ND12}.",
            [("cp.nd.2022.00058", "replaces", "cp.nd.2012.00012")],
        ),
        (
            f"Chính phủ vừa ban hành {ND58}. Nghị định thay thế {ND12}.",
            [("cp.nd.2022.00058", "replaces", "cp.nd.2012.00012")],
        ),
        (f"{ND12} được thay thế bằng {ND58}.", [("cp.nd.2022.00058", "replaces", "cp.nd.2012.00012")]),
        (f"{ND12} (sửa đổi, bổ sung tại {ND80})", [("cp.nd.2020.00080", "amends", "cp.nd.2012.00012")]),
        (
            f"{ND80} sửa đổi {ND12} hướng dẫn [Luật Đất đai|Luật|qh11.l.2003.00013].",
            [
                ("cp.nd.2020.00080", "amends", "cp.nd.2012.00012"),
                ("cp.nd.2012.00012", "guides", "qh11.l.2003.00013"),
            ],
        ),
        (
            f"{ND58} sửa đổi {ND80} và bãi bỏ {ND12}.",
            [
                ("cp.nd.2022.00058", "amends", "cp.nd.2020.00080"),
                ("cp.nd.2022.00058", "repeals", "cp.nd.2012.00012"),
            ],
        ),
        (f"{HERE} thay thế {ND12}.", [("self", "replaces", "cp.nd.2012.00012")]),
        (
            f"{KL01} về tiếp tục thực hiện {CT05}",
            [("tw.kl.k13.00001", "continues", "tw.ct.k12.00005")],
        ),
        (
            f"[Hướng dẫn số 03-HD/BTGTW|Hướng dẫn|btgtw.hd.k13.00003] về thực hiện {NQ57}",
            [("btgtw.hd.k13.00003", "guides", "tw.nq.k13.00057")],
        ),
        (
            f"{NQ71} của Chính phủ ban hành Chương trình hành động của Chính phủ thực hiện {NQ57}",
            [("cp.nq.2025.00071", "implements", "tw.nq.k13.00057")],
        ),
    ],
)
def test_what_one_document_does_to_another(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(marked) == expected


def test_what_loses_its_force_is_what_was_amended_and_not_what_amended_it() -> None:
    text = f"{ND12} đã được sửa đổi, bổ sung một số điều theo {ND80} hết hiệu lực kể từ ngày {HERE} có hiệu lực."

    assert said(text) == [
        ("cp.nd.2020.00080", "amends", "cp.nd.2012.00012"),
        ("self", "repeals", "cp.nd.2012.00012"),
    ]


def test_a_whole_list_loses_its_force() -> None:
    assert said(f"{ND12} và {ND80} hết hiệu lực kể từ ngày {HERE} có hiệu lực thi hành.") == [
        ("self", "repeals", "cp.nd.2012.00012"),
        ("self", "repeals", "cp.nd.2020.00080"),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        f"Xã triển khai {CT05} và {KL01}.",
        f"Xã triển khai {CT05} ngày 15/5/2016 của Bộ Chính trị và {KL01}.",
        "Xã triển khai [Chỉ thị số 05-CT/TW|Chỉ thị|tw.ct.k12.00005], [Chỉ thị 06|Chỉ thị|tw.kl.k13.00001].",
    ],
)
def test_a_cue_goes_for_a_whole_list(marked: str) -> None:
    assert [to for _, _, to in said(marked)] == ["tw.ct.k12.00005", "tw.kl.k13.00001"]


def test_a_comma_before_another_type_may_open_another_clause() -> None:
    assert said(f"Thực hiện {CT05}, {ND12} nêu rõ mức phạt.") == [("activity", "implements", "tw.ct.k12.00005")]


@pytest.mark.parametrize(
    "marked",
    [
        f"Bộ trình Chính phủ dự thảo Nghị định thay thế {ND12}.",
        f"{ND80} còn hạn chế nên Bộ đề xuất sửa đổi, thay thế {ND12}.",
    ],
)
def test_what_is_proposed_is_no_documents_doing_and_its_cue_says_so(marked: str) -> None:
    text, citations = read(marked)

    (one,) = relate(text, citations, registry=NONE)
    assert (one.source, one.relation) == ("activity", "replaces")
    assert one.cue.startswith(("dự thảo", "trình", "đề xuất"))


def test_what_is_done_to_a_part_amends_the_whole() -> None:
    assert said(f"{ND58} bãi bỏ khoản 2 Điều 5 {ND12}.") == [("cp.nd.2022.00058", "amends", "cp.nd.2012.00012")]


def test_an_annex_is_replaced_with_the_decision_that_it_came_with() -> None:
    marked = f"{QD179} thay thế Quy chế kiểm tra công tác cán bộ ban hành kèm theo {QD58}."
    assert said(marked) == [("tw.qd.k12.00179", "replaces", "tw.qd.k10.00058")]


def test_a_document_does_nothing_to_a_later_one() -> None:
    assert said(f"{ND12} thay thế {ND58}.") == []
    assert said(
        f"{KL01} thay thế {CT05}.", Registry([Document("tw.ct.k12.00005", "Chỉ thị", issued_on="2016-05-15")])
    ) == [("tw.kl.k13.00001", "replaces", "tw.ct.k12.00005")]


@pytest.mark.parametrize(
    "marked",
    [
        f"Quận không thực hiện {CT05}.",
        f"Các cấp ủy có trách nhiệm phổ biến {CT05} đến chi bộ.",
        f"Tỉnh triển khai nhiều việc. {CT05} được ban hành năm 2016.",
        f"Sở triển khai dự án khu đô thị mới, {CT05} nêu rõ yêu cầu này.",
        f"Đội tuyển thay thế cầu thủ chấn thương khi {CT05} vừa ra.",
        f"{ND12} hết hiệu lực từ năm ngoái.",
    ],
)
def test_words_that_say_nothing_of_the_document(marked: str) -> None:
    assert said(marked) == []


def test_either_placing_of_tone_marks_will_do() -> None:
    for words in ("thể chế hóa", "thể chế hoá"):
        assert said(f"Chính phủ {words} {CT05}.") == [("activity", "institutionalises", "tw.ct.k12.00005")]
