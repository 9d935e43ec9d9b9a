"""GET /v1/sources says what is collected, and what the store holds besides."""


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


def test_files_come_after_the_sources(serving, tmp_path):
    client = serving(tmp_path, [])
    assert [one["id"] for one in client.get("/v1/sources").json()["sources"]] == ["mau", "nghi"]


def test_the_page_of_sources_says_the_same_in_vietnamese(library):
    page = library.get("/nguon").text
    for words in ("Báo Mẫu", "16 đã tải", "20/07/2024, 08:30", "đang thu thập", "tạm dừng"):
        assert words in page
