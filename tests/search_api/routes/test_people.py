"""GET /v1/people and /v1/offices: who is who, in which office, since when, and the sentences that say so."""

import pytest

DUC, AN, CLUB = "Trần Minh Đức", "Lê Thu An", "Hội Hữu nghị Sông Lam"
VICE = f"Phó Chủ tịch {CLUB}"
HEAD = "Trưởng Ban Đối ngoại Sông Lam"
BRIDGE = "Đối ngoại nhân dân phải đi trước một bước"
MEETING = "Hội nghị tổng kết công tác hữu nghị năm 2022"


@pytest.fixture
def ask(society):
    def asking(path: str, **asked: object):
        answer = society.get(f"/v1/{path}", params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asking


@pytest.fixture
def duc(ask):
    """The one of the club, and not his namesake."""
    (one,) = (one for one in ask("people", q=DUC)["people"] if one["article_count"] > 1)
    return ask(f"people/{one['id']}")


def said_in(society, sentence):
    """The words at the sentence's offsets, in the article that it names."""
    text = society.get(f"/v1/articles/{sentence['article']}").json()["text"]
    assert text[sentence["sentence_start"] :].startswith(sentence["sentence"])
    return text[sentence["start"] : sentence["end"]]


def test_those_whom_most_articles_name_come_first(ask):
    found = ask("people")
    assert (found["total"], found["next"]) == (3, None)
    assert [(one["name"], one["article_count"], one["first"], one["last"]) for one in found["people"]] == [
        (DUC, 4, "2019-03-05", "2024-05-06"),
        (AN, 2, "2022-07-19", "2022-07-20"),
        (DUC, 1, "2021-02-02", "2021-02-02"),
    ]


def test_a_person_of_a_list_has_exactly_this_shape(ask, duc):
    assert ask("people", q=DUC, organization=CLUB)["people"] == [
        {
            "id": duc["id"],
            "name": DUC,
            "article_count": 4,
            "first": "2019-03-05",
            "last": "2024-05-06",
            "last_offices": [f"Chủ tịch {CLUB}", VICE],
        }
    ]


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        ({"q": "tran minh duc"}, [4, 1]),
        ({"q": "Đức"}, [4, 1]),
        ({"q": "Thu An"}, [2]),
        ({"q": "Trần Văn Không"}, []),
        ({"office": "Giám đốc"}, [1]),
        ({"office": HEAD}, [2]),
        ({"organization": "Công ty Gỗ Thanh Chương"}, [1]),
        ({"office": "Chủ tịch", "organization": CLUB, "from": "2024"}, [4]),
        ({"office": "Giám đốc", "to": "2020"}, []),
    ],
)
def test_people_are_found_by_name_office_body_and_day(ask, asked, counts):
    found = ask("people", **asked)
    assert [one["article_count"] for one in found["people"]] == counts
    assert found["total"] == len(counts)


def test_a_list_goes_on_page_by_page(ask):
    first = ask("people", limit=2)
    second = ask("people", limit=2, cursor=first["next"])
    assert (len(first["people"]), len(second["people"]), second["next"]) == (2, 1, None)
    assert ask("people", limit=0)["total"] == 3


def test_offices_are_a_timeline_with_the_sentences_that_say_so(society, duc):
    assert [(one["office"], one["organization"], one["first"], one["last"]) for one in duc["offices"]] == [
        ("Phó Chủ tịch", CLUB, "2019-03-05", "2022-07-20"),
        ("Chủ tịch", CLUB, "2024-05-06", "2024-05-06"),
    ]
    assert not any(one["former"] or one["acting"] for one in duc["offices"])
    sentences = [one for held in duc["offices"] for one in held["sentences"]]
    assert len(sentences) == 4
    assert {said_in(society, one) for one in sentences} == {VICE, f"Chủ tịch {CLUB}"}
    assert {one["person"] for one in duc["offices"]} == {duc["id"]}


def test_a_person_is_shown_with_events_words_articles_and_namesakes(society, duc):
    assert [(one["name"], one["role"]) for one in duc["events"]] == [
        ("Tiếp đoàn đại biểu", "chair"),
        (MEETING, "chair"),
    ]
    (quote,) = duc["quotes"]
    assert (quote["words"], quote["speaker"], quote["person"], quote["direct"], quote["resolved"]) == (
        "Hữu nghị là cây cầu", DUC, duc["id"], True, False,
    )  # fmt: skip
    assert said_in(society, quote["said_in"]) == "Hữu nghị là cây cầu"
    assert [one["day"] for one in duc["articles"]] == ["2024-05-06", "2022-07-20", "2022-07-19", "2019-03-05"]
    assert [(one["name"], one["article_count"]) for one in duc["apart"]] == [(DUC, 1)]
    assert duc["names"] == [{"name": DUC, "article_count": 4}]


def test_who_spoke_in_an_office_has_an_answer_with_the_sentence(society, ask):
    found = ask("offices", **{"office": HEAD, "from": "2022", "to": "2022"})
    assert found["office"] == HEAD
    (held,) = found["holders"]
    assert (held["name"], held["first"], held["last"], held["article_count"]) == (
        AN,
        "2022-07-19",
        "2022-07-20",
        2,
    )
    assert {said_in(society, one) for one in held["sentences"]} == {HEAD}
    quoted, reported = found["said"]
    assert (quoted["speaker"], quoted["words"], said_in(society, quoted["said_in"])) == (AN, BRIDGE, BRIDGE)
    assert (reported["speaker"], reported["words"]) == (AN, f"{AN}, {HEAD}, phát biểu.")
    assert said_in(society, reported["said_in"]) == reported["words"]


@pytest.mark.parametrize(
    "asked", [{"office": HEAD, "from": "2019", "to": "2019"}, {"office": "Trưởng Ban Không Có"}, {"office": "?!"}]
)
def test_an_office_that_nobody_held_then_has_an_empty_answer(ask, asked):
    found = ask("offices", **asked)
    assert (found["holders"], found["said"]) == ([], [])


@pytest.mark.parametrize(
    "path",
    [
        "people?from=mai",
        "people?name=x",
        "people?cursor=x",
        "people?limit=101",
        "people?q=" + "x" * 1001,
        "offices",
        "offices?office=",
    ],
)
def test_what_can_not_be_asked_is_a_problem(society, path):
    answer = society.get(f"/v1/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize("id_", ["khong-co", "%00", "x" * 3000])
def test_an_unknown_person_is_a_problem_that_says_how_to_find_one(society, id_):
    answer = society.get(f"/v1/people/{id_}")
    assert answer.status_code == 404
    assert "/v1/people?q=" in answer.json()["detail"]
