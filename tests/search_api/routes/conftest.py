"""Articles on a small society, in which people change their offices, and a client that serves them."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection, Engine

from crawler.article import Article
from crawler.database import writing
from indexer.catalog import events, organizations, people, shelf
from indexer.catalog.articles import Found
from nlp.annotate import recognise
from nlp.document import AnnotatedDocument, Entity, Event, Office, Quote

DUC, AN, CLUB = "Trần Minh Đức", "Lê Thu An", "Hội Hữu nghị Sông Lam"
MEETING = "Hội nghị tổng kết công tác hữu nghị năm 2022"


def told(
    title: str,
    *paragraphs: str,
    published: str,
    persons: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (CLUB,),
    held: tuple[tuple[str, str, str, str | None], ...] = (),
    said: tuple[tuple[str, str | None, str | None], ...] = (),
    event: Event | None = None,
) -> Found:
    """`held`: words of the text that say it, person, office and body; `said`: the words, speaker and office."""
    article = Article(title, None, paragraphs, published=published, precision="day")
    text = article.text

    def spot(words: str) -> tuple[int, int, str]:
        start = text.index(words)
        return start, start + len(words), words

    named = [(name, "PER") for name in persons] + [(name, "ORG") for name in bodies]
    document = AnnotatedDocument(
        entities=tuple(Entity(*spot(name), type_, name, by="test") for name, type_ in named),
        citations=recognise(text).citations,
        offices=tuple(Office(*spot(words), person, title, body) for words, person, title, body in held),
        quotes=tuple(Quote(*spot(words), speaker, office, direct=True) for words, speaker, office in said),
        events=(event,) if event else (),
    )
    return Found(article, document)


VICE = f"Phó Chủ tịch {CLUB}"
CHAIR = f"Chủ tịch {CLUB}"
HEAD = "Trưởng Ban Đối ngoại Sông Lam"
EARLY = told(
    "Gặp mặt đầu năm",
    f"Ông {DUC}, {VICE}, nói: “Hữu nghị là cây cầu”.",
    published="2019-03-05",
    persons=(DUC,),
    held=((VICE, DUC, "Phó Chủ tịch", CLUB),),
    said=(("Hữu nghị là cây cầu", DUC, "Phó Chủ tịch"),),
)
BRIDGE = "Đối ngoại nhân dân phải đi trước một bước"
REPORT = told(
    MEETING,
    f"Sáng 19/7, tại Hà Nội, {CLUB} tổ chức hội nghị. Ông {DUC}, {VICE}, chủ trì.",
    f"Bà {AN}, {HEAD}, nhắc đến Chỉ thị số 12-CT/TW ngày 05/01/2022: “{BRIDGE}”.",
    published="2022-07-19",
    persons=(DUC, AN),
    held=((VICE, DUC, "Phó Chủ tịch", CLUB), (HEAD, AN, HEAD, None)),
    said=((BRIDGE, AN, HEAD),),
    event=Event(
        MEETING, "hội nghị", "2022-07-19", "Hà Nội", CLUB, (DUC,), (AN,), main=True, attendance=200, online=True
    ),
)
OTHER_REPORT = told(
    MEETING,
    f"Ngày 19/7, tại Vinh, {CLUB} tổ chức hội nghị. Ông {DUC}, {VICE}, chủ trì, bà {AN}, {HEAD}, phát biểu.",
    published="2022-07-20",
    persons=(DUC, AN),
    held=((VICE, DUC, "Phó Chủ tịch", CLUB), (HEAD, AN, HEAD, None)),
    event=Event(MEETING, "hội nghị", "2022-07-19", "Vinh", CLUB, (DUC,), (AN,), main=True),
)
LATE = told(
    "Tiếp đoàn đại biểu",
    f"Ông {DUC}, {CHAIR}, tiếp đoàn.",
    published="2024-05-06",
    persons=(DUC,),
    held=((CHAIR, DUC, "Chủ tịch", CLUB),),
    event=Event("Tiếp đoàn đại biểu", "tiếp", "2024-05-06", None, CLUB, (DUC,), main=True),
)
NAMESAKE = told(
    "Xưởng gỗ mới",
    f"Ông {DUC}, Giám đốc Công ty Gỗ Thanh Chương, khánh thành xưởng.",
    published="2021-02-02",
    persons=(DUC,),
    bodies=("Công ty Gỗ Thanh Chương",),
    held=(("Giám đốc Công ty Gỗ Thanh Chương", DUC, "Giám đốc", "Công ty Gỗ Thanh Chương"),),
)
TOLD = (EARLY, REPORT, LATE, NAMESAKE)


def make_known(store: Engine) -> None:
    """Write persons, bodies and events as told, whatever the recognisers of events would make of the texts."""
    found = {one.article.text: one.document for one in (*TOLD, OTHER_REPORT)}
    with writing(store) as connection:
        for batch in shelf.read_all(connection):
            for stored in batch:
                _write(connection, stored, replace(stored.document, events=found[stored.article.text].events))


def _write(connection: Connection, stored: shelf.StoredArticle, document: AnnotatedDocument) -> None:
    bodies = organizations.write(connection, stored.id, document, day=stored.day)
    people.write(connection, stored.id, stored.article.text, document, day=stored.day, organizations=bodies)
    events.write(connection, stored.id, document, day=stored.day)


@pytest.fixture(scope="session")
def society(tmp_path_factory, serving) -> TestClient:
    """Nothing changes its store."""
    return serving(tmp_path_factory.mktemp("society"), TOLD, printed_again=[OTHER_REPORT], then=make_known)
