"""The reason why a file gave no article in, what a person can do about it out."""

from collections.abc import Iterable

_AGAIN = "then give the file again"
_MENDS = {
    "needs-tesseract": "its text is a picture; install the program that reads those: "
    f"sudo apt-get install tesseract-ocr tesseract-ocr-vie, {_AGAIN}",
    "needs-tesseract-vie": "its text is a picture, and tesseract does not know Vietnamese yet: "
    f"sudo apt-get install tesseract-ocr-vie, {_AGAIN}",
    "needs-antiword": "a Word 97 file; install a program that reads those: sudo apt-get install antiword "
    f"(or libreoffice-writer, which also keeps every row of tables), {_AGAIN}; or save it as .docx",
    "encrypted": "opens only with its password; save a copy without one",
    "damaged": "is cut short or no file of the kind that it claims to be; fetch or save it again",
    "no-pages": "holds no page; save it again",
    "zip-bomb": "would unpack to hundreds of times its size; if that is no accident, save its text apart",
    "too-large": "holds more than is read of one file; divide it",
}


def mend_of(reason: str | None) -> str | None:
    """What to do about it; None where nothing is to be done: a list of links is no article."""
    return _MENDS.get(reason or "")


def mends_of(reasons: Iterable[str]) -> tuple[str, ...]:
    """A line for each reason that has a mend, sorted."""
    return tuple(f"{reason}: {_MENDS[reason]}" for reason in sorted(set(reasons)) if reason in _MENDS)
