"""Events are found by words, day, persons, bodies and places; their reports are told as one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from crawler.database import writing
from indexer import events
from indexer.catalog import events as reports
from indexer.catalog import merging
from nlp.document import AnnotatedDocument, Entity, Event, Office, Quote

Tell = Callable[..., str]
BODY = "Ban Đối ngoại Trung ương"
REVIEW = Event(
    name="Hội nghị tổng kết công tác đối ngoại nhân dân năm 2022",
    kind="hội nghị",
    date="2022-12-19",
    place="Hà Nội",
    organizer=BODY,
    chairs=("Trần Thị Lam",),
    speakers=("Phạm Thu Trà", "Lê Văn Quế"),
    main=True,
    attendance=200,
)
VISIT = Event(
    name="Chủ tịch nước thăm Lào", kind="tiếp", date="2023-02-05/2023-02-07", place="Viêng Chăn", main=True
)
TEXT = "Tại hội nghị, bà Lam nói: “Phải đổi mới cách làm.”"


def doc(*found: Event, **more: Any) -> AnnotatedDocument:
    people = {name for one in found for name in (*one.chairs, *one.speakers, *one.attendees)}
    entities = [Entity(0, len(name), name, "PER", name) for name in sorted(people)]
    bodies = {one.organizer for one in found if one.organizer}
    entities += [Entity(0, len(name), name, "ORG", name) for name in sorted(bodies)]
    return AnnotatedDocument(entities=tuple(entities), events=found, **more)


@pytest.fixture
def told(tell: Tell, tie: Callable[[], object]) -> tuple[str, ...]:
    chair = Office(0, 4, "Trưởng Ban", "Trần Thị Lam", "Trưởng Ban Đối ngoại Trung ương", BODY)
    start = TEXT.index("Phải")
    said = Quote(start, len(TEXT) - 1, TEXT[start:-1], "Trần Thị Lam", None, direct=True, verb="nói")
    ids = (
        tell(doc(REVIEW, offices=(chair,), quotes=(said,)), name="một", text=TEXT, day="2022-12-19"),
        tell(doc(replace(REVIEW, speakers=("Lê Văn Quế",), attendance=None)), name="hai", day="2022-12-20"),
        tell(
            doc(replace(REVIEW, date="2022-12-20", place="Hội trường Ba Đình", chairs=("Hồ Văn Sơn",))),
            name="ba",
            day="2022-12-20",
        ),
        tell(doc(VISIT), name="bốn", day="2023-02-08"),
    )
    tie()
    return ids


def test_an_event_is_found_by_id_and_by_words(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        (found,) = events.find(connection, "tong ket doi ngoai 2022")
        assert events.find(connection, found.id) == (found,)
        assert events.find(connection, "Tổng kết đối ngoại Hà Nội") == (found,)
        assert events.find(connection, "tong ket doi ngoai 2021") == ()
        assert events.find(connection, " ") == ()
    assert (found.name, found.date, found.reports) == (REVIEW.name, "2022-12-19", 3)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 2),
        ({"words": "tổng kết"}, 1),
        ({"kind": "tiếp"}, 1),
        ({"person": "Lê Văn Quế"}, 1),
        ({"person": "le van que"}, 1),
        ({"person": "Lê Văn Q"}, 0),
        ({"organization": "Ban Đối ngoại TW"}, 1),
        ({"organization": "Bộ Y tế"}, 0),
        ({"place": "ha noi"}, 1),
        ({"place": "Viêng"}, 1),
        ({"first": "2023-02-07", "last": "2023-02-28"}, 1),
        ({"last": "2022-12-31"}, 1),
        ({"words": "%"}, 0),
    ],
)
def test_events_are_narrowed(store: Engine, told: tuple[str, ...], asked: dict[str, str], count: int) -> None:
    with store.connect() as connection:
        total, found = events.events(connection, **asked)  # type: ignore[arg-type]  # first and last are strings too
    assert (total, len(found)) == (count, count)


def test_the_newest_event_comes_first_and_lists_are_paged(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        total, (first,) = events.events(connection, limit=1)
        _, (second,) = events.events(connection, limit=1, after=1)
    assert (total, first.name, second.name) == (2, VISIT.name, REVIEW.name)


def test_the_dossier_tells_what_the_reports_say_together(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        (event,) = events.find(connection, "tong ket")
        found = events.dossier(connection, event.id)
    assert found is not None
    assert found.names == ((REVIEW.name, 3),)
    assert found.attendance == 200
    assert [(one.name, one.reports) for one in found.chairs] == [("Trần Thị Lam", 2), ("Hồ Văn Sơn", 1)]
    assert found.chairs[0].office == "Trưởng Ban Đối ngoại Trung ương"
    assert [one.name for one in found.speakers] == ["Phạm Thu Trà", "Lê Văn Quế"]
    assert {line.article for line in found.reports} == set(told[:3])
    assert [one.words for one in found.said] == ["Phải đổi mới cách làm."]


def test_what_reports_differ_on_is_listed(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        (event,) = events.find(connection, "tong ket")
        found = events.dossier(connection, event.id)
    assert found is not None
    differing = {one.field: one.values for one in found.conflicts}
    assert differing["date"] == (("2022-12-19", told[:2]), ("2022-12-20", (told[2],)))
    assert differing["chairs"] == (("Trần Thị Lam", told[:2]), ("Hồ Văn Sơn", (told[2],)))
    assert set(differing) == {"date", "chairs", "place"}


def test_copies_of_a_text_have_one_voice(store: Engine, tell: Tell, tie: Callable[[], object]) -> None:
    for name in ("một", "hai"):
        tell(doc(replace(REVIEW, place="Hải Phòng")), name=name, text="Bản tin chung.", day="2022-12-20")
    for name in ("ba", "bốn"):
        tell(doc(replace(REVIEW, place="TP Hải Phòng và Hà Nội")), name=name, day="2022-12-21")
    tie()

    with store.connect() as connection:
        (found,) = events.find(connection, "tong ket")
    assert (found.reports, found.place) == (4, "TP Hải Phòng và Hà Nội")


def test_an_event_that_has_lost_its_reports_has_no_dossier_even_before_events_are_grouped_anew(
    store: Engine, told: tuple[str, ...]
) -> None:
    with store.connect() as connection:
        (visit,) = events.find(connection, "thăm Lào")
    with writing(store) as connection:
        reports.remove(connection, [told[3]])
        assert events.dossier(connection, visit.id) is None


def test_an_event_is_shown_with_the_body_that_its_organiser_is_taken_for(
    store: Engine, tell: Tell, tie: Callable[[], object]
) -> None:
    tell(doc(replace(REVIEW, organizer="Hội Vườn xứ Đoài")), name="một", day="2022-12-20")
    tell(
        AnnotatedDocument(entities=(Entity(0, 4, "Hội Làm vườn xứ Đoài", "ORG", "Hội Làm vườn xứ Đoài"),)),
        name="hai",
    )
    tie()
    shown = []
    for decided in (
        lambda connection: merging.equate(connection, "hoi-lam-vuon-xu-doai", "hoi-vuon-xu-doai", made_by="Lam"),
        lambda connection: merging.part(connection, "hoi-vuon-xu-doai", made_by="Lam"),
    ):
        with writing(store) as connection:
            decided(connection)
        tie()
        with store.connect() as connection:
            _, found = events.events(connection, organization="Hội Vườn xứ Đoài")
            shown += [(one.organizer_id, one.organizer) for one in found]

    assert shown == [
        ("hoi-lam-vuon-xu-doai", "Hội Làm vườn xứ Đoài"),
        ("hoi-vuon-xu-doai", "Hội Vườn xứ Đoài"),
    ]


def test_an_unknown_event_has_no_dossier(store: Engine) -> None:
    with store.connect() as connection:
        assert events.dossier(connection, "hoi-nghi-2022-12-19-00000000") is None


@pytest.mark.parametrize(
    ("offices", "shown"),
    [
        ((("Ủy viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),), "Ủy viên Trung ương Đảng"),
        ((("Ủy viên", "Hội đồng Dân tộc"), ("Giám đốc", "Sở Y tế Hà Nội")), "Giám đốc Sở Y tế thành phố Hà Nội"),
        ((("Trưởng ban Dân vận Trung ương", "Ban Dân vận Trung ương"),), "Trưởng ban Dân vận Trung ương"),
        ((("Thủ tướng", None),), "Thủ tướng"),
    ],
)
def test_who_takes_part_is_shown_with_the_office_that_tells_most(
    store: Engine, tell: Tell, tie: Callable[[], object], offices: tuple[tuple[str, str | None], ...], shown: str
) -> None:
    held = tuple(
        Office(at, at + 1, title, "Trần Thị Lam", title, body) for at, (title, body) in enumerate(offices)
    )
    tell(doc(REVIEW, offices=held), name="một")
    tie()

    with store.connect() as connection:
        found = events.dossier(connection, events.find(connection, "tong ket")[0].id)
    assert found is not None
    assert found.chairs[0].office == shown
