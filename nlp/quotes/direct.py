"""What stands between quotation marks in, those of it out that somebody says."""

import re
from collections.abc import Sequence

from nlp.quotes.acts import Act
from nlp.quotes.marks import Marked
from nlp.quotes.names import Names
from nlp.quotes.said import Said, has_words
from nlp.quotes.view import View
from nlp.quotes.words import ending, listed, stripped

# Words of a quotation, at the least; with fewer it is a name, a motto or a word that is kept at a distance.
LEAST = 3  # where a verb of saying adjoins
LEAST_INSIDE = 8  # inside what is reported
LEAST_ALONE = 12  # where it fills a line without a verb of saying
_ADJOINING = 2  # letters between what an act leads to and the first word: the mark, a space
_GAP = 14  # letters between two parts of one quotation
_LOOK_BACK = 2_500  # letters of the line before, in which somebody must speak
_AFTER = re.compile(r"[”\"»]?[ ,.…!?;\-]{0,8}\n{0,2}")
_GOES_ON = re.compile(r"[”\"»]?[\s,;.:]*(?:và |nhưng |rồi |hay |hoặc )?[“\"«]")
_ANY_VERB = re.compile(r" ([^\W\d_]+(?: [^\W\d_]+){0,7})(?=[.,;:\n]|$)")
_ONLY = frozenset(("phải", "cần", "đã", "sẽ", "rằng"))  # between a motto's name and its words stands none


def direct(view: View, names: Names, acts: Sequence[Act], spans: Sequence[Marked]) -> tuple[Said, ...]:
    """In the order of the text."""
    by_start = {act.start: act for act in acts}
    found: list[Said] = []
    at = 0
    last: Act | None = None  # of the acts before the quotation
    for span in spans:
        while at < len(acts) and acts[at].start < span.start:
            last = acts[at] if acts[at].end <= span.start else last
            at += 1
        if not _has(view, span, LEAST):
            continue
        before = found[-1] if found else None
        act = _after(view, names, span, by_start)
        said = _said(span, act, 0.95) if act else _led(view, names, span, last, before)
        if said:
            found.append(said)
    return tuple(found)


def _led(view: View, names: Names, span: Marked, last: Act | None, before: Said | None) -> Said | None:
    """What the words before it make of a quotation."""
    if last and span.start - last.end <= _ADJOINING:
        return _said(span, last, 0.95 if span.closed else 0.7)
    if not span.closed:
        return None
    if before and _goes_on(view, before, span):
        return _said(span, before.act, 0.85)
    if _has(view, span, LEAST_INSIDE):
        act = last if last and _is_inside(view, last, span) else _announced(view, names, span)
        if act:
            return _said(span, act, 0.8)
    if _has(view, span, LEAST_ALONE) and _is_alone(view, span) and _follows(view, span, last, before):
        return _said(span, None, 0.5)
    return None


def _has(view: View, span: Marked, least: int) -> bool:
    return has_words(view.text, span.start, span.end, least=least)


def _said(span: Marked, act: Act | None, confidence: float) -> Said:
    return Said(span.start, span.end, act, direct=True, confidence=confidence)


def _after(view: View, names: Names, span: Marked, by_start: dict[int, Act]) -> Act | None:
    """Whose act follows at once: "“…”, ông Nam nói".  Behind a full stop it must not go on to other words."""
    found = _AFTER.match(view.text, span.end)
    if found is None:
        return None
    parted = "." in found[0] or "\n" in found[0]
    act = by_start.get(found.end())
    if act is None:
        joined = span.closed and not parted and ("," in found[0] or "-" in found[0])
        return _by_any_verb(view, names, found.end()) if joined else None
    if act.verb is None and act.reach != "before":
        return None
    return act if not parted or act.reach == "before" else None


def _by_any_verb(view: View, names: Names, at: int) -> Act | None:
    """A person and a few words up to the next sign: "“…”, ông Nam nuối tiếc."."""
    subject = names.after(at)
    if subject is None or (subject.named and subject.named.type == "ORG"):
        return None
    found = _ANY_VERB.match(view.lower, subject.end)
    if found is None or (subject.pronoun and subject.pronoun not in listed("context", "pronouns")):
        return None
    return Act(at, subject, found[1], found.end(), "none", view.sentence(at))


def _goes_on(view: View, before: Said, span: Marked) -> bool:
    """Whether it is a further part: "“…” và “…”"; "“…”, ông Nam nói, “…”"."""
    start = before.act.end if before.act and before.act.start >= before.end else before.end
    if not start <= span.start <= start + _GAP:
        return False
    return _GOES_ON.fullmatch(view.text, start, span.start) is not None


def _is_inside(view: View, act: Act, span: Marked) -> bool:
    """Whether it is a good part of what an act reports, and no name: "phong trào “…”"."""
    if act.reach != "sentence" or view.sentence(span.start) != act.sentence:
        return False
    lower = view.lower
    if not (view.text[span.start].islower() or _is_announced(view, span)):
        return False  # a name: "“Tuyên bố về ứng xử của các bên ở Biển Đông”"
    at = stripped(lower, span.start, least=act.end, signs=' “"«:,')
    if ending(lower, at, listed("context", "naming"), least=act.end) is not None:
        return False
    start = lower.rfind(" ", act.end, at)
    if start < 0 or lower[start + 1 : at] in _ONLY:
        return True
    return ending(lower, start, listed("context", "naming"), least=act.end) is None


def _announced(view: View, names: Names, span: Marked) -> Act | None:
    """Who opens the sentence that leads to a quotation with another verb: "Ông Nam tức giận: “…”"."""
    if not _is_announced(view, span):
        return None
    sentence = view.sentence(span.start)
    first = view.sentences[sentence][0]
    subject = names.after(first)
    return Act(first, subject, None, span.start, "none", sentence) if subject else None


def _is_announced(view: View, span: Marked) -> bool:
    return ":" in view.text[max(0, span.start - 4) : span.start]


def _is_alone(view: View, span: Marked) -> bool:
    """Whether it fills its line."""
    before = view.text[max(0, span.start - 4) : span.start].rstrip(' “"«-')
    after = view.text[span.end : span.end + 4].lstrip('”"» .,…')
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _follows(view: View, span: Marked, last: Act | None, before: Said | None) -> bool:
    """Whether somebody speaks in the line before."""
    line = view.text.rfind("\n", 0, max(0, span.start - 4))
    while line > 0 and view.text[line - 1].isspace():
        line -= 1
    start = max(view.text.rfind("\n", max(0, span.start - _LOOK_BACK), max(0, line)), span.start - _LOOK_BACK)
    return bool((last and last.start >= start) or (before and before.end >= start))
