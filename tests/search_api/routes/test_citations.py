"""POST /v1/citations finds the citations of a text, and no text holds it up."""

import json

import pytest

from crawler.child import Failure
from search_api import reading
from search_api.citations import LONGEST_TEXT

TEXT = "Tỉnh triển khai Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư."
SHAPE = [
    "start", "end", "surface", "full_start", "full_end", "kind", "type", "number", "year", "symbol", "issuer",
    "issued_on", "term", "subject", "pinpoint", "scope", "canonical", "candidates", "evidence", "confidence",
]  # fmt: skip


def test_a_text_gives_its_citations(documents):
    answer = documents.post("/v1/citations", json={"text": TEXT, "published": "2024-04-10", "title": "Tin"})
    assert answer.status_code == 200
    assert list(answer.json()) == ["citations", "relations"]
    (found,) = answer.json()["citations"]
    assert list(found) == SHAPE
    assert (found["surface"], found["canonical"]) == ("Chỉ thị số 12-CT/TW", "tw.ct.k13.00012")
    assert TEXT[found["start"] : found["end"]] == found["surface"]


def test_a_text_without_citations_gives_none(documents):
    for text in ("", "Trời đẹp.", "\0"):
        assert documents.post("/v1/citations", json={"text": text}).json() == {"citations": [], "relations": []}


def test_the_longest_text_is_read(documents):
    text = ("Chỉ thị số 12-CT/TW. " * LONGEST_TEXT)[:LONGEST_TEXT]
    answer = documents.post("/v1/citations", json={"text": text})
    assert answer.status_code == 200
    assert len(answer.json()["citations"]) > 4000


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "x" * (LONGEST_TEXT + 1)}, "text: String should have at most 100000 characters"),
        ({"text": "x", "title": "x" * 1001}, "title: String should have at most 1000 characters"),
        (
            {"text": "x", "published": "mai"},
            'published: "mai" is no day: write 2024-01-31, or a time of ISO 8601.',
        ),
        ({"text": "x", "published": "2024-13-40"}, "published: month must be in 1..12"),
        (
            {"text": "x", "pubished": "2024"},
            "pubished: there is no such parameter; /docs lists those that there are",
        ),
        ({}, "text: Field required"),
        ({"text": None}, "text: Input should be a valid string"),
    ],
)
def test_what_can_not_be_read_is_named(documents, sent, said):
    answer = documents.post("/v1/citations", json=sent)
    assert (answer.status_code, answer.json()["type"], answer.json()["detail"]) == (
        422,
        "/docs#bad-parameter",
        said,
    )


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"text": "\\ud800"}', b"\xff", b"[" * 100_000])
def test_what_is_no_text_is_a_problem(documents, body):
    answer = documents.post("/v1/citations", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("in_parts", [False, True])
def test_a_body_that_is_too_large_is_refused_before_it_is_read(documents, in_parts):
    body = json.dumps({"text": "x" * 3_000_000}).encode()
    content = iter([body[:1_500_000], body[1_500_000:]]) if in_parts else body
    answer = documents.post("/v1/citations", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json() == {
        "type": "/docs#too-large",
        "title": "The request is too large",
        "status": 413,
        "detail": "A body may have at most 2,000,000 bytes; send less, or in parts.",
        "instance": "/v1/citations",
    }


@pytest.mark.parametrize(
    ("reason", "status", "slug"),
    [
        ("timeout", 422, "too-hard"),
        ("out-of-memory", 422, "too-hard"),
        ("crashed", 422, "too-hard"),
        ("error", 500, "internal"),  # ours, whatever the text
    ],
)
def test_a_text_that_can_not_be_read_is_a_problem(documents, monkeypatch, reason, status, slug):
    monkeypatch.setattr(reading, "map_killable", lambda *_: (Failure(reason, "secret"),))
    answer = documents.post("/v1/citations", json={"text": "x"})
    assert (answer.status_code, answer.json()["type"]) == (status, f"/docs#{slug}")
    assert "secret" not in answer.text


def test_who_comes_while_too_many_are_read_is_told_to_come_back(documents, monkeypatch):
    class Taken:
        def acquire(self, *, blocking: bool) -> bool:
            return blocking

    monkeypatch.setattr(reading, "_places", Taken())
    answer = documents.post("/v1/citations", json={"text": "x"})
    assert (answer.status_code, answer.json()["type"]) == (503, "/docs#busy")
    assert answer.headers["retry-after"] == "5"
    assert documents.get("/health/live").status_code == 200


def test_a_text_can_only_be_sent(documents):
    answer = documents.get("/v1/citations")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
