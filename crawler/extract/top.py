"""The top of a text in; the date, the page's header and the trail of links that stand there out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crawler.extract.dates import Stamp, is_labelled, read_line
from crawler.extract.lines import Line, looks_like_title
from crawler.letters import fold

TOP = 8  # lines in which the date line stands, behind a breadcrumb and the title
MOST_TOP = 5_000  # characters of them
LONGEST_NAME = 6  # words of a site's name in its header: "Ban Tuyên giáo Trung ương"
_STEP = re.compile(r"\s{2,}|\s?[»›>]\s?")


@dataclass(frozen=True, slots=True)
class Top:
    """`rules` tell of the lines that are no text (crawler/explain/rules.py); `trail` ends in the title."""

    stamp: Stamp | None
    rules: Mapping[int, str]
    trail: Line | None


def read_top(text: str, lines: Sequence[Line]) -> Top:
    dates = _dates(lines)
    rules = {**dict.fromkeys(dates, "date-line"), **dict.fromkeys(_header(lines, dates), "above")}
    return Top(_choose(dates.values()), rules, _trail(text))


def _dates(lines: Sequence[Line]) -> dict[int, Stamp | None]:
    """The date lines at the text's top, by number; None for one that does not tell the article's date.

    A day alone counts with a label or behind the title: before it stands the day of the visit.
    """
    found: dict[int, Stamp | None] = {}
    titled = False
    for line in lines[:TOP]:
        stamp = read_line(line.text)
        if stamp is None:
            titled = titled or looks_like_title(line.text.removeprefix("•").strip())  # in a list, its first
        else:
            told = stamp.precision == "minute" or is_labelled(line.text) or titled
            found[line.at] = stamp if told else None
    return found


def _header(lines: Sequence[Line], dates: Mapping[int, Stamp | None]) -> tuple[int, ...]:
    """The site's name between the day of the visit and the article's date line, where the title follows that."""
    visit = next((at for at, stamp in dates.items() if stamp is None), None)
    told = next((at for at, stamp in dates.items() if stamp and stamp.precision == "minute"), None)
    if visit is None or told is None or told + 1 >= len(lines):
        return ()
    between, title = lines[visit + 1 : told], lines[told + 1].text
    is_name = len(between) == 1 and len(between[0].text.split()) <= LONGEST_NAME
    return (visit + 1,) if is_name and looks_like_title(title.rstrip(" ,…")) else ()


def _trail(text: str) -> Line | None:
    """The title at the end of the trail on top: "Trang chủ    Nghiên cứu    Về chủ đề của Đại hội XIII"."""
    raw = [line.strip() for line in text[:MOST_TOP].split("\n") if line.strip()]
    for at, line in enumerate(raw[:TOP]):
        home, *parts = _STEP.split(line)
        if fold(home) == "trang chu" and len(parts) > 1 and looks_like_title(parts[-1]):
            return Line(at, parts[-1], apart=True)
    return None


def _choose(stamps: Iterable[Stamp | None]) -> Stamp | None:
    """The first with a time, else the first day."""
    told = [stamp for stamp in stamps if stamp]
    return next((stamp for stamp in told if stamp.precision == "minute"), told[0] if told else None)
