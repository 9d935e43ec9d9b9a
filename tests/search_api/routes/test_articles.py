"""GET /v1/articles/{id} gives the whole article, and every offset counts in its text."""

from crawler.article import article_id
from search_api.schemas import ArticleDetail

TITLE = "Hội nghị trực tuyến toàn quốc về đối ngoại nhân dân"
LEAD = "Ông Trần Minh Đức, Chủ tịch Hội Hữu nghị Sông Lam, chủ trì hội nghị sáng 19/7 tại Hà Nội."
SPEECH = "Ông Đức nhấn mạnh Chỉ thị số 12-CT/TW của Ban Bí thư: “Đối ngoại nhân dân phải đi trước một bước”."
ID = article_id(f"mau:0:{TITLE}")


def test_an_article_has_exactly_this_shape(library):
    found = library.get(f"/v1/articles/{ID}").json()
    annotations = found.pop("annotations")
    assert found == {
        "id": ID,
        "external_id": None,
        "url": "https://mau.example.vn/doi-ngoai/hoi-nghi-1.html",
        "canonical_url": "https://mau.example.vn/doi-ngoai/hoi-nghi-1.html",
        "source": "mau",
        "kind": "article",
        "title": TITLE,
        "lead": LEAD,
        "text": f"{TITLE}\n\n{LEAD}\n\nHội nghị có 200 đại biểu dự.\n\n{SPEECH}",
        "author": "Lê Thu An",
        "published": "2024-07-19T08:47+07:00",
        "precision": "minute",
        "section": "Đối ngoại",
        "tags": ["đối ngoại nhân dân"],
        "captions": ["Toàn cảnh hội nghị."],
        "document": None,
        "structure": None,
        "amendments": [],
        "language": None,
        "flags": [],
        "versions": 1,
        "copies": 1,
        "original": article_id(f"nghi:0:{TITLE}"),
    }
    assert list(annotations) == ["entities", "citations", "relations", "offices", "quotes", "events", "warnings"]


def test_annotations_have_exactly_these_shapes(library):
    annotations = library.get(f"/v1/articles/{ID}").json()["annotations"]
    (person,) = library.get("/v1/people", params={"q": "Trần Minh Đức"}).json()["people"]
    assert annotations["entities"][0] == {
        "start": 57,
        "end": 70,
        "surface": "Trần Minh Đức",
        "type": "PER",
        "canonical": "Trần Minh Đức",
        "id": person["id"],
        "confidence": 1.0,
        "by": "test",
    }
    assert annotations["citations"][0].pop("confidence") > 0.9
    assert annotations["citations"] == [
        {
            "start": 192,
            "end": 211,
            "surface": "Chỉ thị số 12-CT/TW",
            "full_start": 192,
            "full_end": 211,
            "kind": "full",
            "type": "Chỉ thị",
            "number": "12",
            "year": None,
            "symbol": "CT/TW",
            "issuer": None,
            "issued_on": "2022-01-05",
            "term": "XIII",
            "subject": None,
            "pinpoint": None,
            "scope": "party",
            "canonical": "tw.ct.k13.00012",
            "candidates": [],
            "evidence": "own-date",
        }
    ]
    assert annotations["offices"][0]["office"] == "Chủ tịch"
    assert annotations["quotes"][0]["speaker"] == "Trần Minh Đức"
    assert annotations["events"][0]["chairs"] == ["Trần Minh Đức"]


def test_a_relation_has_exactly_this_shape(documents):
    (hit,) = documents.get("/v1/search", params={"q": '"Hai năm đối ngoại"'}).json()["hits"]
    assert documents.get(f"/v1/articles/{hit['id']}").json()["annotations"]["relations"] == [
        {
            "from": "activity",
            "to": "tw.ct.k13.00012",
            "relation": "reviews",
            "cue": "Sơ kết",
            "start": 28,
            "end": 34,
        }
    ]


def test_every_offset_counts_code_points_of_the_text(library):
    found = library.get(f"/v1/articles/{ID}").json()
    spans = [
        span for kind in ("entities", "citations", "offices", "quotes") for span in found["annotations"][kind]
    ]
    assert len(spans) == 9
    assert [found["text"][span["start"] : span["end"]] for span in spans] == [span["surface"] for span in spans]


def test_an_official_text_brings_what_its_head_says(library):
    (hit,) = library.get("/v1/search?kind=document").json()["hits"]
    found = library.get(f"/v1/articles/{hit['id']}").json()
    assert (found["external_id"], found["source"]) == ("nd-12", "congbao")
    assert found["document"] == {
        "number": "12/2012/NĐ-CP",
        "type": "Nghị định",
        "issued_on": "2012-03-01",
        "issuer": "Chính phủ",
        "signer": None,
        "subject": None,
    }


def test_the_command_line_can_print_the_same(library):
    answer = library.get(f"/v1/articles/{ID}")
    assert ArticleDetail.model_validate_json(answer.text).model_dump_json() == answer.text


def test_an_unknown_article_is_not_found(library):
    answer = library.get("/v1/articles/0000000000000000")
    assert answer.status_code == 404
    assert answer.json() == {
        "type": "/docs#not-found",
        "title": "There is nothing here",
        "status": 404,
        "detail": "There is no article '0000000000000000'; a search gives the ids of those that there are",
        "instance": "/v1/articles/0000000000000000",
    }
