"""Openings of texts and what extraction made of them in, how many dates and numbers are right out."""

from collections.abc import Iterable

from crawler.article import Article
from crawler.scoring.gold import Opening
from crawler.scoring.pages import Miss, Score

LONGEST = 60  # characters of an address in a message


def score_openings(found: Iterable[tuple[Opening, Article | None]]) -> Score:
    """What begins an official text needs its number too; a text of exchanged tone marks must be refused.

    A list is right when it is refused, or when the day of its first entry is read.
    """
    made = Score()
    for opening, article in found:
        got: str | None = "an article"
        if opening.is_spam:
            right = article is None
        elif opening.number:
            right, got = _tells(opening, article)
        else:
            got = article.published if article else None
            right = (opening.is_list and article is None) or got == _day_or_minute(opening.date)
        said = f"{opening.number or ''} {opening.date}, got {got}".strip()
        made.check("openings", right, Miss("OPENING", opening.url[:LONGEST], said))
    return made


def _tells(opening: Opening, article: Article | None) -> tuple[bool, str | None]:
    head = article.document if article else None
    if head is None:
        return False, None
    return (head.number, head.issued_on) == (opening.number, opening.date), f"{head.number} {head.issued_on}"


def _day_or_minute(date: str | None) -> str | None:
    """As `Article.published` writes it: cut to the minute, in Vietnamese time."""
    return f"{date[:16]}+07:00" if date and len(date) > len("YYYY-MM-DD") else date
