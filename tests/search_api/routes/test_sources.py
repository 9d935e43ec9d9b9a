"""GET /v1/sources says what is collected, and what the store holds besides."""

from datetime import UTC, datetime

from crawler.article import FetchedPage
from crawler.store import PageStore


def test_every_source_says_how_far_it_has_come(library):
    assert library.get("/v1/sources").json() == {
        "sources": [
            {
                "id": "mau",
                "name": "Báo Mẫu",
                "home": "https://mau.example.vn/",
                "articles_per_day": 30,
                "paused": False,
                "pages": {"fetched": 16},
                "last_fetched_at": "2024-07-20T01:30:00Z",
            },
            {
                "id": "nghi",
                "name": "Báo Nghỉ",
                "home": "https://nghi.example.vn/",
                "articles_per_day": 0,
                "paused": True,
                "pages": {"fetched": 1},
                "last_fetched_at": "2024-07-20T01:30:00Z",
            },
        ]
    }


def test_files_come_after_the_sources(store, serve_with):
    came_at = datetime(2024, 7, 20, tzinfo=UTC)
    file = FetchedPage(None, "files", "text/plain", "Một tệp.".encode(), came_at, name="mot.txt")
    PageStore(store).save_file(file, identity="file:mot.txt")
    client = serve_with(None)
    assert "Tệp đã nạp" in client.get("/nguon").text
    *known, last = client.get("/v1/sources").json()["sources"]
    assert [(one["id"], one["pages"], one["last_fetched_at"]) for one in known] == [
        ("mau", {}, None),
        ("nghi", {}, None),
    ]
    assert last == {
        "id": "files",
        "name": "files",
        "home": None,
        "articles_per_day": 0,
        "paused": False,
        "pages": {"fetched": 1},
        "last_fetched_at": "2024-07-20T00:00:00Z",
    }


def test_the_page_of_sources_says_the_same_in_vietnamese(library):
    page = library.get("/nguon").text
    for words in ("Báo Mẫu", "16 đã tải", "20/07/2024, 08:30", "đang thu thập", "tạm dừng"):
        assert words in page
