"""GET /v1/search gives the shape that scripts stand on, to the last field."""

import pytest

from crawler.article import article_id

TITLE = "Hội nghị trực tuyến toàn quốc về đối ngoại nhân dân"
SPEECH = "Ông Đức nhấn mạnh Chỉ thị số 12-CT/TW của Ban Bí thư: “Đối ngoại nhân dân phải đi trước một bước”."


def _marked(snippet):
    return [snippet["text"][start:end] for start, end in snippet["marks"]]


def test_an_answer_has_exactly_this_shape(library):
    answer = library.get("/v1/search", params={"q": '"đối ngoại nhân dân"', "source": "mau"}).json()
    score = answer["hits"][0].pop("score")
    assert score > 0
    assert answer == {
        "query": '"đối ngoại nhân dân"',
        "interpretation": '"đối ngoại nhân dân"',
        "total": 1,
        "hits": [
            {
                "id": article_id(f"mau:0:{TITLE}"),
                "external_id": None,
                "url": "https://mau.example.vn/doi-ngoai/hoi-nghi-1.html",
                "title": TITLE,
                "source": "mau",
                "published": "2024-07-19T08:47+07:00",
                "copies": 1,
                "original": article_id(f"nghi:0:{TITLE}"),
                "folded": [],
                "snippets": [
                    {"field": "title", "start": 0, "text": TITLE, "marks": [[33, 51]]},
                    {"field": "body", "start": 30, "text": SPEECH, "marks": [[55, 73]]},
                ],
            }
        ],
        "facets": {
            "source": [{"value": "mau", "count": 1}],
            "section": [{"value": "Đối ngoại", "count": 1}],
            "kind": [{"value": "article", "count": 1}],
            "year": [{"value": "2024", "count": 1}],
            "month": [{"value": "2024-07", "count": 1}],
            "directive": [{"value": "12-CT/TW", "count": 1}],
            "person": [{"value": "Trần Minh Đức", "count": 1}],
            "organization": [
                {"value": "Ban Bí thư", "count": 1},
                {"value": "Hội Hữu nghị Sông Lam", "count": 1},
            ],
            "office": [{"value": "Chủ tịch Hội Hữu nghị Sông Lam", "count": 1}],
            "place": [{"value": "Hà Nội", "count": 1}, {"value": "Sông Lam", "count": 1}],
            "event": [{"value": TITLE, "count": 1}],
        },
        "next": None,
        "warnings": [],
    }
    assert [_marked(one) for one in answer["hits"][0]["snippets"]] == [
        ["đối ngoại nhân dân"],
        ["Đối ngoại nhân dân"],
    ]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 17),
        ("q=doi+ngoai", 2),
        ("q=12-CT/TW", 2),
        ("q=%20&source=nghi", 1),
        ("source=mau&source=nghi", 16),
        ("directive=12+-+CT/TƯ&source=nghi", 1),
        ("person=trần+minh+đức", 2),
        ("organization=Ban+Bí+thư&place=Hà+Nội", 2),
        ("place=Huế&place=Hà+Nội", 2),
        ("kind=document", 1),
        ("section=Thời+sự&from=2023-05-10", 5),
        ("from=2023-05&to=2023-05", 14),
        ("from=1/5/2023&to=2/5/2023", 2),
        ("to=2012", 1),
        ("from=&to=&sort=&cursor=", 17),
        ("from=2025", 0),
        ("limit=0", 17),
        ("q=%00", 17),
        ("q=%FF%FE", 0),
        ("q=*", 0),
        ('q="đối', 2),
        ("q=" + "(" * 1000, 0),
        ("q=" + "a OR " * 200, 0),
        ("q=" + "a* " * 100, 0),
        ("q=/.*.*.*x/", 0),
        ("q=_exists_:title", 0),
    ],
)
def test_no_question_is_an_error(library, query, total):
    answer = library.get(f"/v1/search?{query}")
    assert answer.status_code == 200
    assert answer.json()["total"] == total


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_follow_each_other_by_cursor(library, sort):
    titles, cursor = [], ""
    for _ in range(5):
        answer = library.get(f"/v1/search?q=lũ&limit=3&sort={sort}&cursor={cursor}").json()
        assert answer["total"] == 14
        titles += [hit["title"] for hit in answer["hits"]]
        cursor = answer["next"]
    assert cursor is None
    days = {"oldest": range(1, 15), "newest": range(14, 0, -1)}
    if sort in days:
        assert titles == [f"Tin lũ số {day}" for day in days[sort]]
    else:
        assert len(set(titles)) == len(titles) == 14


def test_without_words_the_newest_comes_first(library):
    assert library.get("/v1/search?limit=3").json()["hits"][2]["title"] == "Tin lũ số 14"


def test_a_cursor_of_another_sort_is_refused(library):
    cursor = library.get("/v1/search?q=lũ&sort=newest").json()["next"]
    answer = library.get(f"/v1/search?q=lũ&sort=oldest&cursor={cursor}")
    assert (answer.status_code, answer.json()["type"]) == (422, "/docs#bad-cursor")


def test_what_was_not_understood_is_a_warning(library):
    answer = library.get('/v1/search?q="lũ').json()
    assert answer["warnings"] == ['A quotation mark (") has no partner and was left out.']
