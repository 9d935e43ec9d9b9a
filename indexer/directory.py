"""What a person asks for in, the documents of the registry that are meant out."""

from nlp.directives.display import from_key, number_of
from nlp.directives.meant import is_key
from nlp.directives.number import normal_form, read
from nlp.directives.registry import Document, Registry, spoken


def documents_of(known: Registry, asked: str) -> tuple[Document, ...]:
    """Those with this key, number (in any spelling) or name; the order of keys, which is that of terms.

    A key that the registry does not know gives a document of which nothing but the key is known.
    """
    asked = asked.strip()
    if (found := known.get(asked)) is not None:
        return (found,)
    if is_key(asked):
        return (from_key(asked),)
    if normal := normal_form(asked):
        near = (one for one in known if one.numbers or one.number == _digits(normal))
        return tuple(sorted((one for one in near if normal in normals(one)), key=lambda one: one.key))
    return tuple(sorted(known.called(asked), key=lambda one: one.key))


def search(known: Registry, words: str) -> tuple[Document, ...]:
    """Documents with all of these words in number, title, name or issuer; accents don't count."""
    wanted = spoken(words).split()
    return tuple(one for one in known if all(f" {word}" in _described(one) for word in wanted))


def normals(one: Document) -> frozenset[str]:
    """The numbers under which the document is cited, in normal form."""
    printed = filter(None, (number_of(one.key), *map(normal_form, one.numbers)))
    spelled = normal_form(display(one)) if one.number else None
    return frozenset((*printed, *((spelled,) if spelled else ())))


def display(one: Document) -> str:
    """How people write the document's number; else its name, else its key."""
    if one.number and one.symbol:
        digits = f"{one.number:0>2}" if one.number.isdigit() else one.number
        if "/" in one.symbol:
            return f"{digits}-{one.symbol}"
        return "/".join(part for part in (digits, one.year, one.symbol) if part)
    return (one.names[0] if one.names else None) or number_of(one.key) or one.title or one.key


def _digits(normal: str) -> str | None:
    number = read(normal, 0)
    return number.number if number else None


def _described(one: Document) -> str:
    """Everything that words are looked for in, each word after a space."""
    said = (display(one), one.type, one.title, one.issuer, *one.names)
    return " " + spoken(" ".join(filter(None, said)))
