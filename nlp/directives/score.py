"""Judged passages and what was found in them in; how right it is, in all, by kind and by scope, out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nlp.directives.gold import Marked
from nlp.directives.verdict import (
    PARTS,
    Found,
    Verdict,
    by_span,
    is_left_open,
    is_open,
    is_rash,
    said,
    same,
    verdicts,
)
from nlp.document import Citation
from nlp.scoring.hits import Hits, Share

KINDS = ("full", "short", "named", "anaphoric")
SCOPES = ("party", "state", "mass", "unknown")


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all citations, or of a kind or a scope of them."""

    spans: Hits
    parse: Mapping[str, Share]  # of those found: type, number, year, symbol read right
    right: Share  # of the keys that name one document, and must
    decided: Share  # of those found whose document can be known
    rash: int  # keys that name a document where it can't be known


@dataclass(frozen=True, slots=True)
class Score:
    passages: int
    wrong_surfaces: int  # whose surface is not the text between their offsets
    negative_hits: int  # false ones in passages made to be mistaken for citations
    all: Figures
    party: Figures  # of the Party's centre
    kinds: Mapping[str, Figures]
    scopes: Mapping[str, Figures]
    relations: Hits | None  # None where nobody judged them


def score(found: Sequence[Found]) -> Score:
    judged = [one for passage, document in found for one in verdicts(passage, document)]
    return Score(
        passages=len(found),
        wrong_surfaces=sum(
            passage.text[one.start : one.end] != one.surface
            for passage, document in found
            for one in by_span(document.citations).values()
        ),
        negative_hits=sum(one.gold is None and one.passage.negative for one in judged),
        all=_figures(judged),
        party=_grouped(judged, ("tw",), lambda one: (one.canonical or "").split(".")[0])["tw"],
        kinds=_grouped(judged, KINDS, lambda one: one.kind),
        scopes=_grouped(judged, SCOPES, lambda one: one.scope or "unknown"),
        relations=_relations(found),
    )


def _figures(judged: Sequence[Verdict]) -> Figures:
    pairs = [(one.gold, one.got) for one in judged if one.gold and one.got]
    known = [(gold, got.canonical) for gold, got in pairs if not is_left_open(gold)]
    decided = [(gold, key) for gold, key in known if not is_open(key)]
    return Figures(
        spans=Hits(
            right=len(pairs),
            false=sum(one.gold is None for one in judged),
            missed=sum(one.got is None for one in judged),
        ),
        parse={part: Share(sum(same(gold, got, part) for gold, got in pairs), len(pairs)) for part in PARTS},
        right=Share(sum(key in gold.accepted for gold, key in decided), len(decided)),
        decided=Share(len(decided), len(known)),
        rash=sum(is_rash(gold, got) for gold, got in pairs),
    )


def _grouped(
    judged: Sequence[Verdict], names: Sequence[str], name_of: Callable[[Marked | Citation], str]
) -> dict[str, Figures]:
    """A citation is in the group that the gold gives it; a false one in that which it was taken for."""
    groups: dict[str, list[Verdict]] = {name: [] for name in names}
    for verdict in judged:
        if (one := verdict.gold or verdict.got) and name_of(one) in groups:
            groups[name_of(one)].append(verdict)
    return {name: _figures(group) for name, group in groups.items()}


def _relations(found: Sequence[Found]) -> Hits | None:
    """Over the passages that hold a judged relation."""
    judged = [(one.relations, said(document)) for one, document in found if one.relations is not None]
    if not judged:
        return None
    return Hits(
        right=sum(len(want & have) for want, have in judged),
        false=sum(len(have - want) for want, have in judged),
        missed=sum(len(want - have) for want, have in judged),
    )
