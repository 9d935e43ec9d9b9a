"""The API is described: for people at /docs, for tools at /openapi.json, and never changes unseen."""

import json
from pathlib import Path

from lxml import html

SNAPSHOT = Path(__file__).parents[1] / "openapi.json"


def test_the_description_changes_only_with_its_snapshot(library):
    """After a wanted change: .venv/bin/python tests/search_api/snapshot.py"""
    assert library.get("/openapi.json").json() == json.loads(SNAPSHOT.read_text("utf-8"))


def test_every_address_and_object_is_on_the_page(library):
    page = library.get("/docs").text
    described = library.get("/openapi.json").json()
    headings = html.document_fromstring(page).xpath("//h2/code/text()")
    assert headings == [
        f"{method.upper()} {path}" for path, methods in described["paths"].items() for method in methods
    ]
    assert headings == [
        "GET /v1/search",
        "GET /v1/articles/{id}",
        "GET /v1/articles/{id}/copies",
        "GET /v1/articles/{id}/copies/{other}",
        "GET /v1/articles/{id}/versions",
        "GET /v1/articles/{id}/versions/{number}",
        "GET /v1/people",
        "GET /v1/people/{id}",
        "GET /v1/offices",
        "GET /v1/organizations",
        "GET /v1/organizations/{id}",
        "GET /v1/events",
        "GET /v1/events/{id}",
        "GET /v1/directives",
        "GET /v1/directives/wanted",
        "GET /v1/directives/{id}",
        "GET /v1/directives/{id}/citations",
        "GET /v1/directives/{id}/timeline",
        "POST /v1/citations",
        "GET /v1/sources",
        "GET /health/live",
        "GET /health/ready",
    ]
    ids = set(html.document_fromstring(page).xpath("//@id"))
    assert ids >= set(described["components"]["schemas"])
    assert ids >= {"not-found", "bad-parameter", "too-large", "engine-unavailable", "internal"}


def test_every_link_on_the_page_leads_somewhere(library):
    page = html.document_fromstring(library.get("/docs").text)
    ids = set(page.xpath("//@id"))
    inner = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert len(inner) > 10
    assert [name for name in inner if name not in ids] == []


def test_the_page_needs_nothing_from_elsewhere(library):
    page = html.document_fromstring(library.get("/docs").text)
    assert page.xpath("//script") == []
    assert page.xpath("//link/@href") == ["/static/style.css", "/static/icon.svg"]
