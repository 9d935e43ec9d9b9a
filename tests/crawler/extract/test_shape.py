import json

from crawler.article import Article, DocumentHeader
from crawler.extract.shape import to_dict

FIELDS = ["id", "outcome", "reason", "url", "title", "lead", "author", "published", "precision", "section",
          "tags", "captions", "paragraphs", "text", "parts", "document", "language", "flags",
          "published_from"]  # fmt: skip
ARTICLE = Article(
    title="Tổng kết",
    lead="Sáng nay.",
    paragraphs=("Một.", "Hai."),
    url="https://a.vn/1",
    author="Khánh Hà",
    published="2026-03-07T08:47+07:00",
    precision="minute",
    tags=("hội nghị",),
)


def test_an_article_has_the_fields_of_the_interface_in_their_order():
    shape = to_dict("a.html", (ARTICLE,))
    assert list(shape) == FIELDS
    assert shape["text"] == "Tổng kết\n\nSáng nay.\n\nMột.\n\nHai."
    assert (shape["outcome"], shape["reason"], shape["parts"], shape["document"]) == ("article", None, [], None)
    assert json.loads(json.dumps(shape)) == shape


def test_a_page_of_two_articles_shows_the_first_and_both_as_parts():
    second = Article(title="Khác", lead=None, paragraphs=("Ba.",))
    shape = to_dict("a.txt", (ARTICLE, second))
    assert shape["title"] == "Tổng kết"
    assert [(part["id"], part["title"], list(part)) for part in shape["parts"]] == [
        ("a.txt", "Tổng kết", FIELDS),
        ("a.txt-2", "Khác", FIELDS),
    ]


def test_a_rejected_page_has_a_reason_and_nothing_else():
    shape = to_dict(None, None, reason="listing-page")
    assert list(shape) == FIELDS
    assert (shape["outcome"], shape["reason"], shape["text"], shape["paragraphs"]) == (
        "rejected",
        "listing-page",
        "",
        [],
    )


def test_an_official_text_tells_its_head():
    document = Article(
        title=None, lead=None, paragraphs=("Điều 1.",), kind="document", document=DocumentHeader(number="12-CT/TW")
    )
    shape = to_dict(1, (document,))
    assert shape["outcome"] == "document"
    assert shape["document"] == {
        "number": "12-CT/TW", "type": None, "issued_on": None, "issuer": None, "signer": None, "subject": None
    }  # fmt: skip
