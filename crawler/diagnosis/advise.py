"""Pages, what they lack and what repeats on them in, the correction that mends most of it out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from crawler.article import FetchedPage
from crawler.child import Failure
from crawler.corrections.layout import Correction, Corrections, Layout, host_of
from crawler.corrections.selector import to_selector
from crawler.diagnosis import choose, drops
from crawler.diagnosis.each import Advance, each
from crawler.diagnosis.examine import LACKS, Checkup, examine
from crawler.diagnosis.probe import Trial, locate, probe, probe_drop
from crawler.diagnosis.repeats import Repeat, without_same_titles
from crawler.extract.blocks import key

SHRUNK = 0.8  # of its characters that an article must keep; else the correction hurts
NEW_LAYOUT = "all"
MOST_HOSTS = 3  # that a new correction names: a site, its mobile pages and a mirror


@dataclass(frozen=True, slots=True)
class Advice:
    """A correction to put in place: by lack, on how many of the pages that have it nothing is missing then."""

    correction: Correction
    mends: tuple[tuple[str, int, int], ...]  # (lack, mended, pages that lack it)
    dropped: int  # repeated paragraphs that are gone


def advise(
    source_id: str,
    pages: Sequence[FetchedPage],
    checkups: Sequence[Checkup],
    repeats: Sequence[Repeat],
    corrections: Corrections,
    *,
    advance: Advance,
) -> Advice | None:
    """The best that was found, if it mends anything and hurts nothing when all the pages are read anew."""
    choices = choose.choose(checkups, _tried(pages, choose.to_trials(checkups), advance=advance))
    dropped = _find_drops(pages, checkups, repeats)
    pieces = {one.trial.piece: one.trial.written for one in choices}
    for tried in (pieces, {piece: written for piece, written in pieces.items() if piece != "body"}):
        if not tried and not dropped:
            return None
        correction = _compose(_known(source_id, pages, corrections), checkups, tried, dropped)
        read = partial(examine, corrections=corrections.with_one(correction))
        after = each(read, pages, advance=advance)
        if not _hurts(checkups, after, repeats):
            return _to_advice(correction, checkups, after, repeats)
    return None


def _find_drops(
    pages: Sequence[FetchedPage], checkups: Sequence[Checkup], repeats: Sequence[Repeat]
) -> tuple[str, ...]:
    if not repeats:
        return ()
    marks = frozenset(key(one.text) for one in repeats)
    located = [() if isinstance(one, Failure) else one for one in each(partial(locate, marks=marks), pages)]
    trials = drops.to_trials(repeats, located)
    every = tuple(dict.fromkeys(trial for group in trials.values() for trial in group))
    results = each(partial(probe_drop, trials=every), pages)
    taken: dict[Trial, drops.Taken] = {
        trial: [() if isinstance(one, Failure) else one[at] for one in results] for at, trial in enumerate(every)
    }
    return drops.choose_drops(checkups, repeats, trials, taken)


def _tried(
    pages: Sequence[FetchedPage], trials: tuple[Trial, ...], *, advance: Advance
) -> Mapping[Trial, choose.Values]:
    results = each(partial(probe, trials=trials), pages, advance=advance) if trials else ()
    rows = [(None,) * len(trials) if isinstance(one, Failure) else one for one in results]
    return {trial: [row[at] for row in rows] for at, trial in enumerate(trials)}


def _known(source_id: str, pages: Sequence[FetchedPage], corrections: Corrections) -> Correction:
    """The correction that there is already, or an empty one for the hosts of the pages."""
    hosts = tuple(sorted({host for page in pages if (host := host_of(page.url))}))
    none = Correction(source_id, (), hosts[:MOST_HOSTS])
    return next((one for one in corrections.items if one.id == source_id), none)


def _compose(
    known: Correction, checkups: Sequence[Checkup], pieces: Mapping[str, str], dropped: Sequence[str]
) -> Correction:
    """The correction with the new selectors in the layout that most of the pages have."""
    names = Counter(one.layout for one in checkups if one.layout)
    used = next((one for name, _ in names.most_common() for one in known.layouts if one.name == name), None)
    layout = used or Layout(NEW_LAYOUT)
    found = {piece: to_selector(written) for piece, written in pieces.items()}
    changed = replace(layout.with_pieces(found), drop=(*layout.drop, *map(to_selector, dropped)))
    if used is None:
        return replace(known, layouts=(*known.layouts, changed))
    return replace(known, layouts=tuple(changed if one is used else one for one in known.layouts))


def _hurts(before: Sequence[Checkup], after: Sequence[Checkup | Failure], repeats: Sequence[Repeat]) -> bool:
    """Whether any article has lost a piece that it had, or more of its text than the repeated paragraphs."""
    marks = {key(one.text) for one in repeats}
    for old, new in zip(before, after, strict=True):
        if isinstance(new, Failure) or (old.reason is None and (new.reason or set(new.lacks) - set(old.lacks))):
            return True
        own = sum(len(text) for text in old.paragraphs if key(text) not in marks and text != new.lead)
        if sum(map(len, new.paragraphs)) < SHRUNK * own:
            return True
    return False


def _to_advice(
    correction: Correction,
    before: Sequence[Checkup],
    after: Sequence[Checkup | Failure],
    repeats: Sequence[Repeat],
) -> Advice | None:
    read = without_same_titles([one for one in after if not isinstance(one, Failure)])
    pairs = list(zip(before, read, strict=True))  # with a failure the correction hurts, and we are not here
    mends = []
    for lack in LACKS:
        had = [(old, new) for old, new in pairs if lack in old.lacks]
        mended = sum(lack not in new.lacks for _, new in had)
        mends += [(lack, mended, len(had))] if mended else []
    left = {key(text) for _, new in pairs for text in new.paragraphs}
    dropped = sum(key(one.text) not in left for one in repeats)
    return Advice(correction, tuple(mends), dropped) if mends or dropped else None
