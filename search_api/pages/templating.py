"""A template's name and its values in, a page out."""

import re
from datetime import date, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from indexer.catalog.moments import VIETNAM
from indexer.differences import is_changed
from search_api.pages.warnings import in_vietnamese
from search_api.pages.words import REMARKS

_MONTH = re.compile(r"(\d{4})-(\d{2})")


def render(template: str, /, **values: Any) -> str:
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    """Every value is escaped, whatever the template is called; a misspelt one is an error."""
    made = Environment(
        loader=PackageLoader("search_api.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "thousands": thousands,
        "moment": moment,
        "days": days,
        "opened": opened,
        "web": web_address,
        "vietnamese": in_vietnamese,
        "changed": is_changed,
        "remark": remark,
    }
    return made


def thousands(number: int) -> str:
    """18006 -> "18.006", as it is written in Vietnamese."""
    return f"{number:,}".replace(",", ".")


def moment(published: str | datetime) -> str:
    """The local time of "2026-03-07T08:47+07:00", as "07/03/2026, 08:47"; a day alone stays one.

    What is no time is shown as it is.
    """
    try:
        if isinstance(published, str) and len(published) == len("2026-03-07"):
            return f"{date.fromisoformat(published):%d/%m/%Y}"
        stamp = datetime.fromisoformat(published) if isinstance(published, str) else published
    except ValueError:
        return str(published)
    return f"{stamp.astimezone(VIETNAM) if stamp.tzinfo else stamp:%d/%m/%Y, %H:%M}"


def days(span: str) -> str:
    """A day or month, or the first and the last one: "2024-04-19/2024-04-20"."""
    return " – ".join(map(_day, span.split("/")))


def remark(flag: str) -> str:
    return REMARKS.get(flag, flag)


def opened(name: str) -> str:
    """A name that was taken from the middle of a sentence, as a heading: "hội nghị" -> "Hội nghị"."""
    return name[:1].upper() + name[1:]


def _day(one: str) -> str:
    """A month is none of the times that Python reads: "2024-04" -> "4/2024"."""
    month = _MONTH.fullmatch(one)
    return f"{int(month[2])}/{month[1]}" if month else moment(one)


def web_address(url: str | None) -> str | None:
    """`url` where it leads to the web; None for `javascript:` and whatever else a site may have put there."""
    plain = (url or "").strip()
    return plain if plain.lower().startswith(("http://", "https://")) else None
