"""Each exception becomes its problem: JSON for programs, a page for people, and no word too many."""

import pytest

from crawler.database import StoreDamaged
from indexer.engine import BadCursor, EngineError, EngineUnavailable, Unsupported

SECRET = "/var/lib/tracuu/index"


class FailingEngine:
    name = "failing"

    def __init__(self, error: Exception) -> None:
        self._error = error

    def search(self, request):
        raise self._error

    check = count = search


@pytest.fixture
def ask(store, serve_with):
    def asking(error: Exception, path: str = "/v1/search?q=lũ", accept: str = "application/json"):
        return serve_with(FailingEngine(error)).get(path, headers={"Accept": accept})

    return asking


@pytest.mark.parametrize(
    ("error", "status", "body"),
    [
        (
            EngineUnavailable(f"embedded: {SECRET} is missing; run: tracuu rebuild --index"),
            503,
            {
                "type": "/docs#engine-unavailable",
                "title": "The search engine does not answer",
                "detail": "It is down, or its index is missing. Ask again later; `tracuu status` tells why.",
            },
        ),
        (
            EngineError(f"embedded: {SECRET} can't be read"),
            503,
            {
                "type": "/docs#engine-unavailable",
                "title": "The search engine does not answer",
                "detail": "It is down, or its index is missing. Ask again later; `tracuu status` tells why.",
            },
        ),
        (
            StoreDamaged(f"The store {SECRET} is damaged"),
            503,
            {
                "type": "/docs#store-unavailable",
                "title": "The store can't be read",
                "detail": "It is missing, busy or damaged. Ask again later; `tracuu status` tells why.",
            },
        ),
        (
            Unsupported("slop", "embedded", "ask for a phrase"),
            422,
            {
                "type": "/docs#unsupported",
                "title": "The engine can't do this",
                "detail": "embedded can't do slop: ask for a phrase",
            },
        ),
        (
            BadCursor("This is no cursor"),
            422,
            {"type": "/docs#bad-cursor", "title": "The cursor can't be used", "detail": "This is no cursor"},
        ),
        (
            RuntimeError(f"secret of {SECRET}"),
            500,
            {
                "type": "/docs#internal",
                "title": "Something went wrong",
                "detail": "The fault is in tracuu; it was logged.",
            },
        ),
    ],
)
def test_an_exception_is_told_as_a_problem(ask, error, status, body):
    answer = ask(error)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {**body, "status": status, "instance": "/v1/search"}
    assert SECRET not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("error", "retry"),
    [
        (EngineUnavailable("down"), "5"),
        (StoreDamaged("damaged"), "5"),
        (BadCursor("none"), None),
        (OSError(), None),
    ],
)
def test_what_may_pass_says_when_to_come_back(ask, error, retry):
    assert ask(error).headers.get("retry-after") == retry


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (EngineUnavailable(SECRET), 503, "Bộ máy tìm kiếm chưa sẵn sàng"),
        (StoreDamaged(SECRET), 503, "Chưa đọc được kho dữ liệu"),
        (Unsupported("slop", "embedded", "ask for a phrase"), 422, "Chưa tìm được theo cách này"),
        (BadCursor("none"), 422, "Không mở được trang kết quả này"),
        (RuntimeError(SECRET), 500, "Có lỗi xảy ra"),
    ],
)
def test_a_person_is_told_in_vietnamese(ask, error, status, heading):
    answer = ask(error, path="/?q=lũ", accept="text/html,*/*;q=0.8")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f"<h1>{heading}</h1>" in answer.text
    assert 'value="lũ"' in answer.text  # nothing has to be typed again
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        ("/v1/khong-co", "text/html", "application/problem+json"),
        ("/health/khong-co", "text/html", "application/problem+json"),
        ("/khong-co", "application/json", "application/problem+json"),
        ("/khong-co", "text/html", "text/html; charset=utf-8"),
        ("/khong-co", "*/*", "text/html; charset=utf-8"),
        ("/articles/khong-co", "text/html", "text/html; charset=utf-8"),
    ],
)
def test_programs_get_json_and_people_a_page(library, path, accept, kind):
    answer = library.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (404, kind)


def test_a_method_that_is_none_here_is_refused_with_those_that_are(library):
    answer = library.delete("/v1/search")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"
    assert answer.json() == {
        "type": "/docs#method-not-allowed",
        "title": "Method Not Allowed",
        "status": 405,
        "detail": "DELETE /v1/search",
        "instance": "/v1/search",
    }


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("from=2024-13-40", 'from: "2024-13-40" is no date: write 2024-01-31, 2024-01, 2024 or 31/1/2024.'),
        ("to=mai", 'to: "mai" is no date: write 2024-01-31, 2024-01, 2024 or 31/1/2024.'),
        ("form=2024", "form: there is no such parameter; /docs lists those that there are"),
        ("limit=101", "limit: Input should be less than or equal to 100"),
        ("limit=-1", "limit: Input should be greater than or equal to 0"),
        ("limit=mười", "limit: Input should be a valid integer, unable to parse string as an integer"),
        ("sort=random", "sort: Input should be 'relevance', 'newest' or 'oldest'"),
        (f"q={'x' * 1001}", "q: String should have at most 1000 characters"),
    ],
)
def test_a_bad_parameter_is_named(library, query, detail):
    answer = library.get(f"/v1/search?{query}")
    assert answer.status_code == 422
    assert answer.json() == {
        "type": "/docs#bad-parameter",
        "title": "A parameter can't be used",
        "status": 422,
        "detail": detail,
        "instance": "/v1/search",
    }
