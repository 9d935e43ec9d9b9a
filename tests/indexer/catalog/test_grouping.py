"""Reports of one event are one event, whatever the order in which they come; of two events they are not."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from crawler.database import writing
from indexer import events as reading
from indexer.catalog import events
from indexer.catalog.gatherings import report
from nlp.document import AnnotatedDocument, Entity, Event

Tell = Callable[..., str]
Tie = Callable[[], tuple[str, ...]]

REVIEW = Event(
    name="Hội nghị tổng kết công tác đối ngoại nhân dân năm 2022",
    kind="hội nghị",
    date="2022-12-19",
    place="Hà Nội",
    organizer="Ban Đối ngoại Trung ương",
    chairs=("Trần Thị Lam", "Lê Văn Quế"),
    speakers=("Phạm Thu Trà",),
    main=True,
)
SHORT = replace(
    REVIEW, name="hội nghị tổng kết công tác đối ngoại nhân dân", chairs=("Trần Thị Lam",), speakers=(), place=None
)


def doc(*found: Event) -> AnnotatedDocument:
    bodies = {one.organizer for one in found if one.organizer}
    people = {name for one in found for name in (*one.chairs, *one.speakers, *one.attendees)}
    return AnnotatedDocument(
        entities=(
            *(Entity(0, len(name), name, "ORG", name) for name in sorted(bodies)),
            *(Entity(0, len(name), name, "PER", name) for name in sorted(people)),
        ),
        events=found,
    )


def groups(store: Engine) -> set[frozenset[str]]:
    """Articles that report one event, for each event."""
    found: dict[str, set[str]] = {}
    with store.connect() as connection:
        for article, event_id in connection.execute(select(report.c.article_id, report.c.event_id)):
            found.setdefault(event_id, set()).add(article)
    return set(map(frozenset, found.values()))


def test_reports_of_one_day_under_one_name_are_one_event(store: Engine, tell: Tell, tie: Tie) -> None:
    first, second = tell(doc(REVIEW), name="một"), tell(doc(SHORT), name="hai")
    tie()

    assert groups(store) == {frozenset({first, second})}
    with store.connect() as connection:
        (found,) = reading.find(connection, "tong ket doi ngoai 2022")
    assert (found.name, found.date, found.place) == (REVIEW.name, "2022-12-19", "Hà Nội")
    assert (found.organizer_id, found.reports) == ("ban-doi-ngoai-trung-uong", 2)
    assert found.id.startswith("hoi-nghi-2022-12-19-")


@pytest.mark.parametrize(
    "other",
    [
        replace(REVIEW, name="Hội nghị tổng kết công tác đối ngoại nhân dân năm 2021", date="2021-12-20"),
        replace(REVIEW, date="2022-12-27"),
        replace(REVIEW, name="Hội nghị triển khai kế hoạch phòng, chống thiên tai", chairs=("Hồ Văn Sơn",)),
        replace(REVIEW, place="thành phố Cần Thơ"),
        replace(REVIEW, organizer="Tỉnh ủy Nghệ An", place=None, chairs=("Hồ Văn Sơn",), speakers=()),
        replace(REVIEW, kind="đại hội"),
    ],
    ids=["another year", "another day", "another name", "another place", "another body", "another kind"],
)
def test_another_event(store: Engine, tell: Tell, tie: Tie, other: Event) -> None:
    tell(doc(REVIEW), name="một")
    tell(doc(other), name="hai")
    tie()

    assert len(groups(store)) == 2


def test_without_a_day_the_persons_must_be_the_same(store: Engine, tell: Tell, tie: Tie) -> None:
    undated = replace(REVIEW, date=None)
    strangers = replace(undated, chairs=("Hồ Văn Sơn",), speakers=())
    dated = tell(doc(REVIEW), name="một", day="2022-12-20")
    same = tell(doc(undated), name="hai", day="2022-12-20")
    late = tell(doc(undated), name="ba", day="2023-12-20")
    strange = tell(doc(strangers), name="bốn", day="2022-12-20")
    tie()

    assert groups(store) == {frozenset({dated, same}), frozenset({late}), frozenset({strange})}


def test_two_events_of_one_article_are_two_unless_it_names_one_twice(store: Engine, tell: Tell, tie: Tie) -> None:
    side = replace(REVIEW, name="Lễ trao giải báo chí đối ngoại", kind="lễ", main=False)
    tell(doc(REVIEW, replace(SHORT, main=False), side), name="một")
    tie()

    with store.connect() as connection:
        assert [(one.kind, one.reports) for one in reading.events(connection)[1]] == [("hội nghị", 1), ("lễ", 1)]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_the_order_in_which_reports_come_does_not_matter(
    store: Engine, tell: Tell, tie: Tie, order: tuple[int, ...]
) -> None:
    told = (REVIEW, SHORT, replace(REVIEW, date="2022-12-27"), replace(SHORT, date="2022-12-20"))
    articles = {}
    for at in order:
        articles[at] = tell(doc(told[at]), name=str(at))
        tie()

    assert groups(store) == {frozenset({articles[0], articles[1], articles[3]}), frozenset({articles[2]})}


def test_an_event_keeps_its_id_when_its_article_is_annotated_again(store: Engine, tell: Tell, tie: Tie) -> None:
    tell(doc(REVIEW), name="một")
    tie()
    before = _ids(store)
    tell(doc(replace(REVIEW, name="Hội nghị tổng kết đối ngoại nhân dân", place=None)), name="một")
    tie()

    assert _ids(store) == before


def test_an_event_that_turns_out_to_be_another_is_found_under_both_ids(
    store: Engine, tell: Tell, tie: Tie
) -> None:
    tell(doc(replace(REVIEW, date="2022-12-29")), name="một")
    tie()
    (wrong,) = _ids(store)
    for name in ("hai", "ba"):
        tell(doc(REVIEW), name=name)
    tie()
    tell(doc(REVIEW), name="một")
    changed = tie()

    assert len(changed) == 1
    with store.connect() as connection:
        (found,) = reading.find(connection, wrong)
    assert (found.date, found.reports, found.id == wrong) == ("2022-12-19", 3, False)


def test_an_event_that_nobody_reports_any_more_is_gone(store: Engine, tell: Tell, tie: Tie) -> None:
    article = tell(doc(REVIEW), name="một")
    tie()
    (id_,) = _ids(store)
    with writing(store) as connection:
        events.remove(connection, [article])
    tie()

    with store.connect() as connection:
        assert reading.events(connection) == (0, ())
        assert reading.dossier(connection, id_) is None


def test_nothing_changes_when_nothing_has_come(store: Engine, tell: Tell, tie: Tie) -> None:
    tell(doc(REVIEW), name="một")
    tell(doc(SHORT), name="hai")

    assert len(tie()) == 2
    assert tie() == ()


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5, 6, 7), (7, 2, 5, 0, 3, 6, 1, 4), (3, 4, 2, 5, 1, 6, 0, 7)])
def test_a_chain_of_vague_reports_ties_no_two_events(
    store: Engine, tell: Tell, tie: Tie, order: tuple[int, ...]
) -> None:
    """Sessions of one kind on days in a row are like each other, neighbour by neighbour."""
    days = {}
    for at in order:
        date = f"2022-12-{12 + at}"
        one = replace(REVIEW, name="Phiên họp toàn thể Hội đồng Lý luận", kind="phiên họp", date=date)
        days[tell(doc(one), name=date)] = 12 + at
        tie()

    told = sorted(sorted(days[article] for article in group) for group in groups(store))
    assert told == [[12, 13, 14], [15, 16, 17], [18, 19]]


def test_dates_out_of_the_calendar_are_none(store: Engine, tell: Tell, tie: Tie) -> None:
    for number, date in enumerate(
        ("2022-02-31", "2022-13", "hôm qua", "2022-12-19/2022-12-01", "1000-01/2000-01")
    ):
        tell(doc(replace(REVIEW, date=date)), name=str(number))
    tie()

    with store.connect() as connection:
        assert {one.date for one in reading.events(connection)[1]} == {None}


def _ids(store: Engine) -> list[str]:
    with store.connect() as connection:
        return [one.id for one in reading.events(connection)[1]]


SESSION = Event(name="Kỳ họp thứ 5, Quốc hội khóa XIII", kind="kỳ họp", date="2013-05-20", ordinal="5", main=True)


def test_a_session_that_is_told_day_by_day_is_one(store: Engine, tell: Tell, tie: Tie) -> None:
    told = (
        (SESSION, "2013-05-20"),
        (
            replace(SESSION, name="kỳ họp thứ năm Quốc hội khóa XIII", ordinal="năm", date="2013-06-03"),
            "2013-06-03",
        ),
        (replace(SESSION, name="kỳ họp thứ 5 của Quốc hội", date=None), "2013-05-28"),
    )
    for number, (one, day) in enumerate(told):
        tell(doc(one), name=str(number), day=day)
    tell(doc(replace(SESSION, name="kỳ họp thứ 5 HĐND thành phố Cần Thơ")), name="khác", day="2013-05-20")
    tell(doc(replace(SESSION, date="2014-05-20")), name="năm sau", day="2014-05-20")
    tie()

    with store.connect() as connection:
        found = {(one.date, one.reports) for one in reading.events(connection)[1]}
    assert found == {("2013-05-20/2013-06-03", 3), ("2013-05-20", 1), ("2014-05-20", 1)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # an event about the other one
            Event(name="Hội nghị lần thứ 7 Ban Chấp hành Trung ương", kind="hội nghị", date="2013-05-11"),
            Event(
                name="Hội nghị thông báo kết quả Hội nghị lần thứ 7 Ban Chấp hành Trung ương",
                kind="hội nghị",
                date="2013-05-12",
            ),
        ),
        (  # one guest, two hosts
            Event(
                name="Chủ tịch nước tiếp Tổng thống",
                kind="tiếp",
                date="2013-05-11",
                chairs=("Lê Nam", "Ana Silva"),
            ),
            Event(
                name="Thủ tướng tiếp Tổng thống", kind="tiếp", date="2013-05-11", chairs=("Hồ Lan", "Ana Silva")
            ),
        ),
        (  # names that say nothing
            Event(
                name="đại hội đồng cổ đông thường niên", kind="đại hội", date="2013-05-11", chairs=("Lê Văn Nam",)
            ),
            Event(
                name="Đại hội đồng cổ đông thường niên", kind="đại hội", date="2013-05-11", chairs=("Hồ Thu Lan",)
            ),
        ),
        (  # a short name whose words all stand somewhere in the long one
            Event(name="Hội thảo về quan hệ lao động", kind="hội thảo", date="2013-05-11"),
            Event(
                name="Hội thảo về quan trắc môi trường lao động trong hệ thống bệnh viện",
                kind="hội thảo",
                date="2013-05-11",
            ),
        ),
        (
            Event(name="họp báo thường kỳ của Chính phủ", kind="khác", date="2013-05-11"),
            Event(name="phiên họp thường kỳ của Chính phủ", kind="phiên họp", date="2013-05-11"),
        ),
    ],
)
def test_two_events_of_like_names(store: Engine, tell: Tell, tie: Tie, one: Event, other: Event) -> None:
    tell(doc(one), name="một", day="2013-05-12")
    tell(doc(other), name="hai", day="2013-05-12")
    tie()

    assert len(groups(store)) == 2


STUDY = Event(name="Hội nghị quán triệt Nghị quyết Trung ương 10 khóa XII", kind="hội nghị", date="2019-07-19")


def test_what_every_body_holds_is_one_event_only_where_a_body_or_persons_say_so(
    store: Engine, tell: Tell, tie: Tie
) -> None:
    lawyers = replace(STUDY, organizer="Hội Luật gia Việt Nam")
    told = (
        lawyers,
        replace(STUDY, organizer="Tỉnh ủy Nghệ An"),
        replace(STUDY, chairs=("Hồ Thu Lan",)),
        STUDY,
        lawyers,
    )
    articles = [tell(doc(one), name=str(number), day="2019-07-20") for number, one in enumerate(told)]
    tie()

    assert [group for group in groups(store) if len(group) > 1] == [frozenset({articles[0], articles[4]})]


def test_an_event_with_a_name_of_its_own_may_be_said_to_be_held_by_two_bodies(
    store: Engine, tell: Tell, tie: Tie
) -> None:
    one = Event(
        name="Hội thảo Sở hữu trí tuệ trong môi trường thương mại toàn cầu", kind="hội thảo", date="2013-05-28"
    )
    tell(doc(replace(one, organizer="Bộ Khoa học và Công nghệ")), name="một")
    tell(doc(replace(one, organizer="Hội Doanh nhân trẻ Việt Nam")), name="hai")
    tie()

    with store.connect() as connection:
        (found,) = reading.events(connection)[1]
        dossier = reading.dossier(connection, found.id)
    assert dossier is not None
    assert [one.field for one in dossier.conflicts] == ["organizer"]
