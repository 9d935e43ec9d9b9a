"""All citations of one number in a text in; the document that each means, by the clues of the whole text, out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nlp.directives.anniversary import years_before
from nlp.directives.candidates import called, candidates, is_left_open, is_open, issue_of, newest
from nlp.directives.cascade import Decision, by_person, own
from nlp.directives.evidence import Rule
from nlp.directives.reading import Reading
from nlp.directives.registry import Document, Registry
from nlp.directives.sentence import sentence
from nlp.directives.subjects import Words, meant, speaks_against, touches
from nlp.document import Citation

# The words round a citation are not all about it: a share of a title, and pairs of its syllables that few titles
# hold.  By chance (345,757 pairs of a citing passage and a title) 4 of 1,000 have two and a tenth, 1 has three.
# Among several titles one is nearer by chance: there more is asked.
NEAR, WIDE, SEVERAL = (0.1, 2), (0.1, 3), (0.2, 3)
REACH = 600  # letters to either side of the citation, within its paragraph
FRESH_YEARS = 2  # after which the newest of several is no longer taken for granted


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, its citations, and what is known of the world; `printed_on` is the day of the article."""

    text: str
    citations: Sequence[Citation]
    registry: Registry
    printed_on: str | None
    words: Words
    reports: Mapping[tuple[str, str], str] = field(default_factory=dict)  # see resolve.Context


@dataclass(frozen=True, slots=True)
class Member:
    """One citation: its place in the text's list, the documents it can mean, the one that its subject picks."""

    at: int
    said: Reading
    known: tuple[Document, ...]
    picked: Document | None

    def decision(self, document: Document, rule: Rule) -> Decision:
        return Decision(document.key, rule, tuple(one.key for one in self.known))


def decide(scene: Scene, group: Iterable[tuple[int, Reading]]) -> dict[int, Decision]:
    """Decisions by the citations' places in the text; what nothing decides is left open.

    The clues are asked in the order of their strength, each of all members before the next, so that a short form
    in the headline profits from the full form far below.
    """
    left = [_member(scene, at, said) for at, said in group]
    decided: dict[int, Decision] = {}
    for clue in (_person, _own, _subject, _nickname, _anniversary, _context, _report, _registry):
        found = {one.at: decision for one in left if (decision := clue(scene, one))}
        decided |= found
        if found and (left := [one for one in left if one.at not in found]):
            keys = {one.key for one in decided.values() if not is_open(one.key)}
            decided |= {one.at: decision for one in left if (decision := _same_article(one, keys))}
            left = [one for one in left if one.at not in decided]
    return decided | {one.at: _open(one) for one in left}


def _member(scene: Scene, at: int, said: Reading) -> Member:
    known = candidates(said, scene.registry, printed_on=scene.printed_on)
    picked = meant(said.citation.subject, [one.title for one in known], pairs=2) if said.citation.subject else None
    return Member(at, said, known, None if picked is None else known[picked])


def _same_article(one: Member, keys: Iterable[str]) -> Decision | None:
    """The one key decided elsewhere in the text that the words allow, unless the subject picks another."""
    fitting = {key for key in keys if one.said.fits(key)}
    if len(fitting) != 1 or (one.picked and one.picked.key not in fitting):
        return None
    return Decision(fitting.pop(), Rule.SAME_ARTICLE, tuple(each.key for each in one.known))


def _person(_: Scene, one: Member) -> Decision | None:
    return by_person(one.said.citation)


def _own(scene: Scene, one: Member) -> Decision | None:
    return own(one.said, scene.registry, printed_on=scene.printed_on)


def _subject(_: Scene, one: Member) -> Decision | None:
    return one.decision(one.picked, Rule.SUBJECT) if one.picked else None


def _nickname(scene: Scene, one: Member) -> Decision | None:
    named = called(one.said, scene.registry, printed_on=scene.printed_on)
    return one.decision(named[0], Rule.ALIAS) if len(named) == 1 else None


def _anniversary(scene: Scene, one: Member) -> Decision | None:
    """By "N năm thực hiện": the one document that was N years old, give or take one.

    Without the article's day, the one whose anniversary the registry's newest day does not precede.
    """
    if not one.known:
        return None
    since = scene.citations[one.at - 1].end if one.at else 0
    years = years_before(scene.text, one.said.citation.start, since=since)
    if years is None:
        return None
    if scene.printed_on:
        year = int(scene.printed_on[:4]) - years
        fitting = [each for each in one.known if abs(_year(each) - year) <= 1]
    else:
        last = int(newest(scene.registry)[:4] or 0)
        fitting = [each for each in one.known if 0 < _year(each) <= last - years]
    return one.decision(fitting[0], Rule.ANNIVERSARY) if len(fitting) == 1 else None


def _context(scene: Scene, one: Member) -> Decision | None:
    """By the sentence or the paragraph round it, where its own subject does not speak against that."""
    if not one.known or one.said.body == "x" or is_left_open(one.said, scene.registry):
        return None
    titles = [each.title for each in one.known]
    wide = scene.words.pairs(*_paragraph(scene, one))
    if not touches(wide, titles, pairs=NEAR[1]):  # the sentence is within it, and dearer to find
        return None
    near = scene.words.pairs(*sentence(scene.text, one.said.citation.start, one.said.citation.end))
    for pairs, asked in ((near, NEAR), (wide, WIDE)):
        enough, least = asked if len(titles) == 1 else SEVERAL
        at = meant(pairs, titles, enough=enough, pairs=least)
        if at is not None and not speaks_against(one.said.citation.subject or "", titles[at]):
            return one.decision(one.known[at], Rule.CONTEXT)
    return None


def _paragraph(scene: Scene, one: Member) -> tuple[int, int]:
    first, last = max(0, one.said.citation.start - REACH), min(len(scene.text), one.said.citation.end + REACH)
    start = scene.text.rfind("\n", first, one.said.citation.start)
    end = scene.text.find("\n", one.said.citation.end, last)
    return max(first, start), last if end < 0 else end


def _report(scene: Scene, one: Member) -> Decision | None:
    citation = one.said.citation
    key = scene.reports.get((citation.type or "", citation.number or ""))
    if key is None or not one.said.fits(key) or is_left_open(one.said, scene.registry):
        return None
    return Decision(key, Rule.OTHER_REPORT, tuple(each.key for each in one.known))


def _registry(scene: Scene, one: Member) -> Decision | None:
    """By what the registry knows alone, for the Party's centre, whose numbers it knows best."""
    if not one.said.central or not one.known or is_left_open(one.said, scene.registry):
        return None
    newest_one = one.known[0]
    if speaks_against(one.said.citation.subject or "", newest_one.title):
        return None
    if len(one.known) == 1:
        return one.decision(newest_one, Rule.SINGLE_CANDIDATE)
    fresh = [
        each for each in one.known if scene.printed_on and int(scene.printed_on[:4]) - _year(each) <= FRESH_YEARS
    ]
    return one.decision(newest_one, Rule.LATEST_CANDIDATE) if fresh == [newest_one] else None


def _year(document: Document) -> int:
    return int(issue_of(document)[:4] or 0)


def _open(one: Member) -> Decision:
    """Where two documents of one term bear the number, even a term that is stated names neither."""
    key = one.said.key()
    if one.said.central and not is_open(key):
        body, code, _, number = key.split(".", 3)
        key = f"{body}.{code}.x.{number}"
    return Decision(key, Rule.OPEN, tuple(each.key for each in one.known))
