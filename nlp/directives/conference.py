"""A text and the place of "kết luận" in it in, the numberless document of a national conference out."""

import re
from collections.abc import Iterator

from crawler.letters import fold
from nlp.directives.cite import cite
from nlp.directives.tail import GAP
from nlp.directives.vocabulary import vocabulary
from nlp.document import Citation

_REACH = 160  # letters after the type word
# For text without accents.  Its year is part of the name; a comma would begin a clause ("kết luận hội nghị, …").
_CONFERENCE = re.compile(
    rf"(?:{GAP}cua|{GAP}tai)?{GAP}(?P<name>hoi{GAP}nghi{GAP}(?:[^\W\d_]+{GAP}){{0,4}}?toan{GAP}quoc{GAP}"
    rf"(?:[^\W\d_]+(?:{GAP}|[ ]?[,-]{GAP})){{1,16}}?)nam{GAP}(?P<year>20\d\d)(?![^\W_]|[/.-]\d)"
)
_GAPS = re.compile(r"[^a-z0-9]+")


def conference(text: str, start: int, end: int, type_: str) -> Iterator[Citation]:
    """That whose type word stands at [start, end): "Kết luận Hội nghị toàn quốc công tác … năm 2023"."""
    found = _CONFERENCE.match(fold(text[end : end + _REACH]))
    if found is None:
        return
    code = vocabulary().words[fold(type_)].code
    slug = _GAPS.sub("-", found["name"]).strip("-")
    yield cite(
        text,
        start,
        end + found.end(),
        type=type_,
        year=found["year"],
        canonical=f"x.{code}.{found['year']}._{slug}",
    )
