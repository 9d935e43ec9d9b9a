"""An office and its body in, the office as people name it, with its body, out."""

from nlp.entities.gazetteer import gazetteer
from nlp.normalize import standard
from nlp.offices.key import office_key


def titled(office: str, body: str | None) -> str:
    """The body is added where the office does not name it, and what both share is said once.

    ("Chủ tịch", "Hội Luật gia") -> "Chủ tịch Hội Luật gia", ("Trưởng ban", "Ban Dân vận") -> "Trưởng Ban Dân vận",
    ("Uỷ viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng") as it is.
    """
    if not body or office_key(office, body) == office_key(office) or _names(office, body):
        return office
    words, after = office.split(), body.split()
    for count in range(min(len(words) - 1, len(after)), 0, -1):
        if _plain(words[-count:]) == _plain(after[:count]):
            return " ".join((*words[:-count], *after))
    return f"{office} {body}"


def _names(office: str, body: str) -> bool:
    """Whether the office ends with a listed name of the body."""
    called = gazetteer().called
    words = office.split()
    meant = called(body) or body
    return any(called(" ".join(words[at:])) == meant for at in range(1, len(words)))


def _plain(words: list[str]) -> str:
    return standard(" ".join(words)).lower()
