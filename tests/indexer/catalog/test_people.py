"""Persons across articles: grouped by office, body and company, kept apart when in doubt, obedient to people."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, select

from crawler.article import Article, FetchedPage
from crawler.database import writing
from crawler.store import PageStore
from indexer import people as reading
from indexer.catalog import articles, people, rulings
from indexer.catalog.articles import Found, Origin
from indexer.catalog.linking import relink
from indexer.catalog.names import id_of, is_foreign, is_full, key_of
from indexer.catalog.rollbook import appearance, person, quote
from indexer.catalog.settling import Settling
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument, Entity, Office, Quote

Held = tuple[str, str, str | None]  # person, office, body
UNION = "Liên hiệp Hữu nghị tỉnh Đồng Lâm"
PRESS = "Tạp chí Biển Xanh"


def document(
    text: str, names: Sequence[str], held: Sequence[Held] = (), said: Sequence[Quote] = (), *, former: bool = False
) -> AnnotatedDocument:
    """Persons and bodies at their first place in the text; each office where its words stand."""
    bodies = dict.fromkeys(body for _, _, body in held if body)
    entities = [entity(text, name, "PER") for name in names] + [entity(text, body, "ORG") for body in bodies]
    offices = [office(text, *one, former=former) for one in held]
    return AnnotatedDocument(entities=tuple(entities), offices=tuple(offices), quotes=tuple(said))


def entity(text: str, name: str, type_: str) -> Entity:
    start = text.index(name)
    return Entity(start, start + len(name), name, "PER" if type_ == "PER" else "ORG", name, by="model")


def office(text: str, name: str, title: str, body: str | None, *, former: bool = False) -> Office:
    start = text.index(title)
    end = text.index(body, start) + len(body) if body else start + len(title)
    return Office(start, end, text[start:end], name, title, body, former=former, by="apposition")


def say(text: str, words: str, speaker: str | None, office: str | None = None) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words, speaker, office, direct=False, verb="cho biết")


def save(
    store: Engine, text: str, found: AnnotatedDocument, *, day: str | None = "2022-05-04", name: str = ""
) -> str:
    one = Article(title=None, lead=None, paragraphs=(text,), published=day)
    identity = name or f"{day}:{text}"
    page = FetchedPage(None, "mau", "text/html", one.text.encode(), datetime(2023, 12, 20, tzinfo=UTC))
    PageStore(store).save_file(page, identity=identity)
    (last,) = [
        each
        for each in PageStore(store).pending(extract_version=1, annotate_version=1, limit=100)
        if each.identity == identity
    ]
    origin = Origin(last.page_id, last.version_id, identity, "mau")
    with writing(store) as connection:
        (id_,) = articles.save(
            connection, origin, [Found(one, found)], annotate_version=1, by=Settling(Registry([]))
        )
    return id_


def holder(store: Engine, name: str, title: str, body: str | None, *, day: str | None = "2022-05-04") -> str:
    """An article that names somebody with an office."""
    text = f"Tin ngày {day}: {title} {body or ''} {name} dự hội nghị."
    return save(store, text, document(text, [name], [(name, title, body)]), day=day)


def bare(store: Engine, name: str, *others: str, day: str | None = "2022-05-06", place: str = "thành phố") -> str:
    """An article that names somebody without an office, and others."""
    text = f"Ngày {day}, tại {place} có {', '.join((name, *others))}."
    return save(store, text, document(text, [name, *others]), day=day)


def link(store: Engine) -> tuple[str, ...]:
    with writing(store) as connection:
        return relink(connection)


def who(store: Engine, article_id: str, name: str) -> str | None:
    with store.connect() as connection:
        return people.person_ids(connection, article_id).get(name)


def persons(store: Engine) -> dict[str, int]:
    with store.connect() as connection:
        mine = select(person.c.id, person.c.articles).where(person.c.became.is_(None))
        return dict(connection.execute(mine).all())


@pytest.mark.parametrize(
    ("name", "key", "full", "foreign"),
    [
        ("Nguyễn Thúy Nga", "nguyễn thuý nga", True, False),
        ("Kim Jong-un", "kim jong un", True, True),
        ("A.Gác-xi-a", "a gác xi a", True, False),
        ("Nam", "nam", False, False),
        ("M.Quân", "m quân", False, False),
        ("Obama", "obama", True, False),
    ],
)
def test_a_name_is_compared_in_one_spelling(name: str, key: str, full: bool, foreign: bool) -> None:
    assert (key_of(name), is_full(key), is_foreign(key)) == (key, full, foreign)


def test_two_of_one_name_with_different_offices_stay_apart(store: Engine) -> None:
    first = holder(store, "Lê Văn Tám", "Giám đốc", "Sở Xây dựng Đồng Lâm")
    other = holder(store, "Lê Văn Tám", "Chủ tịch", "Hội Làm vườn Thanh Sơn", day="2022-06-01")
    link(store)

    assert who(store, first, "Lê Văn Tám") == id_of("Lê Văn Tám", first)
    assert who(store, other, "Lê Văn Tám") == id_of("Lê Văn Tám", other)


def test_whoever_rises_in_one_body_stays_one_person(store: Engine) -> None:
    ids = [
        holder(store, "Trần Thị Lam", "Phó Chủ tịch", UNION, day="2022-03-01"),
        holder(store, "Trần Thị Lam", "Tổng Thư ký", UNION, day="2022-09-01"),
        holder(store, "Trần Thị Lam", "Chủ tịch", UNION, day="2024-07-01"),
    ]
    link(store)

    assert {who(store, id_, "Trần Thị Lam") for id_ in ids} == {id_of("Trần Thị Lam", ids[0])}
    with store.connect() as connection:
        (one,) = connection.execute(select(person)).all()
    assert (one.name, one.articles, one.first, one.last) == ("Trần Thị Lam", 3, "2022-03-01", "2024-07-01")


def test_the_same_office_a_generation_later_is_another_mans(store: Engine) -> None:
    first = holder(store, "Phạm Văn Hai", "Hiệu trưởng", "Trường Trung học Bình Minh", day="1999-03-01")
    other = holder(store, "Phạm Văn Hai", "Hiệu trưởng", "Trường Trung học Bình Minh", day="2024-03-01")
    link(store)

    assert who(store, first, "Phạm Văn Hai") != who(store, other, "Phạm Văn Hai")


def test_an_office_that_is_anybodys_says_nothing(store: Engine) -> None:
    first = holder(store, "Lê Văn Tám", "Giám đốc", None)
    other = holder(store, "Lê Văn Tám", "Giám đốc", None, day="2022-06-01")
    link(store)

    assert who(store, first, "Lê Văn Tám") != who(store, other, "Lê Văn Tám")


def test_a_name_alone_is_the_only_holders_where_both_know_the_same_people(store: Engine) -> None:
    text = f"Chủ tịch {UNION} Nguyễn Thị Hương, ông Vũ Minh Khôi và bà Cao Ngọc Diệp ký giao ước."
    known = save(
        store,
        text,
        document(
            text, ["Nguyễn Thị Hương", "Vũ Minh Khôi", "Cao Ngọc Diệp"], [("Nguyễn Thị Hương", "Chủ tịch", UNION)]
        ),
    )
    met = bare(store, "Nguyễn Thị Hương", "Vũ Minh Khôi", "Cao Ngọc Diệp")
    stranger = bare(store, "Nguyễn Thị Hương", "Mai Quốc Khánh", "Tạ Kim Chi", place="sân vận động")
    link(store)

    assert who(store, met, "Nguyễn Thị Hương") == who(store, known, "Nguyễn Thị Hương")
    assert who(store, stranger, "Nguyễn Thị Hương") not in {None, who(store, known, "Nguyễn Thị Hương")}
    with store.connect() as connection:
        sure = select(appearance.c.evidence, appearance.c.confidence)
        (why,) = connection.execute(
            sure.where(appearance.c.article_id == stranger, appearance.c.name == "Nguyễn Thị Hương")
        )
    assert tuple(why) == ("alone", 0.5)


def test_a_given_name_alone_is_nobody(store: Engine) -> None:
    article_id = bare(store, "Nam")
    link(store)

    assert who(store, article_id, "Nam") is None
    assert persons(store) == {}


def test_a_foreign_name_is_one_persons_in_each_of_its_spellings(store: Engine) -> None:
    ids = [bare(store, "Kim Jong-un"), bare(store, "Kim Jong Un", day="2019-02-27")]
    link(store)

    assert who(store, ids[0], "Kim Jong-un") == who(store, ids[1], "Kim Jong Un") is not None


def test_what_comes_out_hangs_on_no_order(store: Engine, tmp_path: object) -> None:
    late = holder(store, "Trần Thị Lam", "Chủ tịch", UNION, day="2024-07-01")
    link(store)
    before = who(store, late, "Trần Thị Lam")
    early = holder(store, "Trần Thị Lam", "Phó Chủ tịch", UNION, day="2022-03-01")

    assert link(store) == (early,)
    assert who(store, early, "Trần Thị Lam") == before


def test_ids_survive_a_new_annotation_of_the_same_articles(store: Engine) -> None:
    first = holder(store, "Trần Thị Lam", "Chủ tịch", UNION)
    link(store)
    before = persons(store)

    holder(store, "Trần Thị Lam", "Chủ tịch", UNION)
    text = "Tin ngày 2022-05-04: Chủ tịch Liên hiệp Hữu nghị tỉnh Đồng Lâm Trần Thị Lam dự hội nghị."
    with writing(store) as connection:
        people.write(connection, first, text, document(text, ["Trần Thị Lam"]), day=None, organizations={})
    assert link(store) == ()

    assert persons(store) == before


def test_persons_of_removed_articles_vanish(store: Engine) -> None:
    gone = holder(store, "Trần Thị Lam", "Chủ tịch", UNION)
    stays = holder(store, "Lê Văn Tám", "Giám đốc", "Sở Xây dựng Đồng Lâm")
    link(store)

    with writing(store) as connection:
        people.remove(connection, [gone])
        relink(connection)

    assert list(persons(store)) == [who(store, stays, "Lê Văn Tám")]


def test_words_of_an_office_are_its_only_holders_of_that_day(store: Engine) -> None:
    holder(store, "Trần Thị Lam", "Chủ tịch", UNION, day="2022-03-01")
    holder(store, "Trần Thị Lam", "Chủ tịch", UNION, day="2022-08-01")
    holder(store, "Vũ Minh Khôi", "Chủ tịch", UNION, day="2024-08-01")
    text = f"Chủ tịch {UNION} cho biết hội sẽ mở lớp tiếng Lào."
    words = say(text, "hội sẽ mở lớp tiếng Lào", None, f"Chủ tịch {UNION}")
    spoken = {
        day: save(store, text, AnnotatedDocument(quotes=(words,)), day=day)
        for day in ("2022-05-04", "2024-09-04", "2023-06-04")
    }
    link(store)

    with store.connect() as connection:
        found = dict(connection.execute(select(quote.c.article_id, quote.c.holder)).all())
        names = dict(connection.execute(select(person.c.id, person.c.name)).all())
    holders = {day: names.get(found[id_] or "") for day, id_ in spoken.items()}
    assert holders == {"2022-05-04": "Trần Thị Lam", "2024-09-04": "Vũ Minh Khôi", "2023-06-04": None}


def test_what_people_decide_of_persons_outlives_every_new_annotation(store: Engine) -> None:
    first = holder(store, "Lê Văn Tám", "Giám đốc", "Sở Xây dựng Đồng Lâm")
    other = holder(store, "Lê Văn Tám", "Chủ tịch", "Hội Làm vườn Thanh Sơn", day="2022-06-01")
    link(store)
    one, beside = who(store, first, "Lê Văn Tám"), who(store, other, "Lê Văn Tám")
    assert one
    assert beside
    with writing(store) as connection:
        rulings.decide_pair(connection, one, beside, same=True, made_by="lan")
        rulings.decide_name(connection, one, "Lê Văn Tám (Đồng Lâm)", made_by="lan")
        relink(connection)
    both = {who(store, id_, "Lê Văn Tám") for id_ in (first, other)}
    assert both == {one}

    holder(store, "Lê Văn Tám", "Giám đốc", "Sở Xây dựng Đồng Lâm")
    with writing(store) as connection:
        relink(connection, names=["Lê Văn Tám"])
        (shown,) = connection.scalars(select(person.c.name).where(person.c.became.is_(None)))
    assert {who(store, id_, "Lê Văn Tám") for id_ in (first, other)} == both
    assert shown == "Lê Văn Tám (Đồng Lâm)"

    with writing(store) as connection:
        rulings.decide_pair(
            connection, one, other, same=False, made_by="lan"
        )  # what that article tells is another's
        relink(connection)
    assert (who(store, first, "Lê Văn Tám"), who(store, other, "Lê Văn Tám")) == (one, beside)


def test_two_names_that_are_said_to_be_one_persons_are_grouped_together(store: Engine) -> None:
    first = holder(store, "Nguyễn Thị Thu Ba", "Chủ tịch", UNION)
    other = bare(store, "Nguyễn Thu Ba", day="2021-01-01")
    link(store)
    one, beside = who(store, first, "Nguyễn Thị Thu Ba"), who(store, other, "Nguyễn Thu Ba")
    assert one
    assert beside
    assert one != beside
    with writing(store) as connection:
        rulings.decide_pair(connection, one, beside, same=True, made_by="lan")
        relink(connection)

    assert who(store, first, "Nguyễn Thị Thu Ba") == who(store, other, "Nguyễn Thu Ba") is not None
    assert list(persons(store).values()) == [2]


def test_a_name_that_is_no_persons_disappears_until_it_is_said_to_be_one(store: Engine) -> None:
    article_id = bare(store, "Lam Kinh")
    link(store)
    (id_,) = persons(store)
    with writing(store) as connection:
        rulings.decide_nobody(connection, id_, nobody=True, made_by="lan")
        relink(connection)
    assert persons(store) == {}
    bare(store, "Lam Kinh", day="2023-05-06")
    link(store)
    assert persons(store) == {}

    with writing(store) as connection:
        rulings.decide_nobody(connection, id_, nobody=False, made_by="lan")
        relink(connection)
    assert who(store, article_id, "Lam Kinh") == id_


def test_decisions_on_somebody_whom_no_article_names_any_more_are_told(store: Engine) -> None:
    article_id = holder(store, "Trần Thị Lam", "Chủ tịch", UNION)
    link(store)
    (id_,) = persons(store)
    with writing(store) as connection:
        rulings.decide_name(connection, id_, "Bà Lam", made_by="lan")
        assert rulings.conflicts(connection) == ()
        people.remove(connection, [article_id])
        relink(connection)
        (lost,) = rulings.conflicts(connection)
    assert (lost.target, lost.choice) == (f"{id_}:name", "Bà Lam")


def test_a_decision_on_nobody_is_refused(store: Engine) -> None:
    with writing(store) as connection, pytest.raises(rulings.UnknownPerson, match="tran-thi-lam"):
        rulings.decide_name(connection, "tran-thi-lam-000000", "Lam", made_by="lan")


def test_two_who_were_said_to_be_one_are_parted_by_the_same_ids(store: Engine) -> None:
    first = holder(store, "Lê Văn Tám", "Giám đốc", "Sở Xây dựng Đồng Lâm")
    other = holder(store, "Lê Văn Tám", "Chủ tịch", "Hội Làm vườn Thanh Sơn", day="2022-06-01")
    link(store)
    one, beside = who(store, first, "Lê Văn Tám"), who(store, other, "Lê Văn Tám")
    assert one
    assert beside
    with writing(store) as connection:
        rulings.decide_pair(connection, one, beside, same=True, made_by="lan")
        relink(connection)
        assert [each.id for each in reading.find(connection, "Lê Văn Tám")] == [one]
        with pytest.raises(rulings.OnePerson, match="are one person"):
            rulings.decide_pair(connection, one, beside, same=True, made_by="lan")
        with pytest.raises(rulings.OnePerson, match="not-same ARTICLE"):
            rulings.decide_pair(connection, one, one, same=False, made_by="lan")

        rulings.decide_pair(connection, beside, one, same=False, made_by="lan")
        relink(connection)
    assert (who(store, first, "Lê Văn Tám"), who(store, other, "Lê Văn Tám")) == (one, beside)
