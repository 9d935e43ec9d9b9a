"""Pages of lines in, the same without what is printed on every page: heads, feet, numbers, stamps."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.papers.line import Line, Page

EDGE = 3  # heights at the top and at the foot of a page at which its head and foot stand
MOST = 2  # texts side by side in one of them, besides the number; the head of a table has more
HEIGHT = 3  # sizes of the letters, by which the place of a head or foot may differ
OFTEN = 3  # pages on which a text must stand to be one
SHARE = 0.4  # of the pages: even and odd ones have their own
STAMP_LINES = 12  # at the beginning or end of a page, in which the stamp of a digital signature stands
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:(?:trang|page)\s*)?[-–—(\[|\s]*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—)\]|\s]*", re.IGNORECASE
)
_GAZETTE = re.compile(r"(?:\d{1,4}\s+)?CÔNG BÁO\s?/\s?Số\s[\d\s+]+/\s?Ngày\s[\d/-]+(?:\s+\d{1,4})?")
_STAMP = re.compile(
    r"(?:người ký|ký bởi|được ký bởi|ký ngày|cơ quan|ngày ký|thời gian ký|giờ ký|email)\s*:", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:người ký|ký bởi|được ký bởi)\s*:", re.IGNORECASE)
_UNIT = re.compile(r"^-?\d+ (?:điều|chương|mục|phần|khoản) #")
_TIME = re.compile(r"[\d./:+T\s-]{8,40}(?:Z|[AP]M)?", re.IGNORECASE)


def drop_running(pages: Sequence[Page]) -> tuple[Page, ...]:
    often = _often(pages)
    return tuple(
        replace(
            page,
            lines=_body(page.lines, often),
            aside=tuple(
                text for text in page.aside if not _GAZETTE.fullmatch(text) and not _NUMBER.fullmatch(text)
            ),
        )
        for page in pages
    )


def _often(pages: Sequence[Page]) -> frozenset[str]:
    """Keys of the texts that stand at the edges of many pages."""
    least = max(OFTEN, SHARE * len(pages))
    counts: Counter[str] = Counter()
    for page in pages:
        levels = list(_levels(page.lines))
        edges = (*levels[:EDGE], *levels[max(EDGE, len(levels) - EDGE) :])
        counts.update({_key(line) for level in edges for line in level})
    return frozenset(key for key, count in counts.items() if count >= least and not _UNIT.search(key))


def _body(lines: Sequence[Line], often: frozenset[str]) -> tuple[Line, ...]:
    kept = _without_stamp([line for line in lines if not _GAZETTE.fullmatch(line.text)])
    levels = list(_levels(kept))
    dropped: set[int] = set()
    for side in (levels, levels[::-1]):
        for level in side[:EDGE]:
            if not _is_running(level, often):
                break
            dropped.update(map(id, level))
    body = tuple(line for line in kept if id(line) not in dropped)
    # A page of nothing else is one of a list, or of forms.
    return body or tuple(line for line in kept if not _NUMBER.fullmatch(line.text))


def _is_running(level: Sequence[Line], often: frozenset[str]) -> bool:
    texts = [line for line in level if not _NUMBER.fullmatch(line.text)]
    return len(texts) <= MOST and len(level) - len(texts) <= 1 and all(_key(line) in often for line in texts)


def _levels(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines by height, from the top down: those that stand side by side together."""
    level: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if level and not level[-1].is_level_with(line):
            yield level
            level = []
        level.append(line)
    if level:
        yield level


def _without_stamp(lines: list[Line]) -> list[Line]:
    """The lines from the first to the last that a digital signature prints of itself, left out."""
    for part in (range(min(STAMP_LINES, len(lines))), range(max(0, len(lines) - STAMP_LINES), len(lines))):
        labels = [at for at in part if _STAMP.match(lines[at].text)]
        if len(labels) > 1 and any(_SIGNED.match(lines[at].text) for at in labels):
            last = labels[-1] + 1
            last += last < len(lines) and _TIME.fullmatch(lines[last].text) is not None
            return lines[: labels[0]] + lines[last:]
    return lines


def _key(line: Line) -> str:
    """What it says but for numbers, and how high it stands: a form's lines are not as high on every page."""
    return f"{round(line.base / (HEIGHT * line.size))} {_DIGITS.sub('#', ' '.join(line.text.lower().split()))}"
