"""GET /v1/directives: documents by number, key, name, words and facts; one of them; who cites it, and when."""

from dataclasses import fields

import pytest

from nlp.document import Citation
from search_api import cursors
from search_api.citations import CitingSentence
from search_api.directives import DirectiveAnswer

KEY = "tw.ct.k13.00012"
NUMBER = ["tw.ct.k10.00012", "tw.ct.k12.00012", KEY]


@pytest.fixture
def ask(documents):
    def asking(path: str = "", **asked: object):
        answer = documents.get(f"/v1/directives{path}", params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asking


@pytest.fixture
def keys(ask):
    return lambda **asked: [one["id"] for one in ask(**asked)["documents"]]


@pytest.mark.parametrize(
    "spelling", ["12-CT/TW", "12/CT-TW", "12 ct tw", "số 12-CT/TW", "12-CT/TƯ", " 12-CT/TW ", "Chỉ thị 12/CT-TW"]
)
def test_a_number_in_any_spelling_gives_all_that_bear_it(keys, spelling):
    assert keys(q=spelling) == NUMBER


def test_a_document_of_a_list_has_exactly_this_shape(ask):
    found = ask(q=KEY)
    assert (found["total"], found["next"]) == (1, None)
    assert found["documents"] == [
        {
            "id": KEY,
            "display": "12-CT/TW",
            "type": "Chỉ thị",
            "number": "12",
            "symbol": "CT/TW",
            "term": "XIII",
            "issued_on": "2022-01-05",
            "issuer": "Ban Bí thư",
            "title": (
                "về tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình hình mới"
            ),
            "status": "in-force",
            "confidence": "high",
            "replaces": ["tw.ct.k11.00004"],
            "replaced_by": [],
            "citing_articles": 3,
            "citations": [],
        }
    ]


def test_without_words_the_most_cited_come_first(ask):
    found = ask(limit=3)
    assert found["total"] > 700
    assert [one["citing_articles"] for one in found["documents"]] == [3, 1, 0]


def test_words_are_found_without_accents_the_most_cited_first(keys):
    assert keys(q="doi ngoai nhan dan")[0] == KEY
    assert "tw.ct.k11.00004" in keys(q="đối ngoại nhân dân")


def test_a_short_citation_gives_what_it_may_mean(keys):
    assert {"tw.ct.k10.00038", "tw.ct.k12.00038"} <= set(keys(q="Chỉ thị 38"))


def test_a_name_gives_those_so_called_first(ask):
    names = [one["display"] for one in ask(q="luật đất đai", limit=4)["documents"]]
    assert "45/2013/QH13" in names


def test_what_is_cited_is_found_even_if_nothing_else_is_known(ask, keys):
    assert keys(q="4321/QĐ-TTg") == keys(q="ttg.qd.2023.04321") == ["ttg.qd.2023.04321"]
    (found,) = ask(q="4321/QĐ-TTg")["documents"]
    assert (found["display"], found["confidence"], found["citing_articles"]) == ("4321/QĐ-TTg", "low", 1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"term": "13"}, [KEY]),
        ({"term": "xii"}, ["tw.ct.k12.00012"]),
        ({"issuer": "ban bi thu"}, [KEY]),
        ({"type": "chỉ thị"}, NUMBER),
        ({"type": "ct"}, NUMBER),
        ({"type": "Nghị quyết"}, []),
        ({"from": "2017-01-05"}, ["tw.ct.k12.00012", KEY]),
        ({"from": "2017-01-06"}, [KEY]),
        ({"to": "2017-01-05"}, ["tw.ct.k10.00012", "tw.ct.k12.00012"]),
        ({"from": "2017", "to": "1/2017"}, ["tw.ct.k12.00012"]),
        ({"type": "", "term": "", "issuer": "", "from": "", "to": ""}, NUMBER),
    ],
)
def test_facts_narrow_the_list(keys, asked, found):
    assert keys(q="12-CT/TW", **asked) == found


@pytest.mark.parametrize(
    "nothing", ["999-CT/TW", "tw.ct.k13.00999", "không đâu có xyz", "tw.ct.x.00012", "x" * 1000]
)
def test_nothing_is_found_where_nothing_is(ask, nothing):
    assert ask(q=nothing) == {"total": 0, "documents": [], "next": None}


def test_pages_follow_each_other(ask):
    first = ask(q="12-CT/TW", limit=2)
    second = ask(q="12-CT/TW", limit=2, cursor=first["next"])
    assert [one["id"] for one in (*first["documents"], *second["documents"])] == NUMBER
    assert (first["total"], second["total"], second["next"]) == (3, 3, None)


def test_a_list_may_be_only_counted(ask):
    assert ask(q="12-CT/TW", limit=0) == {"total": 3, "documents": [], "next": None}


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("limit=101", "bad-parameter"),
        ("term=99", "bad-parameter"),
        ("term=mười", "bad-parameter"),
        ("from=mai", "bad-parameter"),
        ("khoa=XIII", "bad-parameter"),
        (f"q={'x' * 1001}", "bad-parameter"),
        (f"cursor={'x' * 301}", "bad-parameter"),
        ("cursor=x", "bad-cursor"),
        ("cursor=đ", "bad-cursor"),
        (f"cursor={cursors.write(('2024-01-01', 'a', 1))}", "bad-cursor"),
        (f"cursor={cursors.write((-1,))}", "bad-cursor"),
        (f"cursor={cursors.write((2**40,))}", "bad-cursor"),
    ],
)
def test_what_can_not_be_asked_is_a_problem(documents, query, slug):
    answer = documents.get(f"/v1/directives?{query}")
    assert (answer.status_code, answer.json()["type"]) == (422, f"/docs#{slug}")


def test_one_document_has_exactly_these_facts(ask):
    found = ask(f"/{KEY}")
    assert found["citing_articles"] == 3
    assert found["mentions"] == 4
    assert (found["first"], found["last"]) == ("2024-04-10", "2024-06-01")
    assert found["months"] == [{"value": "2024-04", "count": 1}, {"value": "2024-06", "count": 1}]
    assert found["sources"] == [{"value": "mau", "count": 3}]
    assert found["relations"] == [{"value": "reviews", "count": 1}]
    assert found["together"] == [{"id": "cp.nd.2022.00058", "display": "58/2022/NĐ-CP", "count": 1}]
    assert found["text"] is None
    assert [one["years"] for one in found["anniversaries"]] == sorted(
        one["years"] for one in found["anniversaries"]
    )
    assert {one["day"][5:] for one in found["anniversaries"]} == {"01-05"}


def test_links_are_told_from_both_sides(ask):
    later = [(one["relation"], one["passive"], one["id"]) for one in ask(f"/{KEY}")["links"]]
    earlier = [(one["relation"], one["passive"], one["id"]) for one in ask("/tw.ct.k11.00004")["links"]]
    assert ("replaces", False, "tw.ct.k11.00004") in later
    assert ("replaces", True, KEY) in earlier


def test_a_document_that_is_only_cited_has_its_page_too(ask):
    found = ask("/ttg.qd.2023.04321")
    assert (found["display"], found["mentions"], found["title"]) == ("4321/QĐ-TTg", 1, None)


@pytest.mark.parametrize("below", ["", "/citations", "/timeline"])
@pytest.mark.parametrize(
    "key",
    [
        "tw.ct.k13.00999",  # neither known nor cited
        "tw.ct.x.00012",
        "self",
        "activity",
        "12-CT%2FTW",
        "%00",
        "%ff",
        "..%2f..%2fetc%2fpasswd",
        "tw.ct.k13." + "0" * 4000,
        "' OR 1=1 --",
        "<script>",
    ],
)
def test_an_unknown_document_is_not_found(documents, key, below):
    answer = documents.get(f"/v1/directives/{key}{below}")
    assert (answer.status_code, answer.json()["type"]) == (404, "/docs#not-found")


def test_sentences_that_cite_a_document_come_with_their_place(ask):
    first, *_, last = ask(f"/{KEY}/citations")["citations"]
    assert (first["title"], first["published"]) == ("Gặp gỡ hữu nghị", "2024-06-01")
    assert first["sentence"] == "Chỉ thị số 12-CT/TW ngày 05/01/2022 được nêu."
    assert first["surface"] == "Chỉ thị số 12-CT/TW"
    at = first["start"] - first["sentence_start"]
    assert first["sentence"][at : at + len(first["surface"])] == first["surface"]
    assert (first["canonical"], first["evidence"], first["term"]) == (KEY, "own-date", "XIII")
    assert last["published"] is None  # those without a day come last


def test_a_sentence_has_every_field_of_a_citation():
    assert {one.name for one in fields(Citation)} < set(CitingSentence.model_fields)


def test_sentences_are_narrowed_by_what_they_say_is_done(ask):
    (found,) = ask(f"/{KEY}/citations", relation="reviews")["citations"]
    assert (found["title"], found["relations"]) == ("Hai năm đối ngoại nhân dân", ["reviews"])
    assert ask(f"/{KEY}/citations", relation="không có")["citations"] == []


def test_sentences_come_page_by_page_without_a_gap(ask):
    whole = [(one["article"], one["start"]) for one in ask(f"/{KEY}/citations")["citations"]]
    seen, cursor = [], ""
    while cursor is not None:
        page = ask(f"/{KEY}/citations", limit=1, cursor=cursor)
        seen += [(one["article"], one["start"]) for one in page["citations"]]
        cursor = page["next"]
    assert len(whole) == 4
    assert seen == whole


@pytest.mark.parametrize(
    "cursor",
    ["x", "đ", "e30", cursors.write((1,)), cursors.write(("2024", "a", -1)), cursors.write((1, 2, 3)),
     cursors.write(("\ud800", "a", 1)), cursors.write(("\0", "a", 1)), cursors.write(("a", "b", True))],
)  # fmt: skip
def test_a_cursor_from_elsewhere_is_refused(documents, cursor):
    answer = documents.get(f"/v1/directives/{KEY}/citations", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["type"]) == (422, "/docs#bad-cursor")


@pytest.mark.parametrize("query", ["limit=101", "limit=-1", f"relation={'x' * 41}"])
def test_sentences_have_their_limits(documents, query):
    assert documents.get(f"/v1/directives/{KEY}/citations?{query}").status_code == 422


def test_a_timeline_tells_what_happened_and_what_is_coming_in_order(ask):
    found = ask("/tw.ct.k11.00004/timeline")
    days = [one["day"] for one in found["events"]]
    assert days == sorted(days)
    assert found["events"][0]["event"] == "issued"
    (link,) = (one for one in found["events"] if one["event"] == "linked" and one["relation"] == "replaces")
    assert (link["day"], link["id"], link["display"]) == ("2022-01-05", KEY, "12-CT/TW")
    assert found["events"][-1]["event"] == "anniversary"
    assert found["months"] == []


def test_a_timeline_has_the_first_and_the_last_citation(ask):
    found = ask(f"/{KEY}/timeline")
    told = [(one["day"], one["event"]) for one in found["events"]]
    assert told[:3] == [
        ("2022-01-05", "issued"), ("2024-04-10", "first-citation"), ("2024-06-01", "last-citation"),
    ]  # fmt: skip
    assert found["months"] == [{"value": "2024-04", "count": 1}, {"value": "2024-06", "count": 1}]


def test_what_is_cited_and_not_known_is_wanted(ask, documents):
    (found,) = ask("/wanted")["documents"]
    assert (found["id"], found["display"], found["citing_articles"]) == ("ttg.qd.2023.04321", "4321/QĐ-TTg", 1)
    assert documents.get(f"/v1/articles/{found['example']}").json()["title"] == "Dự án mới"
    assert ask("/wanted", limit=0) == {"documents": []}
    assert documents.get("/v1/directives/wanted?limit=101").status_code == 422


def test_an_empty_store_knows_what_ships_with_it(serving, tmp_path):
    client = serving(tmp_path, [])
    assert client.get("/v1/directives?q=12-CT/TW").json()["total"] == 3
    assert client.get(f"/v1/directives/{KEY}").json()["first"] is None
    assert client.get(f"/v1/directives/{KEY}/citations").json() == {"citations": [], "next": None}
    assert client.get("/v1/directives/wanted").json() == {"documents": []}


def test_the_command_line_can_print_the_same(documents):
    answer = documents.get("/v1/directives?q=12-CT/TW").json()
    printed = DirectiveAnswer.model_validate({"documents": answer["documents"]})
    assert printed.model_dump(mode="json")["documents"] == answer["documents"]
