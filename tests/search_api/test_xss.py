"""Every text comes from strangers' sites: none of it may become markup, a handler or an address that runs."""

from urllib.parse import quote, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from crawler.article import Article
from indexer.catalog.articles import Found
from nlp.document import AnnotatedDocument, Citation, Entity, Event, Office, Quote

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
        citations=(
            Citation(0, 3, "Tin", 0, 3, "full", type=payload, number=payload, symbol=payload, issuer=payload),
        ),
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


@pytest.fixture(scope="module")
def attacked(tmp_path_factory, serving) -> TestClient:
    return serving(tmp_path_factory.mktemp("attacked"), [hostile(payload) for payload in PAYLOADS])


def test_the_check_itself_finds_what_it_is_for():
    page = "<p onclick=x><script>1</script><a href='javascript:1'>a</a><p style='x'>b"
    assert faults(page) == ["p onclick", "<script>", "href=javascript:1", "p style"]


def test_all_articles_on_one_page_of_results_are_inert(attacked):
    page = attacked.get("/?q=tin&limit=100").text
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


def test_the_sources_are_inert(attacked):
    assert faults(attacked.get("/nguon").text) == []


def test_programs_get_the_payloads_as_they_are(attacked):
    answer = attacked.get("/v1/search?q=tin&limit=100")
    assert answer.headers["content-type"] == "application/json"
    assert {hit["url"] for hit in answer.json()["hits"]} == set(PAYLOADS)
