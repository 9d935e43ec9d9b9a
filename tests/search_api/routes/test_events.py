"""GET /v1/events: what several articles report is one event, with everything that they say of it."""

import pytest

CLUB = "Hội Hữu nghị Sông Lam"
MEETING = "Hội nghị tổng kết công tác hữu nghị năm 2022"


@pytest.fixture
def ask(society):
    def asking(path: str = "", **asked: object):
        answer = society.get(f"/v1/events{path}", params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asking


@pytest.fixture
def meeting(ask):
    return ask(f"/{ask(q='tổng kết')['events'][0]['id']}")


def test_the_newest_come_first_each_once(ask, meeting):
    found = ask()
    assert (found["total"], found["next"]) == (2, None)
    assert [one["name"] for one in found["events"]] == ["Tiếp đoàn đại biểu", MEETING]
    assert found["events"][1] == {
        "id": meeting["id"],
        "name": MEETING,
        "kind": "hội nghị",
        "date": "2022-07-19",
        "place": "Hà Nội",
        "online": True,
        "organizer": CLUB,
        "organizer_id": found["events"][1]["organizer_id"],
        "report_count": 2,
    }
    assert found["events"][1]["organizer_id"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"q": "tong ket huu nghi"}, [MEETING]),
        ({"kind": "Hoi nghi"}, [MEETING]),
        ({"kind": "tiếp"}, ["Tiếp đoàn đại biểu"]),
        ({"person": "Lê Thu An"}, [MEETING]),
        ({"organization": CLUB}, ["Tiếp đoàn đại biểu", MEETING]),
        ({"place": "hà nội"}, [MEETING]),
        ({"from": "2024"}, ["Tiếp đoàn đại biểu"]),
        ({"from": "19/7/2022", "to": "2022-07"}, [MEETING]),
        ({"kind": "lễ"}, []),
        ({"person": "Không Ai Cả"}, []),
    ],
)
def test_events_are_found_by_words_kind_person_body_place_and_day(ask, asked, names):
    found = ask(**asked)
    assert [one["name"] for one in found["events"]] == names
    assert found["total"] == len(names)


def test_a_list_goes_on_page_by_page(ask):
    first = ask(limit=1)
    second = ask(limit=1, cursor=first["next"])
    assert [one["name"] for one in second["events"]] == [MEETING]
    assert second["next"] is None


def test_an_event_says_who_was_there_and_what_was_cited(ask, meeting):
    (chair,), (speaker,) = meeting["chairs"], meeting["speakers"]
    assert (chair["name"], chair["office"], chair["report_count"]) == ("Trần Minh Đức", f"Phó Chủ tịch {CLUB}", 2)
    assert (speaker["name"], speaker["office"]) == ("Lê Thu An", "Trưởng Ban Đối ngoại Sông Lam")
    assert chair["person"]
    assert meeting["attendees"] == []
    assert (meeting["attendance"], meeting["ordinal"], meeting["period"]) == (200, None, None)
    assert meeting["documents"] == [{"id": "tw.ct.k13.00012", "display": "12-CT/TW", "count": 1}]
    assert meeting["names"] == [{"name": MEETING, "article_count": 2}]


def test_all_reports_of_an_event_are_together_and_what_they_differ_on_is_told(meeting):
    reports = {one["source"]: one for one in meeting["reports"]}
    assert {one["day"] for one in meeting["reports"]} == {"2022-07-19", "2022-07-20"}
    (conflict,) = meeting["conflicts"]
    assert conflict == {
        "field": "place",
        "values": [
            {"value": "Hà Nội", "articles": [reports["mau"]["id"]]},
            {"value": "Vinh", "articles": [reports["nghi"]["id"]]},
        ],
    }


def test_words_that_were_spoken_there_are_told(meeting):
    (said,) = meeting["quotes"]
    assert (said["speaker"], said["words"]) == ("Lê Thu An", "Đối ngoại nhân dân phải đi trước một bước")


@pytest.mark.parametrize("query", ["kind=tiệc", "from=mai", "cursor=x", "limit=101", "chair=x"])
def test_what_can_not_be_asked_is_a_problem(society, query):
    answer = society.get(f"/v1/events?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize("id_", ["khong-co", "%00", "x" * 3000])
def test_an_unknown_event_is_a_problem_that_says_how_to_find_one(society, id_):
    answer = society.get(f"/v1/events/{id_}")
    assert answer.status_code == 404
    assert "/v1/events?q=" in answer.json()["detail"]
