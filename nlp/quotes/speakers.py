"""What was said in, the same with its speaker out."""

from collections.abc import Iterator, Sequence

from nlp.document import Entity, Office, Quote
from nlp.quotes.names import Names, Subject
from nlp.quotes.people import People
from nlp.quotes.said import Said
from nlp.quotes.view import View
from nlp.quotes.words import listed

_SPOKEN = 30  # letters of a quotation in which nobody is spoken of


def speakers(view: View, names: Names, found: Sequence[Said], offices: Sequence[Office]) -> tuple[Quote, ...]:
    """In order; without those whose speaker is neither named nor an office."""
    if not found:
        return ()
    people = People(view, offices, lambda: _inline(view, names))
    told = _spoken_of(view, names, found)
    following = next(told, None)
    quotes: list[Quote] = []
    for said in sorted(found, key=_act_start):
        while following and following[0] < _act_start(said):
            _, name, opens = following
            (people.tell if opens else people.name)(name)
            following = next(told, None)
        quotes += _quote(view, people, said)
    return tuple(sorted(quotes, key=lambda one: (one.start, one.end)))


def _act_start(said: Said) -> int:
    return said.act.start if said.act else said.start


def _quote(view: View, people: People, said: Said) -> Iterator[Quote]:
    name, office = None, None
    if said.act and said.act.subject:
        name, office = people.meant(said.act.subject), _office(view, said.act.subject)
    else:
        name = people.called()
    if name or (office and not _is_common(office)):
        surface, verb = view.text[said.start : said.end], said.act.verb if said.act else None
        yield Quote(said.start, said.end, surface, name, office, said.direct, verb, said.confidence)


def _is_common(office: str) -> bool:
    """Whether it is nobody in particular: "chuyên gia", "đại biểu"."""
    words = office.lower().split()
    return any(" ".join(words[:count]) in listed("titles", "common") for count in (1, 2, 3))


def _office(view: View, subject: Subject) -> str | None:
    """As used there; of one who speaks for a body only how: "đại diện"."""
    if subject.office is None:
        return None
    words = view.text[slice(*subject.office)]
    speaking_for = listed("titles", "speaking_for").all
    return next((words[: len(way)] for way in speaking_for if words.lower().startswith(way)), words)


def _inline(view: View, names: Names) -> Iterator[tuple[str, Entity]]:
    """Persons with the title right before or right after their name."""
    for start, one in view.starting.items():
        if one.type != "PER":
            continue
        whole = names.around(one, least=view.sentences[view.sentence(start)][0])
        if whole.office:
            yield view.text[slice(*whole.office)], one
        for office in names.following(one):
            yield view.text[slice(*office)], one


def _spoken_of(view: View, names: Names, found: Sequence[Said]) -> Iterator[tuple[int, str, bool]]:
    """Who is named where outside quotations, and whether the name opens a sentence or a clause."""
    quoted = sorted((one.start, one.end) for one in found if one.direct and one.end - one.start >= _SPOKEN)
    at = 0
    for start, one in sorted(view.starting.items()):
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        if one.type != "PER" or (at < len(quoted) and quoted[at][0] <= start):
            continue
        first = view.sentences[view.sentence(start)][0]
        begin = names.around(one, least=first).start
        yield start, one.canonical, begin == first or view.masked[begin - 2 : begin] in (", ", "; ")
