"""A span of a text and what its words say in, the citation by name out."""

from typing import Any

from nlp.document import Citation

PARTY_CONGRESS = "Đại hội đại biểu toàn quốc của Đảng"


def cite(text: str, start: int, end: int, **said: Any) -> Citation:
    """`said` are fields of Citation."""
    return Citation(
        start=start,
        end=end,
        surface=text[start:end],
        full_start=start,
        full_end=end,
        kind="named",
        **said,
    )
