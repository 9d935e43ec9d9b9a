"""GET /v1/organizations: bodies by their names, and everything about one of them."""

import pytest

CLUB = "Hội Hữu nghị Sông Lam"
MEETING = "Hội nghị tổng kết công tác hữu nghị năm 2022"


@pytest.fixture
def ask(society):
    def asking(path: str = "", **asked: object):
        answer = society.get(f"/v1/organizations{path}", params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asking


@pytest.fixture
def club(ask):
    return ask(f"/{ask(q=CLUB)['organizations'][0]['id']}")


def test_those_that_most_articles_name_come_first(ask, club):
    found = ask()
    assert (found["total"], found["next"]) == (2, None)
    assert found["organizations"][0] == {
        "id": club["id"],
        "name": CLUB,
        "short": None,
        "article_count": 4,
        "first": "2019-03-05",
        "last": "2024-05-06",
    }
    assert found["organizations"][1]["name"] == "Công ty Gỗ Thanh Chương"


@pytest.mark.parametrize(
    ("words", "total"), [("hoi huu nghi song lam", 1), ("Thanh Chương", 1), ("Hội Nông dân", 0), ("", 2)]
)
def test_bodies_are_found_by_words_of_their_names(ask, words, total):
    assert ask(q=words)["total"] == total


def test_a_list_goes_on_page_by_page(ask):
    first = ask(limit=1)
    second = ask(limit=1, cursor=first["next"])
    assert second["organizations"][0]["name"] == "Công ty Gỗ Thanh Chương"
    assert second["next"] is None


def test_a_body_is_shown_with_its_officers_events_and_articles(club):
    assert [(one["name"], one["office"], one["first"], one["last"]) for one in club["officers"]] == [
        ("Trần Minh Đức", "Phó Chủ tịch", "2019-03-05", "2022-07-20"),
        ("Trần Minh Đức", "Chủ tịch", "2024-05-06", "2024-05-06"),
    ]
    assert [one["name"] for one in club["events"]] == ["Tiếp đoàn đại biểu", MEETING]
    assert club["names"] == [{"name": CLUB, "article_count": 4}]
    assert [one["day"] for one in club["articles"]] == ["2024-05-06", "2022-07-20", "2022-07-19", "2019-03-05"]
    assert (club["parents"], club["children"], club["quotes"]) == ([], [], [])


@pytest.mark.parametrize("query", ["cursor=x", "limit=101", "office=x", "q=" + "x" * 1001])
def test_what_can_not_be_asked_is_a_problem(society, query):
    answer = society.get(f"/v1/organizations?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize("id_", ["khong-co", "%00", "x" * 3000])
def test_an_unknown_body_is_a_problem_that_says_how_to_find_one(society, id_):
    answer = society.get(f"/v1/organizations/{id_}")
    assert answer.status_code == 404
    assert "/v1/organizations?q=" in answer.json()["detail"]
