"""What selectors find on the pages of a source in, those that mend most of what is missing out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.diagnosis.examine import LACKS, THIN, Checkup
from crawler.diagnosis.probe import Trial
from crawler.extract.blocks import key

MOST_TRIALS = 8  # selectors tried for one piece
CONTRADICTS = 0.2  # of the pages where the piece is known; a selector that says otherwise on more is refused
SEVERAL = 3  # pages from which a piece that is the same on all of them is the site's and not the article's
# The weight that makes one page proof enough: what is named an author or a lead, a time that stands by the title.
SURE = {"author": 3.0, "lead": 2.0, "published": 2.0}

Values = Sequence[str | None]  # what one selector finds, page by page


@dataclass(frozen=True, slots=True)
class Choice:
    """A selector, and on how many of the pages that lack its piece it finds one."""

    trial: Trial
    mends: int


def to_trials(checkups: Sequence[Checkup]) -> tuple[Trial, ...]:
    """The selectors that most pages hint at."""
    weights: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for checkup in checkups:
        for hint in checkup.hints:
            for rank, written in enumerate(hint.selectors):
                weights[hint.piece][written].append(hint.weight - 0.1 * rank)
    return tuple(
        Trial(piece, written, max(found[written]))
        for piece, found in weights.items()
        for written in sorted(found, key=lambda one: (-sum(found[one]), len(one)))[:MOST_TRIALS]
    )


def choose(checkups: Sequence[Checkup], found: Mapping[Trial, Values]) -> tuple[Choice, ...]:
    """For each piece the best of its trials, if one is good."""
    best: dict[str, Choice] = {}
    for trial, values in found.items():
        choice = Choice(trial, _mends(trial, checkups, values))
        if choice.mends == 1 and trial.weight < SURE.get(trial.piece, 0):
            continue
        if choice.mends and _is_sound(trial, checkups, values):
            rival = best.get(trial.piece)
            if rival is None or choice.mends > rival.mends:  # trials come in the order of their weight
                best[trial.piece] = choice
    return tuple(best[piece] for piece in LACKS.values() if piece in best)


def _mends(trial: Trial, checkups: Sequence[Checkup], values: Values) -> int:
    lack = next(lack for lack, piece in LACKS.items() if piece == trial.piece)
    return sum(lack in one.lacks and _is_good(trial, value) for one, value in zip(checkups, values, strict=True))


def _is_good(trial: Trial, value: str | None) -> bool:
    return value is not None and (trial.piece != "body" or int(value) >= THIN)


def _is_sound(trial: Trial, checkups: Sequence[Checkup], values: Values) -> bool:
    """Whether it says what is known where the piece is known, and not the same everywhere."""
    if trial.piece == "body":
        return True  # what becomes of the text is seen when all the pages are read anew
    told = [(one, value) for one, value in zip(checkups, values, strict=True) if value is not None]
    known = [(_known(trial.piece, one), value) for one, value in told]
    against = sum(have is not None and not _agree(have, value) for have, value in known)
    if against > CONTRADICTS * sum(have is not None for have, _ in known):
        return False
    return len(told) < SEVERAL or len({key(value) for _, value in told}) > 1


def _known(piece: str, checkup: Checkup) -> str | None:
    if piece == "published":
        return checkup.published if checkup.published and "T" in checkup.published else None
    return {"title": checkup.title, "lead": checkup.lead, "author": checkup.author}[piece]


def _agree(known: str, value: str) -> bool:
    """Whether one is the other or a part of it."""
    one, other = key(known), key(value)
    return one in other or other in one
