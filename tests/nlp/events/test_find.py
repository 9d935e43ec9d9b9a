"""What meetings a report tells of.  In the texts, P{…}, O{…} and L{…} are a person, a body and a place."""

import re
import time

import pytest

from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Citation, Entity, Event, Quote
from nlp.events.find import find
from nlp.normalize import standard

_MARK = re.compile(r"([POL])\{([^}]*)\}")
_TYPES = {"P": "PER", "O": "ORG", "L": "LOC"}


def read(marked: str, *, quoted: str = "") -> tuple[str, AnnotatedDocument]:
    """The text without marks, with its entities; a quotation by the last one for `quoted`."""
    text, entities, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        entities.append(
            Entity(len(text), len(text) + len(found[2]), found[2], _TYPES[found[1]], found[2])  # type: ignore[arg-type]  # a known type
        )
        text += found[2]
        at = found.end()
    text += marked[at:]
    quotes = ()
    if quoted:
        start = text.index(quoted)
        quotes = (Quote(start, start + len(quoted), quoted, entities[-1].canonical, None, direct=False),)
    assert standard(text) == text
    return text, AnnotatedDocument(entities=tuple(entities), quotes=quotes)


def events(marked: str, *, published: str | None = "2013-05-30", title: str | None = None) -> tuple[Event, ...]:
    text, document = read(marked)
    found = find(text, document, context=Context(published=published, title=title))
    assert [one.main for one in found] == [True, *[False] * (len(found) - 1)] or not found
    for one in found:
        if one.start is not None:
            assert " ".join(text[one.start : one.end].split()) == one.name
    return found


def main(marked: str, *, published: str | None = "2013-05-30", title: str | None = None) -> Event:
    return events(marked, published=published, title=title)[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Sáng 28/5, O{Hội Nuôi ong} tổ chức Hội nghị tổng kết năm 2012 và triển khai nhiệm vụ năm 2013.",
            "Hội nghị tổng kết năm 2012 và triển khai nhiệm vụ năm 2013",
            "hội nghị",
        ),
        (
            "Ngày 28/5, O{Hội Nuôi ong} tổ chức Đại hội lần thứ IV, nhiệm kỳ 2013-2018, thu hút nhiều người.",
            "Đại hội lần thứ IV, nhiệm kỳ 2013-2018",
            "đại hội",
        ),
        (
            'Hôm qua, O{Viện Lúa} đã mở toạ đàm "Hạt giống tốt, mùa vàng" với sự tham gia của nông dân.',
            'toạ đàm "Hạt giống tốt, mùa vàng"',
            "toạ đàm",
        ),
        (
            "Chiều 27/5, tại L{Huế} diễn ra lễ khai mạc Tuần lễ áo dài năm 2013 do O{Sở Văn hoá} tổ chức.",
            "lễ khai mạc Tuần lễ áo dài năm 2013",
            "lễ",
        ),
        (
            "Ngày 28-5, O{HĐND tỉnh Bắc Kạn} khai mạc kỳ họp thứ 7 để bàn về ngân sách.",
            "kỳ họp thứ 7",
            "kỳ họp",
        ),
        (
            "Sáng 28/5, O{Sở Y tế} tổ chức hội thảo về an toàn cho bác sĩ, y tá, hộ lý và người bệnh tại L{Vinh}.",
            "hội thảo về an toàn cho bác sĩ, y tá, hộ lý và người bệnh",
            "hội thảo",
        ),
        (
            "Chiều 28/5, Bộ trưởng P{Lê Văn Sáu} đã tiếp Đại sứ Cuba P{Maria Lopez} nhân dịp năm mới.",
            "Bộ trưởng Lê Văn Sáu đã tiếp Đại sứ Cuba Maria Lopez",
            "tiếp",
        ),
        (
            "Ngày 28/5, đoàn công tác do ông P{Trần Văn Bảy} dẫn đầu đã làm việc với O{Hội Làm vườn Việt Nam}.",
            "đoàn công tác do ông Trần Văn Bảy dẫn đầu đã làm việc với Hội Làm vườn Việt Nam",
            "làm việc",
        ),
    ],
)
def test_a_meeting_is_named_from_its_kind_to_its_natural_end(text, name, kind):
    found = main(text)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("when", "published", "date"),
    [
        ("Sáng 28/5", "2013-05-30", "2013-05-28"),
        ("Ngày 28-12", "2013-01-02", "2012-12-28"),
        ("Ngày 28.5.2012", "2013-05-30", "2012-05-28"),
        ("Ngày 28 tháng 5 năm 2012", None, "2012-05-28"),
        ("Sáng nay", "2013-05-30", "2013-05-30"),
        ("Sáng nay (29/5)", "2013-05-30", "2013-05-29"),
        ("Tối qua", "2013-06-01", "2013-05-31"),
        ("Chiều thứ sáu", "2013-06-01", "2013-05-31"),
        ("Trong hai ngày 12 và 13/5", "2013-05-30", "2013-05-12/2013-05-13"),
        ("Từ ngày 3 đến 5-6", "2013-05-30", "2013-06-03/2013-06-05"),
        ("Từ ngày 30/5 đến ngày 1/6/2012", None, "2012-05-30/2012-06-01"),
        ("Tháng 5/2012", None, "2012-05"),
        ("Sáng 28/5", None, None),
        ("Ngày 31/2", "2013-05-30", None),
        ("Vừa qua", "2013-05-30", None),
        ("Sáng 28/5", "30 tháng 5", None),
        ("Sáng 28/5", "2013-05-30T08:00+07:00", "2013-05-28"),
    ],
)
def test_a_day_is_resolved_by_the_article_s_own(when, published, date):
    text = f"{when}, tại L{{Hà Nội}}, O{{Hội Làm vườn Việt Nam}} tổ chức Hội nghị bàn về cây ăn quả."
    assert main(text, published=published).date == date


@pytest.mark.parametrize(
    ("name", "more", "date"),
    [
        ("Hội nghị tổng kết công tác năm 2012", "", "2012-12-19"),
        ("Đại hội lần thứ IV, nhiệm kỳ 2015-2020", "", "2015-12-19"),
        ("Hội nghị bàn về cây ăn quả", "Tháng 9/2014, Hội đã họp bàn.", "2014-12-19"),
        ("Hội nghị bàn về cây ăn quả", "Sản lượng năm 2014 tăng, mục tiêu đến năm 2030 là gấp đôi.", "2014-12-19"),
    ],
)
def test_an_undated_article_is_of_the_year_that_it_states(name, more, date):
    text = f"Ngày 19/12, tại L{{Hà Nội}}, O{{Hội Làm vườn Việt Nam}} tổ chức {name}. {more}"
    assert main(text, published=None).date == date


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("tại L{Hà Nội}", "Hà Nội"),
        ("tại trụ sở O{Hội Làm vườn Việt Nam}", "trụ sở Hội Làm vườn Việt Nam"),
        ("tại phòng họp số 3 O{UBND tỉnh}", "phòng họp số 3 UBND tỉnh"),
        ("tại Nhà văn hoá Lao động (L{Huế})", "Nhà văn hoá Lao động (Huế)"),
        ("tại TP. L{Huế}", "TP. Huế"),
        ("tại công trường Nhà máy Mật", "công trường Nhà máy Mật"),
        ("tại buổi giao ban", None),
    ],
)
def test_the_place_stands_after_tai(where, place):
    text = f"Sáng 28/5, {where}, O{{Hội Nuôi ong}} đã tổ chức Hội nghị tổng kết công tác năm 2012."
    assert main(text).place == place


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Ông P{Lê Văn Sáu}, Chủ tịch; bà P{Trần Thị Tám} chủ trì Hội nghị.", ("Lê Văn Sáu", "Trần Thị Tám")),
        ("Hội nghị diễn ra dưới sự chủ trì của ông P{Lê Văn Sáu}.", ("Lê Văn Sáu",)),
        ("Chủ trì Hội nghị có: P{Lê Văn Sáu}, Chủ tịch; P{Trần Thị Tám}.", ("Lê Văn Sáu", "Trần Thị Tám")),
        ("Tại phiên này, ông P{Lê Văn Sáu} sẽ điều hành.", ("Lê Văn Sáu",)),
        ("Ông P{Lê Văn Sáu}, Giám đốc điều hành công ty, có mặt.", ()),
        ("Ông P{Lê Văn Sáu} giao Sở Y tế chủ trì, phối hợp với các sở khác.", ()),
    ],
)  # fmt: skip
def test_chairs_are_those_who_preside(text, chairs):
    opening = "Sáng 28/5, tại L{Hà Nội}, O{Hội Làm vườn Việt Nam} tổ chức Hội nghị bàn về cây ăn quả.\n"
    assert main(opening + text).chairs == chairs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("O{Hội Nuôi ong} tổ chức hội nghị đánh giá năm năm nuôi ong.", "hội nghị đánh giá năm năm nuôi ong"),
        ("O{Hội Nuôi ong} tổ chức toạ đàm với 16 tổ chức nước ngoài.", "toạ đàm với 16 tổ chức nước ngoài"),
        ("O{Hội Nuôi ong} tổ chức Hội thảo: “Ong và hoa”.", "Hội thảo: “Ong và hoa”"),
        ("O{Hội Nuôi ong} tổ chức lễ vinh danh, trao quà cho thợ.", "lễ vinh danh, trao quà cho thợ"),
        ("Chủ tịch P{Lê Văn Sáu} đã tiếp 50 em thiếu nhi.", "Chủ tịch Lê Văn Sáu đã tiếp 50 em thiếu nhi"),
        ("ông P{Lê Sáu} và ông P{John Smith} đã hội đàm.", "ông Lê Sáu và ông John Smith đã hội đàm"),
        ("ông P{Lê Sáu} vừa ký ban hành Quyết định số 12 về nuôi ong.", "ký ban hành Quyết định số 12"),
        ("O{Hội Nuôi ong} dự “Ngày hội ong rừng” lần đầu được tổ chức.", "Ngày hội ong rừng"),
        ("O{Hội Nuôi ong} tổ chức hội nghị với doanh nghiệp nhỏ và vừa.", "hội nghị với doanh nghiệp nhỏ và vừa"),
        ("O{Hội Nuôi ong} tổ chức hội nghị lấy ý kiến cá nhân và tổ chức về giá mật.",
         "hội nghị lấy ý kiến cá nhân và tổ chức về giá mật"),
        ("O{Hội Nuôi ong} tổ chức hội thảo góp ý tiêu chuẩn mật ong.", "hội thảo góp ý tiêu chuẩn mật ong"),
        ("O{Hội Nuôi ong} tổ chức hội nghị \"Ong và hoa” tại L{Huế}.", "hội nghị \"Ong và hoa”"),
        ("O{Hội Nuôi ong} tổ chức hội thảo “Ong và hoa do O{Trường Nghề} đề xướng.", "hội thảo “Ong và hoa"),
        ("O{Hội Nuôi ong} tổ chức Hội nghị Nhân giống ong, góp phần tăng thu nhập.",
         "Hội nghị Nhân giống ong, góp phần tăng thu nhập"),
        ("O{Hội Nuôi ong} tổ chức Lễ phát động “Ngày ong rừng” toàn quốc năm 2013.",
         "Lễ phát động “Ngày ong rừng” toàn quốc năm 2013"),
        ("O{Hội Nuôi ong} tổ chức toạ đàm nhân dịp ra mắt sách “Ong”.", "toạ đàm nhân dịp ra mắt sách “Ong”"),
        ("O{Hội Nuôi ong} dự Diễn đàn Mật ong lần thứ 12, sự kiện lớn nhất năm.", "Diễn đàn Mật ong lần thứ 12"),
        ("O{Công ty Mật} tổ chức ĐHĐCĐ thường niên 2013.", "ĐHĐCĐ thường niên 2013"),
        ("ông P{Lê Sáu} đã tiếp lãnh đạo các tập đoàn lớn.", "ông Lê Sáu đã tiếp lãnh đạo các tập đoàn lớn"),
        ("O{Hội Nuôi ong} dự hội nghị ngày 28/5 bàn về nhân giống.", "hội nghị ngày 28/5 bàn về nhân giống"),
        ("O{Tiểu ban Ong} tổ chức phiên họp lần thứ hai.", "phiên họp lần thứ hai Tiểu ban Ong"),
    ],
)  # fmt: skip
def test_names_keep_what_belongs_to_them(text, name):
    assert main(f"Ngày 28/5, {text}").name == name


def test_a_review_of_a_cited_directive_is_of_so_many_years_later():
    text = "Sáng 20/8, hội nghị sơ kết 3 năm thực hiện Chỉ thị 05-CT/TW diễn ra tại Hà Nội."
    start = text.index("Chỉ thị")
    end = start + len("Chỉ thị 05-CT/TW")
    cited = Citation(start, end, text[start:end], start, end, "full", canonical="tw.ct.k12.00005")
    (found,) = find(text, AnnotatedDocument(citations=(cited,)), context=Context())
    assert found.date == "2019-08-20"  # the directive is of May 2016


def test_two_spellings_of_one_meeting_are_one():
    found = events(
        "Sáng 28/5, O{Hội Nuôi ong} khai mạc Hội nghị toàn quốc các nhà nuôi ong. Hội nghị các nhà nuôi ong"
        " toàn quốc được tổ chức tại L{Huế}."
    )
    assert len(found) == 1


def test_the_title_may_open_the_text():
    found = main(
        "Người nuôi ong gặp nhau\n\nSáng 28/5, tại L{Huế}, O{Hội Nuôi ong} tổ chức Hội nghị bàn về ong rừng.",
        title="Người nuôi ong gặp nhau",
    )
    assert (found.name, found.date, found.place) == ("Hội nghị bàn về ong rừng", "2013-05-28", "Huế")


def test_speakers_come_in_the_order_of_the_text_and_guests_after_them():
    found = main(
        "Sáng 28/5, O{Hội Làm vườn Việt Nam} tổ chức Hội nghị bàn về cây ăn quả.\n"
        "Đến dự Hội nghị có ông P{Lê Văn Sáu}, bà P{Trần Thị Tám} và ông P{Ngô Văn Chín}.\n"
        "Phát biểu khai mạc Hội nghị, bà P{Trần Thị Tám} chào mừng các đại biểu. (Ảnh: P{Hoàng Mười})\n"
        "Ông P{Lê Văn Sáu} trình bày báo cáo. Hơn 200 đại biểu đã tham dự.\n"
    )
    assert found.speakers == ("Trần Thị Tám", "Lê Văn Sáu")
    assert found.attendees == ("Ngô Văn Chín",)
    assert found.attendance == 200
    assert found.organizer == "Hội Làm vườn Việt Nam"


def test_whoever_is_quoted_spoke():
    text, document = read(
        "Ngày 28/5, tại L{Vinh} diễn ra Hội nghị bàn về cây ăn quả. Ông P{Lê Văn Sáu} cho biết vườn đã xanh.",
        quoted="vườn đã xanh",
    )
    (found,) = find(text, document, context=Context(published="2013-05-30"))
    assert found.speakers == ("Lê Văn Sáu",)


def test_the_host_of_a_reception_presides():
    found = main("Chiều 28/5, tại L{Hà Nội}, Bộ trưởng P{Lê Văn Sáu} tiếp Đại sứ Cuba P{Maria Lopez}.")
    assert (found.kind, found.chairs, found.place) == ("tiếp", ("Lê Văn Sáu",), "Hà Nội")


def test_an_ordinal_a_term_and_a_screen_are_kept():
    found = main(
        "Sáng 28/5, O{Hội Nuôi ong} tổ chức trực tuyến Đại hội lần thứ IV, nhiệm kỳ 2013-2018 tại L{Vinh}."
    )
    assert (found.ordinal, found.period, found.online) == ("IV", "2013-2018", True)


def test_what_a_document_is_named_after_is_not_the_event():
    found = main(
        "Sáng 28/5, O{Hội Nuôi ong} tổ chức Hội nghị triển khai Nghị quyết Đại hội lần thứ V của Hội. Thực hiện"
        " Nghị quyết Đại hội lần thứ V, các chi hội đã trồng nhiều cây."
    )
    assert found.name == "Hội nghị triển khai Nghị quyết Đại hội lần thứ V của Hội"


def test_another_meeting_with_a_day_of_its_own_stands_beside_the_main_one():
    first, second = events(
        "Sáng 28/5, tại L{Hà Nội}, O{Hội Nuôi ong} tổ chức Hội nghị bàn về cây ăn quả. Hội cũng chọn đại biểu dự"
        " Đại hội toàn quốc các nhà làm vườn, sẽ được tổ chức vào tháng 9/2013."
    )
    assert (first.name, first.date) == ("Hội nghị bàn về cây ăn quả", "2013-05-28")
    assert (second.name, second.date) == ("Đại hội toàn quốc các nhà làm vườn", "2013-09")
    assert second.chairs == second.speakers == ()


def test_what_happens_on_another_day_has_other_speakers():
    found = main(
        "Sáng 28/5, O{Hội Làm vườn Việt Nam} tổ chức Hội nghị bàn về cây ăn quả.\n"
        "Bà P{Trần Thị Tám} phát biểu tại Hội nghị.\n"
        "Trước đó, ngày 3/5, ông P{Ngô Văn Chín} phát biểu tại một lớp học."
    )
    assert found.speakers == ("Trần Thị Tám",)


def test_two_that_met_name_a_meeting_that_has_no_name():
    found = main(
        "Ông P{Lê Văn Sáu} cảm ơn ông P{John Smith} vì đã thăm vườn. Ông P{John Smith} khen vườn đẹp. Cuộc gặp đã"
        " diễn ra vui vẻ. Ông P{Lê Văn Sáu} tặng khách một giỏ cam."
    )
    assert (found.name, found.kind, found.start) == ("Cuộc gặp giữa Lê Văn Sáu và John Smith", "tiếp", None)


def test_a_body_that_met_names_a_meeting_that_has_no_name():
    found = main(
        "Chiều 28/5, O{Ban Chỉ đạo nuôi ong tỉnh} tiếp tục họp về việc chống rét cho ong. Cuộc họp do ông"
        " P{Lê Văn Sáu} chủ trì."
    )
    assert (found.name, found.kind, found.date) == ("họp Ban Chỉ đạo nuôi ong tỉnh", "phiên họp", "2013-05-28")
    assert found.chairs == ("Lê Văn Sáu",)


def test_a_report_that_opens_in_the_midst_of_a_meeting_is_of_those_who_met():
    found = main(
        "Tại buổi tiếp, ông P{Lê Văn Sáu} cảm ơn ông P{John Smith} vì đã thăm vườn. Ông P{John Smith} khen vườn"
        " đẹp. Ông P{Lê Văn Sáu} tặng khách một giỏ cam."
    )
    assert (found.name, found.kind) == ("Buổi tiếp giữa Lê Văn Sáu và John Smith", "tiếp")


def test_who_speaks_at_a_meeting_does_not_hold_it():
    found = main(
        "Ngày 28/5, theo kết luận của ông P{Lê Sáu} tại cuộc làm việc với O{Hội Nuôi ong}, giá mật sẽ tăng."
    )
    assert found.name == "cuộc làm việc với Hội Nuôi ong"


def test_what_a_guest_does_is_not_what_the_host_does():
    found = main(
        "Ngày 28/5, ông P{Lê Sáu} đã tiếp ông P{John Smith}, chuyên gia của O{Hội Mật} làm việc tại L{Huế}."
    )
    assert (found.name, found.kind) == ("ông Lê Sáu đã tiếp ông John Smith", "tiếp")


def test_the_number_of_a_meeting_makes_its_name():
    found = main(
        "Ngày 28/5, Hội nghị trực tuyến Nuôi ong O{ASEAN} lần thứ 5 với chủ đề “Ong và hoa”. Hội nghị Nuôi ong"
        " O{ASEAN} diễn ra sôi nổi."
    )
    assert found.name == "Hội nghị trực tuyến Nuôi ong ASEAN lần thứ 5"


def test_the_days_of_a_journey_are_not_those_of_a_meeting_in_its_course():
    found = main(
        "Ngày 29/5, trong khuôn khổ chuyến thăm L{Lào} ba ngày (27 - 29/5), Bộ trưởng P{Lê Văn Sáu} có cuộc"
        " hội đàm với Bộ trưởng P{Bounmy Keo}."
    )
    assert found.date == "2013-05-29"


def test_the_place_beside_the_opening_day_is_that_of_the_meeting():
    found = main(
        "Ngày 28/5, tại thành phố L{Huế}, ông P{Lê Văn Sáu} và ông P{John Smith} đã bàn về cây cam. Buổi làm việc"
        " song phương diễn ra vào cuối tháng 5 năm 2013. Ông P{Lê Văn Sáu} cảm ơn ông P{John Smith}."
    )
    assert (found.kind, found.date, found.place) == ("làm việc", "2013-05-28", "thành phố Huế")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "Giá vàng sáng 28/5 giảm 200.000 đồng mỗi lượng, theo O{Công ty Vàng}.",
        "Đội L{Vinh} thắng 2-1 trên sân nhà chiều 28/5, ông P{Lê Văn Sáu} nói sau trận đấu.",
        "Kỳ nghỉ lễ 30/4 năm nay kéo dài năm ngày, nhiều người về quê.",
        "Công an bắt P{Lê Văn Sáu} ngày 28/5 tại L{Huế} vì trộm xe máy.",
    ],
)
def test_an_article_that_reports_no_meeting_has_no_event(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "hội nghị " * 20_000,
        "tổ chức Hội nghị bàn về " + "cây, " * 30_000,
        "ngày 1/2 và " * 20_000,
        "tại tại tại " * 20_000,
        "chủ trì phát biểu tiếp với " * 10_000,
        "(" * 50_000 + "hội nghị toàn quốc",
        "x" * 300_000,
        "1/1/1/1/1/1 " * 20_000,
        '"' * 60_000,
    ],
)
def test_hostile_texts_cost_no_more_than_their_length(text):
    began = time.perf_counter()
    find(text, AnnotatedDocument(), context=Context(published="2013-05-30", title=text[:2000]))
    assert time.perf_counter() - began < 2
