"""A story in, the documents that somebody signed in it out."""

import re
from collections.abc import Iterator

from nlp.events.story import Story
from nlp.events.visits import Visit

_SIGNED = re.compile(
    r"(?:(?<=\bvừa )|(?<=\bđã )|(?<=\bmới ))(?P<name>ký (?:ban hành |quyết định ban hành )?"
    r"(?:kết luận|nghị quyết|chỉ thị|quyết định|nghị định|quy định|thông tư|công điện|lệnh"
    r"|sắc lệnh)(?: (?:[^,.;:\n]|\.(?=\w)){0,60}?)?)"
    r"(?=\s(?:về|ngày|phê|quy định|yêu cầu|bổ)|[,;:\n]|\.(?!\w))"
)


def signings(story: Story) -> Iterator[Visit]:
    """That a document was signed."""
    for at in story.spots(("ký",)):
        found = _SIGNED.match(story.low, at)
        if found is None:
            continue
        start, end = found.span("name")
        yield Visit(start, end, "khác", story.text[start:end], verbatim=True)
