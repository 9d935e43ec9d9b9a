"""One numbered citation in, the document that its own words mean, or that the first clue round it decides, out."""

import datetime as dt
from dataclasses import dataclass, replace

from nlp.directives.candidates import candidates, in_order, is_open, issue_of
from nlp.directives.evidence import Rule
from nlp.directives.reading import Reading
from nlp.directives.registry import Document, Registry
from nlp.directives.subjects import meant
from nlp.directives.terms import ROMAN, party_term
from nlp.document import Citation

# By how much the numbers of the Prime Minister's ordinary decisions run ahead of the day of the year: of 50 cited
# with a day, by 2.0 and more; 161 of the series whose numbers hold the year, by 1.0 at most.
ORDINARY_PACE = 1.5
_FIRST_YEAR, _SLIPS = 1945, 1  # digits of a printed year that may be mistyped


@dataclass(frozen=True, slots=True)
class Decision:
    """`key` holds an "x" where `rule` is OPEN."""

    key: str
    rule: Rule
    candidates: tuple[str, ...] = ()


def by_person(citation: Citation) -> Decision | None:
    """What somebody decided, which stands in the citation already: a document, or that it is left open."""
    if citation.evidence != Rule.PERSON.slug:
        return None
    return Decision(citation.canonical or "", Rule.PERSON, citation.candidates)


def own(said: Reading, registry: Registry, *, printed_on: str | None) -> Decision | None:
    """What the words of the citation itself decide: its day, its term, its year."""
    if said.body == "x":
        return None
    return _of_party(said, registry) if said.central else _of_state(said, registry, printed_on=printed_on)


def _of_party(said: Reading, registry: Registry) -> Decision | None:
    if said.issued and (term := party_term(said.issued)):
        key = said.key(term=term)
        known = [one for one in registry.numbered(said.code, said.number) if said.fits(one.key)]
        there = [one for one in known if one.key.split(".")[:3] == key.split(".")[:3] or _is_sibling(one, key)]
        if there or not known or in_order(key, said.issued, registry):
            return Decision(_split(key, there, said), Rule.OWN_DATE)
    if said.term:
        key = said.key()
        there = [one for one in registry.numbered(said.code, said.number) if _is_sibling(one, key)]
        return _double(key, there, said, Rule.STATED_TERM)
    if said.year:
        return _year_word(said, registry)
    return None


def _year_word(said: Reading, registry: Registry) -> Decision | None:
    """A year in which a congress was held belongs to two terms; then a known document must say which."""
    terms = {party_term(f"{said.year}-01-01"), party_term(f"{said.year}-12-31")} - {None}
    known = [one for one in registry.numbered(said.code, said.number) if said.fits(one.key)]
    of_year = [one for one in known if (one.issued_on or "")[:4] == said.year]
    if len(of_year) == 1:
        return Decision(of_year[0].key, Rule.YEAR_WORD)
    if len(terms) == 1 and not known:
        return Decision(said.key(term=terms.pop()), Rule.YEAR_WORD)
    return None


def _is_sibling(one: Document, key: str) -> bool:
    """Of the same body, period and number, in the same series or the one that is printed alike."""
    body, _, period, local = key.split(".", 3)
    other, _, its_period, its_local = one.key.split(".", 3)
    return (body, period, local) == (other, its_period, its_local.split("~")[0])


def _split(key: str, there: list[Document], said: Reading) -> str:
    """The known document among those of one number and term: by its day, else the only one."""
    same_day = [one.key for one in there if one.issued_on == said.issued]
    if len(same_day) == 1:
        return same_day[0]
    keys = {one.key for one in there}
    return key if key in keys or len(keys) != 1 else keys.pop()


def _double(key: str, there: list[Document], said: Reading, rule: Rule) -> Decision | None:
    """Two documents may bear one number in one term; then what they are about decides."""
    if len({one.key for one in there}) < 2 or any(one.key == key for one in there):
        return Decision(there[0].key if len(there) == 1 else key, rule)
    at = meant(said.citation.subject or "", [one.title for one in there])
    return Decision(there[at].key, Rule.SUBJECT) if at is not None else None


def _of_state(said: Reading, registry: Registry, *, printed_on: str | None) -> Decision | None:
    year = said.year or (said.issued or "")[:4]
    if not year:
        return None
    if not _is_possible(year, printed_on):
        return _repaired(said, registry, printed_on=printed_on)
    key = said.key(year=year)
    if is_open(key):
        return None
    there = [one for one in _of_body(said, registry) if one.key.split(".")[2] == year]
    rule = Rule.PRINTED if said.dated else (Rule.YEAR_WORD if said.year else Rule.OWN_DATE)
    if said.dated:
        return Decision(_as_known(key, there, said), rule)
    return Decision(_series(key, there, said), rule)


def _of_body(said: Reading, registry: Registry) -> list[Document]:
    """Known documents of the body; where only its place is missing, those of the same day."""
    found = [one for one in registry.numbered(said.code, said.number) if said.fits_body(one.key.split(".")[0])]
    if said.body.endswith("-x") and not said.symbol.assembly:
        return [one for one in found if said.issued and one.issued_on == said.issued]
    return found


def _is_possible(year: str, printed_on: str | None) -> bool:
    return _FIRST_YEAR <= int(year) <= int((printed_on or "2050")[:4])


def _repaired(said: Reading, registry: Registry, *, printed_on: str | None) -> Decision | None:
    """The one known document whose year is a slip of a digit away from the impossible one."""
    unsure = replace(said, year=None, dated=False)
    near = [
        one
        for one in candidates(unsure, registry, printed_on=printed_on)
        if sum(a != b for a, b in zip(issue_of(one)[:4], said.year or "", strict=False)) <= _SLIPS
    ]
    if len(near) == 1:
        return Decision(near[0].key, Rule.REPAIRED)
    return Decision(said.key(), Rule.OPEN) if is_open(said.key()) else Decision(said.key(), Rule.PRINTED)


def _as_known(key: str, there: list[Document], said: Reading) -> str:
    """The printed key, but where no such document can be and the like is known.

    The Government numbers its ordinary resolutions without the year, and has passed hardly any others, so
    "77/2014/NQ-CP" is 77/NQ-CP where that is known.  Decisions have both series: there the day must agree.
    """
    if any(one.key == key for one in there) or len(there) != 1:
        return key
    same_day = bool(said.issued) and there[0].issued_on == said.issued
    return there[0].key if same_day or said.symbol.assembly or (said.code, said.body) == ("nq", "cp") else key


def _series(key: str, there: list[Document], said: Reading) -> str:
    """A number without its year may be of either of two series.

    The known document of the day decides, then the printed symbol, the subject, the only known one, and at last
    the pace of the numbers.
    """
    same_day = {one.key for one in there if said.issued and one.issued_on == said.issued}
    if len(same_day) == 1:
        return same_day.pop()
    if said.symbol.text:
        return key
    if (at := meant(said.citation.subject or "", [one.title for one in there])) is not None:
        return there[at].key
    if len(there) == 1 and not said.issued:
        return there[0].key
    if (said.body, said.code) != ("ttg", "qd") or not said.issued or said.year or not said.number.isdigit():
        return key
    day = dt.date.fromisoformat(said.issued).timetuple().tm_yday
    body, code, rest = key.split(".", 2)
    return f"{body}.{code}pl.{rest}" if int(said.number) < ORDINARY_PACE * day else key


def term_of(key: str) -> str | None:
    """The Party's term that a key says, in Roman."""
    parts = key.split(".")
    period = parts[2] if len(parts) > 2 else ""
    central = parts[0] in ("tw", "hntw") or parts[0].endswith("tw")
    return ROMAN[int(period[1:]) - 1] if central and period[:1] == "k" else None
