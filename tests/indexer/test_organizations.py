"""Bodies are found by any of their names, and everything that articles say of them is told together."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from indexer import organizations
from nlp.document import AnnotatedDocument, Entity, Event, Office

Tell = Callable[..., str]
VUFO = "lien-hiep-cac-to-chuc-huu-nghi-viet-nam"
FULL = "Liên hiệp các tổ chức hữu nghị Việt Nam"


def org(printed: str, canonical: str | None = None) -> Entity:
    return Entity(0, len(printed), printed, "ORG", canonical or printed)


@pytest.fixture
def told(tell: Tell, tie: Callable[[], object]) -> tuple[str, ...]:
    lam = Entity(0, 12, "Trần Thị Lam", "PER", "Trần Thị Lam")
    chair = Office(0, 4, "Chủ tịch VUFO", "Trần Thị Lam", "Chủ tịch", FULL)
    meeting = Event(
        name="Hội nghị giao ban công tác hữu nghị", kind="hội nghị", date="2023-05-03", organizer=FULL, main=True
    )
    ids = (
        tell(
            AnnotatedDocument(
                entities=(org(FULL), org("VUFO", FULL), lam, org("Bộ Ngoại giao")),
                offices=(chair,),
                events=(meeting,),
            ),
            name="một",
            text="Chủ tịch VUFO Trần Thị Lam nói.",
        ),
        tell(AnnotatedDocument(entities=(org("Liên hiệp Hữu nghị"), org("Sở Ngoại vụ Nghệ An"))), name="hai"),
        tell(AnnotatedDocument(entities=(org("Hội hữu nghị Việt Nam - Lào"),)), name="ba", day="2024-01-02"),
    )
    tie()
    return ids


@pytest.mark.parametrize(
    "asked",
    [
        VUFO, FULL, "VUFO", "vufo", "Liên hiệp Hữu nghị", "lien hiep huu nghi", "LIÊN HIỆP HỮU NGHỊ",
        "Liên hiệp các Tổ chức Hữu nghị Việt Nam", "lien hiep cac to chuc huu nghi viet nam",
    ],
)  # fmt: skip
def test_a_body_is_found_by_its_id_and_any_name(store: Engine, told: tuple[str, ...], asked: str) -> None:
    with store.connect() as connection:
        (found,) = organizations.find(connection, asked)
    assert (found.id, found.name, found.short, found.articles) == (VUFO, FULL, "VUFO", 2)


@pytest.mark.parametrize("asked", ["Hội Hoa Sen", "", "%", "🎉", "x" * 5_000])
def test_what_no_article_names_is_not_found(store: Engine, told: tuple[str, ...], asked: str) -> None:
    with store.connect() as connection:
        assert organizations.find(connection, asked) == ()


def test_accents_count_where_they_are_written(store: Engine, tell: Tell, tie: Callable[[], object]) -> None:
    tell(AnnotatedDocument(entities=(org("Quỹ Thu Hà"), org("Quỹ Thủ Hạ"))), name="một")
    tie()

    with store.connect() as connection:
        assert [one.name for one in organizations.find(connection, "Quỹ Thủ Hạ")] == ["Quỹ Thủ Hạ"]
        assert len(organizations.find(connection, "quy thu ha")) == 2


def test_the_list_is_in_the_order_of_articles_and_paged(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        total, first = organizations.organizations(connection, limit=2)
        again, rest = organizations.organizations(connection, limit=9, after=2)
    assert (total, again, first[0].id) == (4, 4, VUFO)
    assert len({one.id for one in (*first, *rest)}) == 4


@pytest.mark.parametrize(
    ("words", "count"), [("huu nghi", 2), ("hữu nghị lào", 1), ("VUFO", 1), ("nghi huu", 2), ("gh", 0)]
)
def test_words_are_looked_for_in_all_names(store: Engine, told: tuple[str, ...], words: str, count: int) -> None:
    with store.connect() as connection:
        assert organizations.organizations(connection, words=words)[0] == count


def test_the_dossier_tells_everything_of_a_body(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        found = organizations.dossier(connection, VUFO)
    assert found is not None
    assert found.names == (("Liên hiệp Hữu nghị", 1), (FULL, 1), ("VUFO", 1))
    assert [one.name for one in found.children] == ["Hội hữu nghị Việt Nam - Lào"]
    assert [(one.name, one.office) for one in found.officers] == [("Trần Thị Lam", "Chủ tịch")]
    assert [one.name for one in found.events] == ["Hội nghị giao ban công tác hữu nghị"]
    assert {line.article for line in found.lines} == set(told[:2])
    assert (found.organization.first, found.organization.last) == ("2023-05-04", "2023-05-04")


def test_parents_are_told_the_nearest_first(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        found = organizations.dossier(connection, "so-ngoai-vu-tinh-nghe-an")
    assert found is not None
    assert [one.name for one in found.parents] == ["Ủy ban nhân dân tỉnh Nghệ An", "Chính phủ"]


def test_an_unknown_body_has_no_dossier(store: Engine) -> None:
    with store.connect() as connection:
        assert organizations.dossier(connection, "hoi-hoa-sen") is None


def test_names_to_search_for_are_the_shown_one_and_those_of_articles(store: Engine, told: tuple[str, ...]) -> None:
    with store.connect() as connection:
        assert organizations.names_of(connection, "vufo") == (FULL, "Liên hiệp Hữu nghị")
        assert organizations.names_of(connection, "Hội Hoa Sen") == ()
