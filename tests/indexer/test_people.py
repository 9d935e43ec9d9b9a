"""What is asked of persons is answered with days, offices and the sentences that say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, insert

from crawler.article import Article, FetchedPage
from crawler.database import writing
from crawler.store import PageStore
from indexer import people, sayings, tenures
from indexer.catalog import articles, rulings
from indexer.catalog.articles import Found, Origin
from indexer.catalog.gatherings import participation
from indexer.catalog.linking import relink
from indexer.catalog.settling import Settling
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument, Entity, Office, Quote

UNION = "Liên hiệp Hữu nghị tỉnh Đồng Lâm"
LAM, KHOI, THUY = "Trần Thị Lam", "Vũ Minh Khôi", "Lê Thuỷ Tiên"


@dataclass(frozen=True, slots=True)
class Told:
    """An article of one sentence: who holds which office of the union, and what is said."""

    day: str
    text: str
    held: tuple[tuple[str, str], ...] = ()
    words: str | None = None
    speaker: str | None = None
    office: str | None = None


ARTICLES = (
    Told(
        "2022-03-01",
        f"Phó Chủ tịch, Tổng Thư ký {UNION} {LAM} dự lễ.",
        ((LAM, "Phó Chủ tịch"), (LAM, "Tổng Thư ký")),
    ),
    Told("2024-07-01", f"Chủ tịch {UNION} {LAM} tiếp khách.", ((LAM, "Chủ tịch"),)),
    Told(
        "2024-09-01",
        f"Chủ tịch {UNION} {LAM} nhấn mạnh nhân dân là gốc của tình hữu nghị.",
        ((LAM, "Chủ tịch"),),
        "nhân dân là gốc của tình hữu nghị",
        LAM,
    ),
    Told(
        "2024-08-01",
        f"Chủ tịch {UNION} cho biết hội sẽ mở lớp tiếng Lào.",
        (),
        "hội sẽ mở lớp tiếng Lào",
        None,
        f"Chủ tịch {UNION}",
    ),
    Told("2019-05-01", f"Chủ tịch {UNION} {KHOI} phát biểu bế mạc lớp học.", ((KHOI, "Chủ tịch"),)),
    Told("2023-05-01", f"Phó Chủ tịch {UNION} {THUY} hát.", ((THUY, "Phó Chủ tịch"),)),
)


@pytest.fixture
def connection(store: Engine) -> Iterator[Connection]:
    for one in ARTICLES:
        save(store, one)
    with writing(store) as connection:
        relink(connection)
    with store.connect() as connection:
        yield connection


def save(store: Engine, one: Told) -> None:
    page = FetchedPage(None, "mau", "text/html", one.text.encode(), datetime(2023, 12, 20, tzinfo=UTC))
    PageStore(store).save_file(page, identity=one.text)
    pending = PageStore(store).pending(extract_version=1, annotate_version=1, limit=100)
    (last,) = [page for page in pending if page.identity == one.text]
    written = Article(title=None, lead=None, paragraphs=(one.text,), published=one.day)
    origin = Origin(last.page_id, last.version_id, one.text, "mau")
    found = Found(written, document(one))
    with writing(store) as connection:
        articles.save(connection, origin, [found], annotate_version=1, by=Settling(Registry([])))


def document(one: Told) -> AnnotatedDocument:
    names = [name for name in (LAM, KHOI, THUY) if name in one.text]
    entities = [
        Entity(one.text.index(name), one.text.index(name) + len(name), name, "PER", name) for name in names
    ]
    start = one.text.index(UNION)
    entities.append(Entity(start, start + len(UNION), UNION, "ORG", UNION))
    offices = []
    for name, title in one.held:
        begins, ends = one.text.index(title), start + len(UNION)
        offices.append(Office(begins, ends, one.text[begins:ends], name, title, UNION))
    quotes = []
    if one.words:
        at = one.text.index(one.words)
        quotes.append(Quote(at, at + len(one.words), one.words, one.speaker, one.office, direct=False))
    return AnnotatedDocument(tuple(entities), offices=tuple(offices), quotes=tuple(quotes))


def the_id(connection: Connection, name: str) -> str:
    (found,) = people.find(connection, name)
    return found.id


def test_a_dossier_has_the_offices_in_the_order_of_time_with_their_sentences(connection: Connection) -> None:
    found = people.dossier(connection, the_id(connection, LAM))

    assert found
    assert [(one.office, one.first, one.last, one.articles) for one in found.offices] == [
        ("Phó Chủ tịch", "2022-03-01", "2022-03-01", 1),
        ("Tổng Thư ký", "2022-03-01", "2022-03-01", 1),
        ("Chủ tịch", "2024-07-01", "2024-09-01", 2),
    ]
    assert [passage.text for passage in found.offices[2].passages] == [ARTICLES[1].text, ARTICLES[2].text]
    one = found.offices[0].passages[0]
    assert one.text[one.start : one.end] == f"Phó Chủ tịch, Tổng Thư ký {UNION}"
    assert found.person.offices[0] == f"Chủ tịch {UNION}"
    assert (found.person.first, found.person.last, found.person.articles) == ("2022-03-01", "2024-09-01", 3)
    assert found.names == ((LAM, 3),)
    assert [line.day for line in found.lines] == ["2024-09-01", "2024-07-01", "2022-03-01"]


def test_what_is_said_in_an_office_alone_is_its_holders(connection: Connection) -> None:
    found = people.dossier(connection, the_id(connection, LAM))

    assert found
    assert [(one.words, one.speaker, one.resolved) for one in found.said] == [
        ("nhân dân là gốc của tình hữu nghị", LAM, False),
        ("hội sẽ mở lớp tiếng Lào", LAM, True),
    ]


def test_a_person_is_found_by_the_name_however_it_is_typed(connection: Connection) -> None:
    for asked, names in (
        ("Trần Thị Lam", [LAM]),
        ("tran thi lam", [LAM]),
        ("Trần Thị Lâm", []),  # accents that are typed count
        ("Lê Thủy Tiên", [THUY]),  # where a tone mark stands does not
        ("Lê Thúy Tiên", []),
        ("thi lam", [LAM]),
        ("Minh Khôi", [KHOI]),
        ("  ", []),
    ):
        assert [one.name for one in people.find(connection, asked)] == names


def test_people_are_chosen_by_words_office_body_and_day(connection: Connection) -> None:
    def chosen(**which: str) -> list[str]:
        total, found = people.people(connection, **which)  # type: ignore[arg-type]  # the rest has defaults
        assert total == len(found)
        return [one.name for one in found]

    assert chosen() == [LAM, THUY, KHOI]
    assert chosen(words="lam") == [LAM]
    assert chosen(office="Tổng thư ký") == [LAM]
    assert chosen(office="chủ tịch", first="2023-01-01", last="2023-12-31") == [LAM, THUY]
    assert chosen(organization=UNION) == [LAM, THUY, KHOI]
    assert chosen(organization="Hội Làm vườn") == []
    total, found = people.people(connection, limit=1, after=1)
    assert (total, [one.name for one in found]) == (3, [THUY])


def test_holders_of_an_office_are_told_for_the_time_that_is_asked_for(connection: Connection) -> None:
    asked = f"chủ tịch {UNION}"

    assert [one.name for one in people.holders(connection, office=asked)] == [KHOI, LAM]
    (one,) = people.holders(connection, office=asked, first="2024-01-01", last="2024-12-31")
    assert (one.name, one.organization, one.former) == (LAM, UNION, False)
    assert people.holders(connection, office=asked, first="2020-01-01", last="2020-12-31") == ()


def test_who_spoke_in_an_office_then_has_an_answer_with_the_sentence(connection: Connection) -> None:
    asked = f"Chủ tịch {UNION}"

    found = people.spoke(connection, office=asked, first="2024-01-01", last="2024-12-31", limit=10)

    assert [(one.speaker, one.passage.text) for one in found] == [
        (LAM, ARTICLES[3].text),
        (LAM, ARTICLES[2].text),
    ]
    assert people.spoke(connection, office=asked, first="2019-01-01", last="2019-12-31", limit=10) == ()


def test_who_is_only_reported_to_have_spoken_is_told_with_the_sentence(
    store: Engine, connection: Connection
) -> None:
    asked = f"Chủ tịch {UNION}"
    (held,) = people.holders(connection, office=asked, last="2019-12-31")
    article_id = held.passages[0].line.article
    connection.close()
    with writing(store) as changed:
        part = {"article_id": article_id, "number": 9, "role": "speaker", "place": 0, "name": KHOI}
        changed.execute(insert(participation).values(part))
        (one,) = people.spoke(changed, office=asked, first="2019-01-01", last="2019-12-31", limit=10)

    assert (one.speaker, one.words) == (KHOI, f"{KHOI} phát biểu bế mạc lớp học.")
    assert one.passage.text == ARTICLES[4].text


def test_a_body_has_its_officers_and_an_article_its_words(connection: Connection) -> None:
    (held,) = people.holders(connection, office=f"Chủ tịch {UNION}", first="2024-01-01")
    assert held.organization_id

    officers = tenures.held_in(connection, [held.organization_id])
    assert [(one.name, one.office) for one in officers] == [
        (KHOI, "Chủ tịch"),
        (LAM, "Phó Chủ tịch"),
        (LAM, "Tổng Thư ký"),
        (THUY, "Phó Chủ tịch"),
        (LAM, "Chủ tịch"),
    ]
    (said,) = sayings.said_in(connection, [held.passages[-1].line.article])
    assert said.words == "nhân dân là gốc của tình hữu nghị"
    assert sayings.said_by(connection, [held.organization_id]) == ()


def test_an_id_that_another_has_taken_over_leads_to_the_person(store: Engine, connection: Connection) -> None:
    lam, khoi = the_id(connection, LAM), the_id(connection, KHOI)
    connection.close()
    with writing(store) as changed:
        rulings.decide_pair(changed, lam, khoi, same=True, made_by="lan")
        relink(changed)
    with store.connect() as after:
        found = [people.dossier(after, id_) for id_ in (lam, khoi)]
        names = people.names_of(after, KHOI)

    assert found[0]
    assert found[0] == found[1]
    assert found[0].person.articles == 4
    assert set(names) == {LAM, KHOI}


@pytest.mark.parametrize(
    ("title", "body", "whole"),
    [
        ("Chủ tịch", "Hội Luật gia Việt Nam", "Chủ tịch Hội Luật gia Việt Nam"),
        ("Trưởng ban", "Ban Dân vận Trung ương", "Trưởng Ban Dân vận Trung ương"),
        ("Trưởng Ban Dân vận Trung ương", "Ban Dân vận Trung ương", "Trưởng Ban Dân vận Trung ương"),
        ("Chủ tịch nước", None, "Chủ tịch nước"),
    ],
)
def test_an_office_is_shown_with_its_body_once(title: str, body: str | None, whole: str) -> None:
    assert tenures.titled(title, body) == whole
