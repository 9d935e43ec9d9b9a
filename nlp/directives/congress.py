"""A text and the place of "nghị quyết" in it in, the resolutions of congresses that are cited there out."""

import re
from collections.abc import Iterator

from crawler.letters import fold
from nlp.directives.cite import PARTY_CONGRESS, cite
from nlp.directives.ordinal import NUMERAL, SPELT, listed, ordinal
from nlp.directives.owner import FOREIGN, PARTY, Owner, owner
from nlp.directives.tail import GAP
from nlp.directives.terms import ROMAN
from nlp.document import Citation

_REACH = 240  # letters after "nghị quyết" that are looked at
# For text without accents.
_CONGRESS = re.compile(rf"(?:{GAP}cua)?{GAP}(?:dai{GAP}hoi|dh)(?![^\W_])(?!{GAP}(?:dong|co{GAP}dong)(?![^\W_]))")
_KIND = re.compile(rf"{GAP}(?:dai{GAP}bieu|toan{GAP}quoc|toan{GAP}the)(?![^\W_])")
_OF = re.compile(rf",?(?:{GAP}cua)?{GAP}(?=[^\W_])")
_NTH = re.compile(
    rf",?{GAP}(?:(?P<nth>(?:(?:lan|khoa|ky){GAP})?thu{GAP}|(?:lan|khoa){GAP})?(?P<plain>{NUMERAL})"
    rf"|(?:lan{GAP})?thu{GAP}(?P<spelt>{SPELT}))"
)
_TENURE = re.compile(rf",?{GAP}nhiem{GAP}ky[ ]?(?P<from>20\d\d)[ ]?-[ ]?(?P<to>20\d\d)(?![^\W_])")
_PARTS = 5  # of a congress's name before its ordinal, or after it


def congress(text: str, start: int, end: int) -> Iterator[Citation]:
    """Those whose type word stands at [start, end): "Nghị quyết Đại hội XIII của Đảng", in any order of the words.

    Of a list ("Đại hội XII, XIII của Đảng") each ordinal after the first is a citation of its own.
    """
    after = text[end : end + _REACH]
    folded = fold(after)
    begun = _CONGRESS.match(folded)
    if begun is None:
        return
    before, at = _owned(after, folded, begun.end())
    nth = _NTH.match(folded, at)
    number = _number(after, nth) if nth else None
    if nth is None or number is None:
        if before and (tenure := _TENURE.match(folded, at)):
            yield _of_tenure(text, start, end + tenure.end(), tenure, before)
        return
    spans, at = [(start, end + nth.end(), number)], nth.end()
    for begin, stop, number in listed(after, folded, at):
        spans.append((end + begin, end + stop, number))
        at = stop
    behind, at = _owned(after, folded, at)
    if len(spans) == 1:
        spans = [(start, end + at, spans[0][2])]
    whose = before or behind
    if whose and whose.slug == FOREIGN:
        return
    for begin, stop, number in spans:
        yield _cite(text, begin, stop, number, whose)


def _owned(after: str, folded: str, at: int) -> tuple[Owner | None, int]:
    """Whose the congress is, as far as the words at `at` say, and where they end."""
    found: Owner | None = None
    for _ in range(_PARTS):
        if kind := _KIND.match(folded, at):
            at = kind.end()
        elif found is None and (of := _OF.match(folded, at)) and (one := owner(after, of.end())):
            found, at = one, one.end
        else:
            break
    return found, at


def _number(after: str, nth: re.Match[str]) -> int | None:
    """A Roman numeral in small letters counts only after "thứ"."""
    plain = nth["plain"]
    if plain and not plain.isdigit() and not nth["nth"] and not after[slice(*nth.span("plain"))].isupper():
        return None
    return ordinal(plain or nth["spelt"])


def _cite(text: str, start: int, end: int, number: int, whose: Owner | None) -> Citation:
    party = whose.slug == PARTY if whose else number < len(ROMAN)
    slug = PARTY if party else (whose.slug if whose else "x")
    system = whose.system if whose else "party"
    told = number <= len(ROMAN) and (party or system == "mass")
    return cite(
        text,
        start,
        end,
        type="Nghị quyết",
        issuer=PARTY_CONGRESS if party else (whose.issuer if whose else None),
        term=ROMAN[number - 1] if told else None,
        scope=system,
        canonical=f"{slug}.nq.k{number:02}._dai-hoi",
        evidence="stated-term" if party else None,
    )


def _of_tenure(text: str, start: int, end: int, tenure: re.Match[str], whose: Owner) -> Citation:
    """The congress of a body that is told by its years, not by its ordinal."""
    return cite(
        text,
        start,
        end,
        type="Nghị quyết",
        issuer=whose.issuer,
        scope=whose.system,
        canonical=f"{whose.slug}.nq.x._dai-hoi-{tenure['from']}-{tenure['to']}",
    )
