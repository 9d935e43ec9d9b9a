"""What a person types for a document in; the numbers and keys under which its citations are found out."""

from nlp.directives.documents import bundled
from nlp.directives.entry import KEY
from nlp.directives.find import find
from nlp.directives.key import is_decided
from nlp.directives.number import normal_form
from nlp.directives.resolve import Context, resolve
from nlp.normalize import compose, standard

LONGEST = 300  # letters; the longest name of a law has 110


def is_key(text: str) -> bool:
    """Whether `text` is written as a key that names one document."""
    return KEY.fullmatch(text) is not None and is_decided(text)


def meant(typed: str) -> tuple[str, ...]:
    """A key, a number in normal form, or the keys of all that the words may mean ("Chỉ thị 38"); else nothing."""
    typed = typed.strip()
    if is_key(typed):
        return (typed,)
    if len(typed) > LONGEST:
        return ()
    if normal := normal_form(typed):
        return (normal,)
    text = standard(compose(typed).text)
    found = resolve(text, find(text), registry=bundled(), context=Context())
    whole = [one for one in found if (one.start, one.end) == (0, len(text)) or one.full_end == len(text)]
    keys = (key for one in whole for key in (one.canonical, *one.candidates))
    return tuple(dict.fromkeys(key for key in keys if key and is_decided(key)))
