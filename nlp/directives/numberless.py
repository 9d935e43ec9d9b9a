"""A citation by name in; the congress's, the meeting's or the law's document that it means out."""

import re

from nlp.directives.candidates import issued_by
from nlp.directives.cascade import Decision
from nlp.directives.evidence import Rule
from nlp.directives.group import Scene
from nlp.directives.inforce import law
from nlp.directives.key import is_decided
from nlp.directives.named import name_of
from nlp.directives.plena import adopted, plenum_of, terms_of
from nlp.directives.registry import Document, Registry
from nlp.directives.subjects import meant
from nlp.directives.terms import ROMAN, party_term
from nlp.document import Citation

_BY_NAME = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Điều lệ", "Hiến pháp"))
_SUBJECT = re.compile(
    r"[ \n]{0,3}(?:[“\"](?P<quoted>[^”\"]{5,200})|(?:về|Về)(?: việc)?[ \n](?P<said>[^.;\n]{5,200}))"
)


def numberless(scene: Scene, citation: Citation) -> Decision:
    """`citation.canonical` is the key that its words alone make, or None."""
    key, registry, printed_on = citation.canonical, scene.registry, scene.printed_on
    if key and "._hn" in key and key.startswith(("tw.", "hntw.")):
        return _meeting(citation, key, registry, printed_on=printed_on, subject=_subject(scene.text, citation))
    if citation.type in _BY_NAME and (key is None or ".x." in key):
        found = law(citation, name_of(citation), registry, printed_on=printed_on)
        return Decision(key if key and found.rule is Rule.OPEN else found.key, found.rule, found.candidates)
    if key is None or key.startswith("x."):
        return _called(citation, registry, printed_on=printed_on)
    return Decision(key, Rule.PRINTED if is_decided(key) else Rule.OPEN)


def _called(citation: Citation, registry: Registry, *, printed_on: str | None) -> Decision:
    """By a name that the registry knows: "Khoán 10"."""
    known = [one for one in registry.called(citation.surface) if issued_by(one, printed_on)]
    if len(known) == 1:
        return Decision(known[0].key, Rule.ALIAS)
    return Decision(citation.canonical or "", Rule.OPEN, tuple(one.key for one in known))


def _subject(text: str, citation: Citation) -> str | None:
    found = _SUBJECT.match(text, citation.full_end)
    return citation.subject or (found and (found["quoted"] or found["said"]))


def _meeting(
    citation: Citation, key: str, registry: Registry, *, printed_on: str | None, subject: str | None
) -> Decision:
    """The set of the meeting's resolutions, or the member that the subject picks.

    Where no term stands there, the one whose member the subject picks, else the last such before the article.
    """
    plenum = plenum_of(citation.surface, key) or 0
    period = key.split(".")[2]
    terms = (int(period[1:]),) if period != "x" else _terms(plenum, registry, printed_on)
    members = [one for term in terms for one in _members(term, plenum, registry)]
    at = meant(subject, [one.title for one in members]) if subject else None
    keys = tuple(one.key for one in members)
    if at is not None:
        return Decision(members[at].key, Rule.MEETING, keys)
    if period != "x":
        return Decision(key, Rule.MEETING, keys)
    if printed_on and terms and (latest := terms[-1]):
        return Decision(key.replace(".x.", f".k{latest:02}."), Rule.LATEST_CANDIDATE, keys)
    return Decision(key, Rule.OPEN, keys)


def _terms(plenum: int, registry: Registry, printed_on: str | None) -> tuple[int, ...]:
    """Terms whose meeting of this ordinal the article can mean, the oldest first."""
    if printed_on is None:
        return terms_of(plenum)
    now = party_term(printed_on[:10])
    return tuple(
        term
        for term in terms_of(plenum)
        if now
        and term <= ROMAN.index(now) + 1
        and any(issued_by(one, printed_on) for one in _members(term, plenum, registry))
    )


def _members(term: int, plenum: int, registry: Registry) -> list[Document]:
    """Those that the registry knows; only resolutions, which alone are called so."""
    known = [registry.get(key) for key in adopted(term, plenum)]
    return [one for one in known if one and one.type == "Nghị quyết"]
