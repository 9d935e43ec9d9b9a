"""Every text comes from strangers' sites: none of it may become markup, a handler or an address that runs."""

import json
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from sqlalchemy import Engine, insert, select, update

from crawler.article import Article
from crawler.database import writing
from indexer.catalog.articles import Found
from indexer.catalog.known import pack
from indexer.catalog.ledger import citation, relation, text_document
from indexer.catalog.tables import article
from indexer.roll import (
    Conflict,
    EventDossier,
    Held,
    Line,
    Organization,
    OrganizationDossier,
    Part,
    Participant,
    Passage,
    Person,
    PersonDossier,
    Said,
)
from indexer.roll import Event as RollEvent
from nlp.directives.registry import Document, Link, Registry
from nlp.document import AnnotatedDocument, Citation, Entity, Event, Office, Quote
from search_api import cursors, pages
from search_api.asking import OfficePageParameters
from search_api.pages.sayings import quotations
from search_api.pages.templating import render
from search_api.pages.tenure import tenure

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script href=data:,alert(1) /></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=`alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<a href='javascript:alert(1)'>bấm</a>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<style>@import 'javascript:alert(1)';</style>",
    "<link rel=stylesheet href=//x.example/x.css>",
    "<base href=//x.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action=javascript:alert(1)><button>gửi</button></form>",
    "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
    "{{ 7*7 }}{% raw %}<script>alert(1)</script>{% endraw %}",
    "${alert(1)}<x onclick=alert(1)>\u2028alert(2)\u2029</x>",
    "<mark onmouseover=alert(1)>đánh dấu</mark>",
    "\u202e<b>đảo</b>\u202c<ScRiPt>alert(1)</sCrIpT>",
)
KEY, DAY = "tw.ct.k13.00012", "2023-01-02"
HANDLERS = ("on", "style", "srcdoc", "formaction")  # how an attribute that our templates never have begins
OURS = {
    "a", "article", "aside", "blockquote", "body", "button", "code", "dd", "details", "div", "dl", "dt", "em",
    "footer", "form", "h1", "h2", "h3", "head", "header", "html", "input", "label", "li", "link", "main", "mark",
    "meta", "nav", "ol", "option", "p", "q", "rect", "section", "select", "small", "span", "strong", "summary",
    "svg", "table", "tbody", "td", "th", "thead", "time", "title", "tr", "ul",
}  # fmt: skip


def hostile(payload: str) -> Found:
    """An article that bears the payload in every field that a page shows."""
    article = Article(
        title=f"Tin {payload}",
        lead=f"Mở đầu {payload}",
        paragraphs=(f"Người {payload} nói.", payload),
        url=payload,
        author=payload,
        section=payload,
        tags=(payload,),
        captions=(payload,),
        source=payload,
        published="2024-01-02",
        precision="day",
    )
    text = article.text
    start = text.index(f"Người {payload}") + len("Người ")
    end = start + len(payload)
    first = text.index(payload)
    document = AnnotatedDocument(
        entities=(
            Entity(start, end, payload, "PER", payload),
            Entity(first, first + len(payload), payload, "ORG", payload),
            Entity(len(text) - len(payload), len(text), payload, "LOC", payload),
        ),
        citations=(Citation(0, 3, "Tin", 0, 3, "full", type=payload, issuer=payload, subject=payload),),
        offices=(Office(start, end, payload, payload, payload),),
        quotes=(Quote(start, end, payload, payload, None, direct=True),),
        events=(
            Event(payload, payload, payload, payload, payload, (payload,), (payload,), (payload,), main=True),
        ),
    )
    return Found(article, document)


def faults(page: str) -> list[str]:
    """Everything on the page that a browser might run or follow, and that our templates never write."""
    found = []
    for element in html.document_fromstring(page).iter():
        if element.tag not in OURS:
            found.append(f"<{element.tag}>")
        for name, value in element.items():
            if name.startswith(HANDLERS):
                found.append(f"{element.tag} {name}")
            if name in {"href", "src", "action"} and urlsplit(value).scheme not in {"", "http", "https"}:
                found.append(f"{name}={value}")
    return found


def portraits(payload: str) -> Iterator[str]:
    """The pages of a person, a body, an event and an office of which everything is the payload."""
    line = Line(payload, payload, payload, payload, DAY, DAY)
    passage = Passage(line, f"Ông {payload} nói.", 0, 4, 4 + len(payload))
    person = Person(payload, payload, 1, DAY, DAY, (payload,))
    held = (Held(payload, payload, payload, payload, payload, True, True, DAY, DAY, 1, (passage,)),)
    said = (Said(payload, payload, payload, payload, payload * 9, True, True, passage),)
    body = Organization(payload, payload, payload, 1, DAY, DAY)
    event = RollEvent(payload, payload, payload, DAY, payload, True, payload, payload, 1)
    present = (Participant(payload, payload, payload, 2),)
    part = Part(payload, payload, payload, DAY, payload, payload, payload)
    names = ((payload, 1),)
    of_person = PersonDossier(person, names, held, (part,), said, (line,), (person,))
    of_body = OrganizationDossier(body, names, (body,), (body,), held, (event,), said, (line,))
    of_event = EventDossier(
        event, names, payload, payload, 9, present, present, present, names, said, (line,),
        (Conflict(payload, ((payload, (payload,)),)),),
    )  # fmt: skip
    yield render("person.html", **pages.person.values(of_person, {}))
    yield render("organization.html", **pages.organization.values(of_body, {}))
    yield render("event.html", **pages.event.values(of_event, Registry(()), names={}))
    asked = OfficePageParameters.model_validate({"chuc-vu": payload[:300], "tu": DAY})
    shown = {"tenure": tenure(held, {}), "quotations": quotations(said, {})}
    yield render("office.html", asked=asked, asks=True, people=1, **shown)


def poison(store: Engine) -> None:
    """Let the citations and the collected documents say what no recogniser would ever let through."""
    with writing(store) as connection:
        rows = connection.execute(select(article.c.id, article.c.author).order_by(article.c.id)).all()
        for place, (id_, payload) in enumerate(rows):
            spoken_of = {"normal": payload[:100], "number": payload, "symbol": payload, "surface": payload}
            means = (
                {"canonical": KEY, "decided": True} if place % 2 else {"candidates": json.dumps([KEY, payload])}
            )
            mine = citation.c.article_id == id_
            connection.execute(update(citation).where(mine).values(**spoken_of, **means, evidence=payload))
            said = {"relation": payload[:20], "cue": payload, "source": payload, "target": KEY}
            connection.execute(insert(relation).values(article_id=id_, place=0, start=0, end=3, **said))
            own = Document(
                key=_key(place), type=payload, number=payload, symbol=payload, issuer=payload, issued_on=DAY,
                term=payload, title=payload, names=(payload,), numbers=(payload,), note=payload,
                sources=(payload,), links=(Link("replaces", KEY), Link(payload, KEY)),
            )  # fmt: skip
            row = {"article_id": id_, "key": own.key, "content": pack(own)}
            connection.execute(insert(text_document).values(row))


def _key(place: int) -> str:
    return f"tw.tb.k13.{90_000 + place:05}"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory, serving) -> TestClient:
    found = [hostile(payload) for payload in PAYLOADS]
    return serving(tmp_path_factory.mktemp("attacked"), found, then=poison)


def test_the_check_itself_finds_what_it_is_for():
    page = "<p onclick=x><script>1</script><a href='javascript:1'>a</a><p style='x'>b"
    assert faults(page) == ["p onclick", "<script>", "href=javascript:1", "p style"]


def test_all_articles_on_one_page_of_results_are_inert(attacked):
    assert faults(attacked.get("/?q=tin&limit=100").text) == []  # those of the same words lie under one another
    page = attacked.get("/?q=tin&limit=100&copies=all").text
    assert faults(page) == []
    titles = [one.text_content() for one in html.document_fromstring(page).xpath("//h3")]
    assert sorted(titles) == sorted(f"Tin {payload}" for payload in PAYLOADS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_article_is_shown_as_the_text_that_it_is(attacked, payload):
    ids = {hit["title"]: hit["id"] for hit in attacked.get("/v1/search?q=tin&limit=100").json()["hits"]}
    page = attacked.get(f"/articles/{ids[f'Tin {payload}']}?q={quote(payload)}").text
    assert faults(page) == []
    (heading,) = html.document_fromstring(page).xpath("//h1")
    assert heading.text_content() == f"Tin {payload}"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_asked_for_is_shown_as_the_text_that_it_is(attacked, payload):
    found = attacked.get("/", params=dict.fromkeys(("q", "person", "source", "event"), payload))
    refused = attacked.get("/", params={"q": payload, "from": payload})
    assert (found.status_code, refused.status_code) == (200, 422)
    assert faults(found.text) == faults(refused.text) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_address_that_is_none_is_shown_as_the_text_that_it_is(attacked, payload):
    assert faults(attacked.get(f"/articles/{quote(payload, safe='')}").text) == []
    assert faults(attacked.get(f"/{quote(payload, safe='')}").text) == []


@pytest.mark.parametrize("place", range(len(PAYLOADS)))
def test_a_document_is_shown_as_the_text_that_it_is(attacked, place):
    answer = attacked.get(f"/van-ban/{_key(place)}")
    assert answer.status_code == 200
    assert faults(answer.text) == []
    told = answer.text
    assert html.document_fromstring(told).xpath("//p[@class='title']")[0].text_content() in PAYLOADS


def test_the_documents_together_are_inert(attacked):
    for path in ("/van-ban", "/van-ban?cursor=" + cursors.write((20,)), f"/van-ban/{KEY}", "/van-ban?type=ct"):
        answer = attacked.get(path)
        assert answer.status_code == 200
        assert faults(answer.text) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_asked_of_documents_is_shown_as_the_text_that_it_is(attacked, payload):
    asked = dict.fromkeys(("q", "type", "issuer"), payload)
    refused = attacked.get("/van-ban", params={"term": payload, "from": payload, "cursor": payload})
    of_one = attacked.get(f"/van-ban/{KEY}", params={"relation": payload[:40]})
    assert [attacked.get("/van-ban", params=asked).status_code, refused.status_code, of_one.status_code] == [
        200, 422, 200,
    ]  # fmt: skip
    for answer in (attacked.get("/van-ban", params=asked), refused, of_one):
        assert faults(answer.text) == []
    assert faults(attacked.get(f"/van-ban/{quote(payload, safe='')}").text) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_told_of_people_bodies_and_events_is_shown_as_the_text_that_it_is(payload):
    person, body, event, office = portraits(payload)
    assert faults(person) == faults(body) == faults(event) == faults(office) == []
    for page in (person, body, event):
        (heading,) = html.document_fromstring(page).xpath("//h1")
        assert heading.text_content().strip().lower().startswith(payload.strip().lower())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_asked_of_people_bodies_and_events_is_shown_as_the_text_that_it_is(attacked, payload):
    asked = dict.fromkeys(("q", "office", "organization", "person", "place", "chuc-vu"), payload)
    for path in ("/nguoi", "/to-chuc", "/su-kien", "/chuc-vu"):
        found = attacked.get(path, params=asked)
        refused = attacked.get(path, params={"from": payload, "kind": payload, "tu": payload, "cursor": payload})
        assert (found.status_code, refused.status_code) == (200, 422)
        lost = attacked.get(f"{path}/{quote(payload, safe='')}")
        assert faults(found.text) == faults(refused.text) == faults(lost.text) == []


def test_the_lists_of_people_bodies_and_events_are_inert(attacked):
    for path in ("/nguoi", "/to-chuc", "/su-kien"):
        answer = attacked.get(path)
        assert answer.status_code == 200
        assert faults(answer.text) == []


def test_the_sources_are_inert(attacked):
    assert faults(attacked.get("/nguon").text) == []


def test_programs_get_the_payloads_as_they_are(attacked):
    answer = attacked.get("/v1/search?q=tin&limit=100")
    assert answer.headers["content-type"] == "application/json"
    assert {hit["url"] for hit in answer.json()["hits"]} == set(PAYLOADS)
