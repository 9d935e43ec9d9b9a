"""Bodies have one identity over all articles; abbreviations and people's decisions tell which are one."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, insert, select, update

from crawler.database import writing
from indexer import organizations as reading
from indexer.catalog import merging, organizations
from indexer.catalog.gatherings import named, organization
from nlp.document import AnnotatedDocument, Entity

Tell = Callable[..., str]
Tie = Callable[[], tuple[str, ...]]
FARMERS = "hoi-lam-vuon-xu-doai"


def bodies(*names: str | tuple[str, str]) -> AnnotatedDocument:
    """Each name as printed, or as printed with its canonical."""
    pairs = [(name, name) if isinstance(name, str) else name for name in names]
    return AnnotatedDocument(
        entities=tuple(Entity(0, len(printed), printed, "ORG", canonical) for printed, canonical in pairs)
    )


def ids(store: Engine, article: str) -> dict[str, str]:
    with store.connect() as connection:
        chosen = select(named.c.printed, named.c.organization_id).where(named.c.article_id == article)
        return dict(connection.execute(chosen).all())


def test_names_of_one_body_have_one_readable_id(store: Engine, tell: Tell) -> None:
    first = tell(bodies("VUFO", "UBND tỉnh Phú Thọ"), name="một")
    second = tell(bodies("Liên hiệp Hữu nghị", "Uỷ ban nhân dân tỉnh Phú Thọ"), name="hai")

    assert ids(store, first) == {
        "VUFO": "lien-hiep-cac-to-chuc-huu-nghi-viet-nam",
        "UBND tỉnh Phú Thọ": "uy-ban-nhan-dan-tinh-phu-tho",
    }
    assert set(ids(store, second).values()) == set(ids(store, first).values())


def test_what_an_article_introduces_in_brackets_is_the_body(store: Engine, tell: Tell) -> None:
    article = tell(bodies("Hội Làm vườn xứ Đoài", ("HLVXĐ", "Hội Làm vườn xứ Đoài")), name="một")

    assert ids(store, article) == {"Hội Làm vườn xứ Đoài": FARMERS, "HLVXĐ": FARMERS}


def test_names_that_differ_in_accents_alone_are_two_bodies(store: Engine, tell: Tell) -> None:
    article = tell(bodies("Quỹ Thu Hà", "Quỹ Thủ Hạ"), name="một")

    assert len(set(ids(store, article).values())) == 2


def test_an_edited_article_names_what_it_names_now(store: Engine, tell: Tell, tie: Tie) -> None:
    article = tell(bodies("Bộ Y tế", "Quỹ Hoa Sen"), name="một")
    tell(bodies("Bộ Y tế"), name="một")
    tie()

    assert list(ids(store, article)) == ["Bộ Y tế"]
    with store.connect() as connection:
        assert reading.organizations(connection, words="hoa sen") == (0, ())


def test_a_body_comes_with_those_that_it_is_part_of(store: Engine, tell: Tell) -> None:
    tell(bodies("Ban Tuyên giáo Tỉnh ủy Quảng Ninh"), name="một")

    with store.connect() as connection:
        parents = dict(connection.execute(select(organization.c.id, organization.c.parent)).all())
    assert parents == {
        "ban-tuyen-giao-tinh-uy-quang-ninh": "tinh-uy-quang-ninh",
        "tinh-uy-quang-ninh": "dang-cong-san-viet-nam",
        "dang-cong-san-viet-nam": None,
    }


def test_an_abbreviation_alone_is_the_only_body_that_is_called_so(store: Engine, tell: Tell, tie: Tie) -> None:
    alone = tell(bodies("HLVXĐ"), name="một")
    tell(bodies("Hội Làm vườn xứ Đoài", ("HLVXĐ", "Hội Làm vườn xứ Đoài")), name="hai")

    assert tie() == (alone,)
    with store.connect() as connection:
        (found,) = reading.find(connection, "HLVXĐ")
    assert (found.id, found.articles, found.short) == (FARMERS, 2, "HLVXĐ")


def test_an_abbreviation_of_two_bodies_stays_apart(store: Engine, tell: Tell, tie: Tie) -> None:
    tell(bodies("HLVXĐ"), name="một")
    tell(bodies("Hội Làm vườn xứ Đoài", ("HLVXĐ", "Hội Làm vườn xứ Đoài")), name="hai")
    tie()
    tell(bodies("Hội Luật gia vùng xa Đồng Văn", ("HLVXĐ", "Hội Luật gia vùng xa Đồng Văn")), name="ba")
    tie()

    with store.connect() as connection:
        found = {one.id for one in reading.find(connection, "HLVXĐ")}
    assert found == {"hlvxd", FARMERS, "hoi-luat-gia-vung-xa-dong-van"}


@pytest.fixture
def two(store: Engine, tell: Tell, tie: Tie) -> tuple[str, str]:
    tell(bodies("Hội Làm vườn xứ Đoài"), name="một")
    tell(bodies("Hội Vườn xứ Đoài"), name="hai")
    tie()
    return FARMERS, "hoi-vuon-xu-doai"


def test_a_body_is_another_one_when_a_person_says_so(store: Engine, tie: Tie, two: tuple[str, str]) -> None:
    with writing(store) as connection:
        merging.equate(connection, two[0], two[1], made_by="Lam")
    assert len(tie()) == 1

    with store.connect() as connection:
        total, (found,) = reading.organizations(connection, words="xu doai")
        assert (total, found.id, found.articles) == (1, FARMERS, 2)
        assert reading.find(connection, two[1]) == (found,)
        assert reading.names_of(connection, "Hội Vườn xứ Đoài") == ("Hội Làm vườn xứ Đoài", "Hội Vườn xứ Đoài")


def test_a_decision_holds_when_articles_are_annotated_again(
    store: Engine, tell: Tell, tie: Tie, two: tuple[str, str]
) -> None:
    with writing(store) as connection:
        merging.equate(connection, two[0], two[1], made_by="Lam")
    tell(bodies("Hội Vườn xứ Đoài", "Bộ Y tế"), name="hai")
    tell(bodies("Hội Vườn Xứ Đoài"), name="ba")
    tie()

    with store.connect() as connection:
        assert reading.find(connection, FARMERS)[0].articles == 3


def test_an_alias_may_be_given_before_any_article_prints_it(
    store: Engine, tell: Tell, tie: Tie, two: tuple[str, str]
) -> None:
    with writing(store) as connection:
        merging.call(connection, two[0], "Vườn Đoài", made_by="Lam")
    tell(bodies("Vườn Đoài"), name="ba")
    tie()

    with store.connect() as connection:
        assert [(one.id, one.articles) for one in reading.find(connection, "vuon doai")] == [(FARMERS, 2)]
        assert merging.conflicts(connection) == ()


def test_a_decision_can_be_taken_back(store: Engine, tie: Tie, two: tuple[str, str]) -> None:
    with writing(store) as connection:
        merging.equate(connection, two[0], two[1], made_by="Lam")
        merging.part(connection, two[1], made_by="Lam")
    tie()

    with store.connect() as connection:
        assert reading.organizations(connection, words="xu doai")[0] == 2


def test_engines_hear_of_a_decision_and_of_its_end(
    store: Engine, tell: Tell, tie: Tie, two: tuple[str, str]
) -> None:
    article = tell(bodies("Hội Vườn xứ Đoài"), name="hai")
    for decided in (
        lambda connection: merging.equate(connection, two[0], two[1], made_by="Lam"),
        lambda connection: merging.part(connection, two[1], made_by="Lam"),
        lambda connection: merging.drop(connection, two[1], made_by="Lam"),
        lambda connection: merging.part(connection, two[1], made_by="Lam"),
    ):
        with writing(store) as connection:
            decided(connection)
        assert tie() == (article,)
        assert tie() == ()


def test_to_say_again_that_two_are_one_changes_nothing(store: Engine, tie: Tie, two: tuple[str, str]) -> None:
    for other in (two[1], two[0]):  # by now the first one itself
        with writing(store) as connection:
            merging.equate(connection, two[0], other, made_by="Lam")
        tie()

    with store.connect() as connection:
        assert [(one.id, one.articles) for one in reading.find(connection, two[1])] == [(FARMERS, 2)]


def test_a_decision_goes_before_what_articles_introduce(store: Engine, tell: Tell, tie: Tie) -> None:
    tell(bodies("HLVXĐ"), name="một")
    tell(bodies("Hội Làm vườn xứ Đoài", ("HLVXĐ", "Hội Làm vườn xứ Đoài")), name="hai")
    with writing(store) as connection:
        merging.equate(connection, "hlvxd", FARMERS, made_by="Lam")
    tie()

    with store.connect() as connection:
        assert [(one.id, one.articles) for one in reading.find(connection, FARMERS)] == [("hlvxd", 2)]


def test_what_was_said_of_a_body_is_taken_back_under_its_own_name(
    store: Engine, tie: Tie, two: tuple[str, str]
) -> None:
    with writing(store) as connection:
        merging.equate(connection, two[0], two[1], made_by="Lam")
    tie()

    with store.connect() as connection:
        assert [merging.body_of(connection, asked) for asked in (two[1], "Hội Vườn xứ Đoài", "Quỹ Sen")] == [
            two[1],
            two[1],
            None,
        ]


def test_what_is_no_body_is_not_shown(store: Engine, tie: Tie, two: tuple[str, str]) -> None:
    with writing(store) as connection:
        merging.drop(connection, two[1], made_by="Lam")
    tie()

    with store.connect() as connection:
        assert [one.id for one in reading.organizations(connection, words="xu doai")[1]] == [FARMERS]
        assert reading.dossier(connection, two[1]) is None


def test_decisions_in_a_circle_say_nothing(store: Engine, tie: Tie, two: tuple[str, str]) -> None:
    with writing(store) as connection:
        merging.equate(connection, two[0], two[1], made_by="Lam")
        merging.equate(connection, two[1], two[0], made_by="Mai")
    tie()

    with store.connect() as connection:
        assert reading.organizations(connection, words="xu doai")[0] == 2


def test_a_decision_on_what_nobody_names_any_more_is_listed(
    store: Engine, tell: Tell, tie: Tie, two: tuple[str, str]
) -> None:
    with writing(store) as connection:
        merging.equate(connection, two[0], two[1], made_by="Lam")
    tell(bodies("Bộ Y tế"), name="hai")
    tie()

    with store.connect() as connection:
        assert [one.target for one in merging.conflicts(connection)] == [two[1]]


def test_the_name_shown_is_the_spelling_that_most_articles_print(store: Engine, tell: Tell, tie: Tie) -> None:
    tell(bodies("Hội Làm Vườn Xứ Đoài"), name="một")
    for name in ("hai", "ba"):
        tell(bodies("Hội Làm vườn xứ Đoài"), name=name)
    tie()

    with store.connect() as connection:
        assert reading.find(connection, FARMERS)[0].name == "Hội Làm vườn xứ Đoài"


def test_what_hostile_text_makes_of_a_name_is_cut(store: Engine, tell: Tell, tie: Tie) -> None:
    article = tell(bodies("Hội " + "Á" * 20_000, "Hội " + "Á" * 20_001), name="một")
    tie()

    assert [len(name) for name in ids(store, article)] == [300]


def test_an_article_that_is_gone_names_nobody(store: Engine, tell: Tell, tie: Tie) -> None:
    article = tell(bodies("Quỹ Hoa Sen"), name="một")
    with writing(store) as connection:
        organizations.remove(connection, [article])
    tie()

    with store.connect() as connection:
        assert reading.organizations(connection, words="hoa sen") == (0, ())


def test_a_body_whose_name_is_now_known_for_a_spelling_is_the_listed_one(
    store: Engine, tell: Tell, tie: Tie
) -> None:
    """Its id was given when the lists knew less."""
    article = tell(bodies("Bộ Y tế"), name="một")
    with writing(store) as connection:
        old = {"id": "bo-y-te-cu", "key": "bộ y tế cũ", "name": "Bộ Y tế Việt Nam", "folded": "bo y te viet nam"}
        connection.execute(insert(organization).values(old))
        connection.execute(update(named).where(named.c.article_id == article).values(organization_id="bo-y-te-cu"))
    tie()

    with store.connect() as connection:
        (found,) = reading.find(connection, "bo-y-te-cu")
    assert (found.id, found.articles) == ("bo-y-te", 1)


def test_a_text_full_of_names_is_written(store: Engine, tell: Tell, tie: Tie) -> None:
    article = tell(bodies(*(f"Quỹ {number} {'Sen ' * 100}" for number in range(1_500))), name="một")
    tie()

    assert len(ids(store, article)) == 1_500
