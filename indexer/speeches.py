"""The name of an office in; who spoke in it when, with the words or the sentence that says so, out."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select

from indexer.catalog.content import unpack_article, unpack_document
from indexer.catalog.gatherings import participation
from indexer.catalog.rollbook import appearance, office, person, quote
from indexer.catalog.tables import article, recognition
from indexer.roll import Line, Passage, Said
from indexer.sayings import said_as
from indexer.tenures import is_office
from nlp.directives.sentence import sentence
from nlp.offices.titled import titled

MOST = 100  # answers
_SPEAKS = re.compile(
    r"phát biểu|khai mạc|bế mạc|kết luận|cho biết|nhấn mạnh|khẳng định|đề nghị|yêu cầu|tham luận|trình bày|báo cáo"
    r"|chia sẻ|nêu|đánh giá|chỉ đạo|trao đổi|cảm ơn"
)


def spoke(
    connection: Connection,
    *,
    office: str,
    first: str | None = None,
    last: str | None = None,
    limit: int = MOST,
) -> tuple[Said, ...]:
    """What the holders of the office said in that time, in the order of days; days are those of the articles.

    Of who is only reported to have spoken, `words` are the clause that reports it.
    """
    said = said_as(connection, office=office, first=first, last=last, limit=limit)
    rows = connection.execute(_speakers(office, first, last).limit(limit)).all()
    reported = [(row.day or "9999", _reported(row)) for row in rows]
    return tuple(one for _, one in sorted([*said, *reported], key=itemgetter(0)))[:limit]


def _speakers(asked: str, first: str | None, last: str | None) -> Select[Any]:
    """Speakers at events of whom the article says that they hold the office, and quotes nothing."""
    here = appearance.c.article_id
    named = and_(office.c.article_id == here, office.c.name == appearance.c.name)
    spoke = (
        participation.c.article_id == here,
        participation.c.name == appearance.c.name,
        participation.c.role == "speaker",
    )
    quoted = (quote.c.article_id == here, quote.c.speaker == appearance.c.name)
    chosen = (
        select(appearance, office.c.office, office.c.organization, office.c.start, office.c.end)
        .add_columns(article.c.title, article.c.url, article.c.source, article.c.published, article.c.content)
        .add_columns(article.c.day.label("printed"), person.c.name.label("shown"))
        .add_columns(recognition.c.content.label("document"))
        .join(office, named)
        .join(person, person.c.id == appearance.c.person_id)
        .join(article, article.c.id == here)
        .join(recognition, recognition.c.text_hash == article.c.text_hash)
        .where(is_office(asked), office.c.former.is_(False), article.c.removed.is_(False))
        .where(select(participation.c.place).where(*spoke).exists())
        .where(~select(quote.c.place).where(*quoted).exists())
        .order_by(func.coalesce(appearance.c.day, "9999"), here)
    )
    if first:
        chosen = chosen.where(appearance.c.day >= first)
    return chosen.where(appearance.c.day <= last) if last else chosen


def _reported(row: Row[Any]) -> Said:
    text = unpack_article(row.content).text
    start, end = _clause(text, row)
    at, until = sentence(text, start, end)
    line = Line(row.article_id, row.title, row.url, row.source, row.published, row.printed)
    return Said(
        person=row.person_id,
        speaker=row.shown,
        office=titled(row.office, row.organization),
        organization=None,
        words=text[start:until],
        direct=False,
        resolved=False,
        passage=Passage(line, text[at:until], at, start - at, until - at),
    )


def _clause(text: str, row: Row[Any]) -> tuple[int, int]:
    """Where the speaker is named with a verb of speaking after it; else where the office is printed."""
    for start, end in _mentions(row):
        _, until = sentence(text, start, end)
        if _SPEAKS.search(text, end, until):
            return start, end
    return row.start, row.end


def _mentions(row: Row[Any]) -> Iterator[tuple[int, int]]:
    document = unpack_document(row.document)
    return ((one.start, one.end) for one in document.entities if one.canonical == row.name)
