import json
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nlp.directives.gold import BadGold, Marked, Passage, Said, load
from nlp.directives.misses import misses
from nlp.directives.score import score
from nlp.document import AnnotatedDocument, Citation, Relation, to_dict

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
TEXT = "Sơ kết Chỉ thị số 12-CT/TW, rồi Kết luận 98-KL/TW; công ty ra Nghị quyết 7; kỳ họp thứ 6."


def marked(surface, canonical, *, kind="full", scope="party", counts=True, accepted=(), **parts):
    start = TEXT.index(surface)
    return Marked(
        start=start,
        end=start + len(surface),
        surface=surface,
        kind=kind,
        scope=scope,
        counts=counts,
        accepted=frozenset((canonical, *accepted)),
        canonical=canonical,
        **parts,
    )


PASSAGE = Passage(
    id="p",
    text=TEXT,
    date="2022-03-01",
    negative=True,
    citations=(
        marked("Chỉ thị số 12-CT/TW", "tw.ct.k13.00012", type="Chỉ thị", number="12", symbol="CT/TW"),
        marked("Kết luận 98-KL/TW", "tw.kl.x.00098", type="Kết luận", number="98", symbol="KL/TW"),
        marked("Nghị quyết 7", None, kind="short", scope="corp", counts=False),
    ),
    relations=frozenset((Said("activity", "tw.ct.k13.00012", "reviews"),)),
)


def found(surface, canonical=None, *, kind="full", scope="party", **parts):
    start = TEXT.index(surface)
    end = start + len(surface)
    return Citation(start, end, surface, start, end, kind, canonical=canonical, scope=scope, **parts)


DIRECTIVE = found("Chỉ thị số 12-CT/TW", "tw.ct.k13.00012", type="Chỉ thị", number="12", symbol="CT/TW")
CONCLUSION = found("Kết luận 98-KL/TW", "tw.kl.x.00098", type="Kết luận", number="98", symbol="KL/TW")
REVIEW = Relation("activity", "tw.ct.k13.00012", "reviews", "Sơ kết", 0, 6)
RIGHT = AnnotatedDocument(citations=(DIRECTIVE, CONCLUSION), relations=(REVIEW,))


def with_(*citations, relations=(REVIEW,)):
    return [(PASSAGE, AnnotatedDocument(citations=citations, relations=relations))]


def told(pairs):
    return [(one.what, one.kind, one.gold, one.got) for one in misses(pairs)]


def test_what_is_right_has_no_misses_and_abstaining_where_the_gold_is_open_is_right():
    result = score([(PASSAGE, RIGHT)])

    assert (result.all.spans.f1, result.all.right.value, result.all.decided.value) == (1.0, 1.0, 1.0)
    assert (result.all.right.whole, result.all.decided.whole, result.all.rash) == (1, 1, 0)
    assert (result.relations.f1, result.wrong_surfaces, result.negative_hits) == (1.0, 0, 0)
    assert told([(PASSAGE, RIGHT)]) == []


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        ((CONCLUSION,), ("MISS", "full", "tw.ct.k13.00012", None)),
        ((DIRECTIVE, CONCLUSION, found("kỳ họp thứ 6")), ("FALSE", "full", None, None)),
        ((replace(DIRECTIVE, number="13"), CONCLUSION), ("PARSE", "full", "number 12", "number 13")),
        ((replace(DIRECTIVE, year="2022"), CONCLUSION), ("PARSE", "full", "year -", "year 2022")),
        (
            (replace(DIRECTIVE, canonical="tw.ct.k12.00012"), CONCLUSION),
            ("KEY", "full", "tw.ct.k13.00012", "tw.ct.k12.00012"),
        ),
        (
            (replace(DIRECTIVE, canonical="tw.ct.x.00012"), CONCLUSION),
            ("KEY", "full", "tw.ct.k13.00012", "tw.ct.x.00012"),
        ),
        (
            (DIRECTIVE, replace(CONCLUSION, canonical="tw.kl.k12.00098")),
            ("KEY", "full", "tw.kl.x.00098", "tw.kl.k12.00098"),
        ),
    ],
)
def test_a_miss_tells_what_is_wrong(citations, expected):
    assert told(with_(*citations)) == [expected]


@pytest.mark.parametrize(
    ("first", "second"),
    [({"number": "012"}, {}), ({"symbol": "ct/tw"}, {}), ({}, {"symbol": "KL/TW", "type": "kết luận"})],
)
def test_case_and_leading_zeros_do_not_count(first, second):
    assert told(with_(replace(DIRECTIVE, **first), replace(CONCLUSION, **second))) == []


def test_what_overlaps_only_a_citation_that_does_not_count_is_not_judged():
    inside, across = found("quyết 7"), found("98-KL/TW; công ty ra Nghị quyết 7")

    assert told(with_(DIRECTIVE, CONCLUSION, inside)) == []
    assert told(with_(DIRECTIVE, CONCLUSION, across)) == [("FALSE", "full", None, None)]


def test_a_false_one_is_counted_where_it_was_taken_for_and_a_missed_one_where_it_belongs():
    result = score(with_(CONCLUSION, found("kỳ họp thứ 6", kind="short", scope="state")))

    by_kind = {name: one.spans for name, one in result.kinds.items()}
    assert [(name, one.right, one.false, one.missed) for name, one in by_kind.items()] == [
        ("full", 1, 0, 1), ("short", 0, 1, 0), ("named", 0, 0, 0), ("anaphoric", 0, 0, 0)
    ]  # fmt: skip
    assert (result.scopes["state"].spans.false, result.scopes["party"].spans.missed) == (1, 1)
    assert (result.negative_hits, result.party.spans.missed) == (1, 1)


def test_a_key_that_is_as_good_is_right():
    other = marked("Chỉ thị số 12-CT/TW", "tw.ct.k13.00012", accepted=("tw.ct.k13.00021",))
    passage = replace(PASSAGE, citations=(other,), relations=None)
    got = AnnotatedDocument(citations=(found("Chỉ thị số 12-CT/TW", "tw.ct.k13.00021"),))

    result = score([(passage, got)])

    assert (result.all.right.value, result.relations) == (1.0, None)


def test_relations_are_compared_without_their_cue_and_mere_citing_is_none():
    more = (Relation("self", "tw.kl.x.00098", "cites", "theo", 0, 4), replace(REVIEW, relation="studies"))
    pairs = with_(DIRECTIVE, CONCLUSION, relations=more)

    result = score(pairs).relations

    assert (result.right, result.false, result.missed) == (0, 1, 1)
    assert told(pairs) == [
        ("RELATION", "reviews", "activity reviews tw.ct.k13.00012", None),
        ("RELATION", "studies", None, "activity studies tw.ct.k13.00012"),
    ]


def test_a_wrong_surface_is_counted():
    assert score(with_(replace(DIRECTIVE, surface="Chỉ thị"), CONCLUSION)).wrong_surfaces == 1


MARK = {"start": 0, "end": 10, "surface": "Chỉ thị 38", "kind": "short", "scope": "party", "tier": "core"}
GOOD = {
    "id": "a", "text": "Chỉ thị 38", "date": None, "tags": [],
    "citations": [MARK],
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no json", "line 2: is no JSON"),
        ("[1]", "line 2: is no JSON object; each line is an object"),
        (json.dumps(GOOD | {"id": None}), 'line 2: "id" is None; a string is wanted'),
        (json.dumps(GOOD | {"citations": "x"}), "line 2: \"citations\" is 'x'; a list is wanted"),
        (json.dumps(GOOD | {"citations": [1]}), "line 2, citation 1: is no JSON object"),
        (json.dumps(GOOD | {"citations": [MARK | {"start": "0"}]}), "line 2, citation 1: \"start\" is '0'"),
        (json.dumps(GOOD | {"citations": [MARK | {"end": 9}]}), "citation 1: text[0:9] is 'Chỉ thị 3' and not"),
        (json.dumps(GOOD | {"citations": [MARK | {"number": ["38"]}]}), "\"number\" is ['38']; a string"),
        (json.dumps(GOOD | {"tags": [1]}), '"tags" is [1]; a list of strings is wanted'),
        (json.dumps(GOOD | {"id": "first"}), "the id 'first' stands there twice"),
    ],
)
def test_a_bad_gold_file_is_refused_with_its_line_and_the_mend(tmp_path, line, said):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOOD | {"id": "first"}) + "\n" + line + "\n", "utf-8")

    with pytest.raises(BadGold) as refused:
        load(path)

    assert said in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_bad_relation_is_refused_with_its_line(tmp_path):
    gold, relations = tmp_path / "gold.jsonl", tmp_path / "relations.jsonl"
    gold.write_text(json.dumps(GOOD), "utf-8")
    relations.write_text('{"passage": "a", "from": "self", "to": null, "relation": "guides"}', "utf-8")

    with pytest.raises(BadGold, match=r'relations\.jsonl, line 1: "to" is None; a string is wanted'):
        load(gold, relations)


def test_figures_are_those_of_the_outside_scorer(tmp_path):
    gold, relations = (SHARED / "gold" / f"{name}.dev.jsonl" for name in ("directives", "relations"))
    scorer = SHARED / "score" / "directives.py"
    if not (gold.exists() and relations.exists() and scorer.exists()):
        pytest.skip("the gold and its scorer are not beside the checkout")
    passages = load(gold, relations)
    dice = random.Random(4)
    pairs = [(one, _spoiled(one, dice)) for one in passages]
    predicted = tmp_path / "predicted.jsonl"
    rows = [json.dumps({"id": one.id, **to_dict(document)}) + "\n" for one, document in pairs]
    predicted.write_text("".join(rows), "utf-8")

    outside = subprocess.run(
        [sys.executable, "-B", scorer, gold, relations, "--pred", predicted, "--misses"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    lines = outside.splitlines()
    assert lines[-5:] == _as_outside(score(pairs))
    listed = [re.split(r"\s+", line)[0] for line in lines[:-5]]
    ours = [one.what for one in misses(pairs) if one.what != "RELATION"]
    assert sorted(listed) == sorted(ours)
    assert set(listed) == {"MISS", "FALSE", "PARSE", "KEY"}


def _spoiled(passage, dice):
    """The gold with every kind of fault in it."""
    kept = [_cited(passage.text, one, dice) for one in passage.citations if dice.random() < 0.9]
    if passage.negative or dice.random() < 0.2:
        kept.append(Citation(0, 3, passage.text[:3], 0, 3, "short", canonical="x.nq.x.00043"))
    relations = [
        Relation(one.source, one.to, dice.choice((one.relation, one.relation, "cites", "guides")), "", 0, 0)
        for one in sorted(passage.relations or ())
    ]
    return AnnotatedDocument(citations=tuple(kept), relations=tuple(relations))


def _cited(text, one, dice):
    end = min(len(text), one.end + dice.choice((0,) * 9 + (1, -1)))
    key = dice.choice(
        (one.canonical,) * 6 + (None, "tw.ct.x.00099", "cp.nd.2012.00012", *sorted(filter(None, one.accepted)))
    )
    surface = text[one.start : end] if dice.random() < 0.95 else "?"
    parts = {
        name: dice.choice((getattr(one, name),) * 9 + ("7",)) for name in ("type", "number", "year", "symbol")
    }
    return Citation(one.start, end, surface, one.start, end, one.kind, canonical=key, scope=one.scope, **parts)


def _as_outside(result):
    """Our figures in the lines that the outside scorer prints."""
    spans, relations = result.all.spans, result.relations
    core, gold = spans.right + spans.missed, relations.right + relations.missed
    keys = [
        f"key    {name}: right of decided {one.right.value:.3f}, "
        f"decided {one.decided.value:.3f} of {one.decided.whole}, decided where open {one.rash}"
        for name, one in (("all", result.all), ("party", result.party))
    ]
    counts = f"core {core}, passages {result.passages}, wrong surface {result.wrong_surfaces}"
    counts += f", hits on negatives {result.negative_hits}"
    return [
        f"spans  P {spans.precision:.3f} R {spans.recall:.3f} F1 {spans.f1:.3f}  ({counts})",
        "parse  " + "  ".join(f"{name} {one.value:.3f}" for name, one in result.all.parse.items()),
        *keys,
        f"relations P {relations.precision:.3f} R {relations.recall:.3f} F1 {relations.f1:.3f} (gold {gold})",
    ]
