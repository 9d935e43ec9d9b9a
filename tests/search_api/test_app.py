"""What holds for every address: the headers, the hosts, the methods."""

import pytest

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
EVERYWHERE = [
    "/",
    "/?q=lũ",
    "/nguon",
    "/docs",
    "/openapi.json",
    "/static/style.css",
    "/static/icon.svg",
    "/van-ban",
    "/van-ban/tw.ct.k13.00012",
    "/van-ban/khong-co",
    "/nguoi",
    "/nguoi/khong-co",
    "/to-chuc",
    "/to-chuc/khong-co",
    "/su-kien",
    "/su-kien/khong-co",
    "/chuc-vu",
    "/v1/people",
    "/v1/people/khong-co",
    "/v1/offices?office=Chủ tịch",
    "/v1/organizations",
    "/v1/organizations/khong-co",
    "/v1/events",
    "/v1/events/khong-co",
    "/v1/directives",
    "/v1/directives/wanted",
    "/v1/directives/tw.ct.k13.00012",
    "/v1/directives/khong-co",
    "/v1/citations",
    "/health/live",
    "/health/ready",
    "/v1/search?q=lũ",
    "/v1/sources",
    "/v1/search?limit=1000",
    "/v1/articles/khong-co",
    "/articles/khong-co",
    "/static/khong-co.css",
    "/static/../app.py",
    "/khong-co",
]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_is_guarded(library, path):
    headers = library.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", EVERYWHERE)
def test_head_answers_as_get_without_the_body(library, path):
    head, get = library.head(path), library.get(path)
    assert (head.status_code, head.headers, head.content) == (get.status_code, get.headers, b"")


@pytest.mark.parametrize("origin", ["https://ngoai.example.vn", "null"])
def test_no_page_elsewhere_may_read_the_answers(library, origin):
    answer = library.get("/v1/search", headers={"Origin": origin})
    asked = library.options("/v1/search", headers={"Origin": origin, "Access-Control-Request-Method": "GET"})
    assert "access-control-allow-origin" not in answer.headers | asked.headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8080", 200),
        ("[::1]:8080", 200),
        ("ngoai.example.vn", 400),  # a stranger's name that leads to this machine
        ("localhost.example.vn", 400),
    ],
)
def test_only_this_machines_names_are_answered(library, host, status):
    assert library.get("/health/live", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fapp.py", "/static//etc/passwd"]
)
def test_nothing_beside_the_static_files_is_served(library, path):
    assert library.get(path).status_code == 404
