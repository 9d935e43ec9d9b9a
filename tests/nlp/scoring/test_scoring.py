import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nlp.annotate import annotate
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Entity, Event, Office, Quote, to_dict
from nlp.scoring import entities, events, offices, quotes
from nlp.scoring.gold import BadGold, Judged, load
from nlp.scoring.hits import Hits, Share

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
TEXT = "Bà Lê Thu Hà, Phó Chủ tịch Hội Làm vườn tỉnh Hưng Yên, nhấn mạnh vai trò của Đảng và của cây ăn quả."


def span(surface):
    start = TEXT.index(surface)
    return start, start + len(surface), surface


def entity(surface, type_):
    return Entity(*span(surface), type_, surface)


OFFICE = Office(*span("Phó Chủ tịch Hội Làm vườn"), "Lê Thu Hà", "Phó Chủ tịch", "Hội Làm vườn")
QUOTE = Quote(*span("vai trò của Đảng và của cây ăn quả"), "Lê Thu Hà", "Phó Chủ tịch", direct=False)
EVENT = Event(
    "Hội nghị cây ăn quả năm 2024", "hội nghị", "2024-03-05", "Hưng Yên", None, ("Lê Thu Hà",), main=True
)
GOLD = Judged(
    id="một",
    text=TEXT,
    title=None,
    published="2024-03-06",
    entities=(entity("Lê Thu Hà", "PER"), entity("Hội Làm vườn", "ORG"), entity("Hưng Yên", "LOC")),
    neutral=(entity("Đảng", "ORG"),),
    offices=(OFFICE,),
    quotes=(QUOTE,),
    events=(EVENT,),
)


@pytest.mark.parametrize(
    ("found", "hits"),
    [
        ([("Lê Thu Hà", "PER"), ("Hội Làm vườn", "ORG"), ("Hưng Yên", "LOC")], (1, 1, 1)),
        ([("Lê Thu Hà", "PER"), ("Hội Làm vườn tỉnh Hưng Yên", "ORG")], (1, 0, 0)),
        ([("Đảng", "ORG"), ("Đảng", "LOC")], (0, 0, 0)),
    ],
    ids=["all", "a span too long", "flagged"],
)
def test_an_entity_is_right_with_its_exact_span_and_type(found, hits):
    document = AnnotatedDocument(entities=tuple(entity(*one) for one in found))
    assert tuple(one.right for one in entities.score([(GOLD, document)]).hits.values()) == hits


def test_what_lies_on_a_flagged_span_is_not_false():
    document = AnnotatedDocument(entities=(entity("Đảng", "ORG"), entity("Phó Chủ tịch", "ORG")))
    assert entities.score([(GOLD, document)]).hits["ORG"] == Hits(right=0, false=1, missed=1)


@pytest.mark.parametrize(
    ("person", "office", "right"),
    [
        ("Lê Thu Hà", "Phó Chủ tịch", True),
        ("LÊ THU HÀ", "phó chủ tịch Hội Làm vườn", True),
        ("Lê Thu Hà", "Phó", True),
        ("Lê Thu Hà", "Chủ tịch", False),
        ("Hà", "Phó Chủ tịch", False),
    ],
)
def test_an_office_may_go_on_where_the_other_ends(person, office, right):
    document = AnnotatedDocument(offices=(replace(OFFICE, person=person, office=office),))
    scores = offices.score([(GOLD, document)]).hits
    assert scores["offices (recall)"] == Hits(int(right), 0, int(not right))
    assert scores["offices (precision)"] == Hits(int(right), int(not right), 0)


def test_quotes_are_the_same_that_share_half_of_their_union():
    half = replace(QUOTE, start=QUOTE.start + 17, speaker="Hội Làm vườn")
    scores = quotes.score([(GOLD, AnnotatedDocument(quotes=(half,)))])
    assert scores.hits["quotes"] == Hits(1, 0, 0)
    assert scores.shares["speaker"] == Share(0, 1)
    less = replace(QUOTE, start=QUOTE.start + 18)
    assert quotes.score([(GOLD, AnnotatedDocument(quotes=(less,)))]).hits["quotes"] == Hits(0, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [
        ("name", "Hội nghị cây ăn quả", 1),
        ("name", "Hội nghị cây", 0),
        ("kind", "hội thảo", 0),
        ("date", "2024-03", 0),
        ("place", "TP Hưng Yên", 1),
    ],
)
def test_a_name_or_place_may_hold_the_other_but_not_much_more(field, value, right):
    document = AnnotatedDocument(events=(replace(EVENT, **{field: value}),))
    assert events.score([(GOLD, document)]).shares[field] == Share(right, 1)


def test_without_an_event_everything_of_it_is_missed():
    scores = events.score([(GOLD, AnnotatedDocument())])
    assert {name: one.part for name, one in scores.shares.items()} == dict.fromkeys(
        ("name", "date", "place", "kind"), 0
    )
    assert scores.hits["chairs"] == Hits(0, 0, 1)
    assert [slip.kind for slip in scores.slips] == ["name", "date", "place", "kind"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "a", "text": "x"}', "entities"),
        ('{"id": "a", "text": "x", "entities": [{"start": 0, "end": 1, "surface": "y", "type": "PER"}]}', "stand"),
        ("[]", "line 1"),
        ("", "no article"),
    ],
)
def test_a_file_that_is_no_gold_is_refused_with_its_line(tmp_path, line, said):
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(BadGold, match=said):
        load(path)


@pytest.mark.skipif(not SHARED.exists(), reason="the judged articles are not beside the checkout")
@pytest.mark.parametrize(("name", "scorer"), [("articles.dev", "articles"), ("entities.dev", "entities")])
def test_the_figures_are_those_of_the_outside_scorer(tmp_path, name, scorer):
    gold = SHARED / "gold" / f"{name}.jsonl"
    articles = load(gold)[:12]
    part, answers = tmp_path / "gold.jsonl", tmp_path / "answers.jsonl"
    part.write_text("\n".join(gold.read_text().splitlines()[:12]))
    found = [
        (one, annotate(one.text, context=Context(published=one.published, title=one.title))) for one in articles
    ]
    answers.write_text("\n".join(json.dumps({"id": one.id, **to_dict(document)}) for one, document in found))
    command = [sys.executable, SHARED / "score" / f"{scorer}.py", part, "--pred", answers]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    outside = {
        line.split()[0]: tuple(map(float, re.findall(r"\d\.\d{3}", line))) for line in said.splitlines() if line
    }
    for score in (entities.score(found), quotes.score(found) if scorer == "articles" else entities.score(found)):
        for kind, one in score.hits.items():
            assert outside[kind] == pytest.approx((one.precision, one.recall, one.f1), abs=0.0006)
