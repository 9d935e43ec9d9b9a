"""Order and pages, on both engines."""

import pytest

from indexer.engine import BadCursor, SearchEngine, Unsupported
from indexer.query import Bool, Everything, Query, Range, Request, Text

NEWEST = [
    "nghị-định", "dấu-câu", "ranh-giới", "hội-thảo", "không-dấu", "đôi-ngoài", "kiểu-mới", "hội-nghị", "kiểu-cũ",
    "không-ngày",
]  # fmt: skip
OLDEST = [*reversed(NEWEST[:-1]), "không-ngày"]


def ids(engine: SearchEngine, request: Request) -> list[str]:
    return [hit.id for hit in engine.search(request).hits]


def pages(engine: SearchEngine, query: Query, *, sort: str, limit: int) -> list[list[str]]:
    found, cursor = [], None
    while not found or cursor:
        result = engine.search(Request(query, sort=sort, limit=limit, cursor=cursor))
        found.append([hit.id for hit in result.hits])
        cursor = result.next
    return found


@pytest.mark.parametrize(("sort", "order"), [("newest", NEWEST), ("oldest", OLDEST)])
def test_by_date_an_article_without_one_comes_last_in_either_order(library, sort, order):
    assert ids(library, Request(Everything(), sort=sort)) == order


def test_what_has_no_words_to_rank_by_comes_newest_first(library):
    assert ids(library, Request(Everything())) == NEWEST
    assert ids(library, Request(Bool(filters=(Range("2024-02-01"),)))) == NEWEST[:5]


def test_words_that_stand_together_rank_before_the_same_words_apart(engine, record):
    engine.write(
        [
            record("rời", title="tin", body="nhân viên cùng người dân ngoại thành đối thoại về bờ sông, cây cầu"),
            record("liền", title="tin", body="công tác đối ngoại nhân dân bàn về bờ sông, cây cầu rất mới ở đây"),
        ]
    )
    assert ids(engine, Request(Text("đối ngoại nhân dân"))) == ["liền", "rời"]
    assert ids(engine, Request(Text("doi ngoai nhan dan"))) == ["liền", "rời"]


def test_more_of_the_words_rank_first(library):
    assert ids(library, Request(Text("hội làng mở bên sông")))[0] == "không-ngày"


def test_scores_fall(library):
    scores = [hit.score for hit in library.search(Request(Text("hội nghị đối ngoại"))).hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0


@pytest.mark.parametrize("limit", [1, 3, 4, 10, 100])
@pytest.mark.parametrize(("sort", "order"), [("newest", NEWEST), ("oldest", OLDEST)])
def test_cursors_by_date_lead_through_everything_once(library, sort, order, limit):
    found = pages(library, Everything(), sort=sort, limit=limit)
    assert [id_ for page in found for id_ in page] == order
    assert all(found)


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 100])
def test_cursors_by_relevance_lead_through_everything_once(library, limit):
    query = Text("hội đối ngoại")
    whole = ids(library, Request(query, limit=100))
    assert len(whole) == 4
    found = pages(library, query, sort="relevance", limit=limit)
    assert [id_ for page in found for id_ in page] == whole
    assert all(found)


def test_the_total_is_that_of_all_pages(library):
    first = library.search(Request(Everything(), sort="newest", limit=4))
    second = library.search(Request(Everything(), sort="newest", limit=4, cursor=first.next))
    assert (first.total, second.total) == (10, 10)


def test_many_articles_of_one_second_are_paged_without_loss(engine, record):
    engine.write([record(f"bài {n}", title="bài", day="2024-05-01") for n in range(60)])
    found = pages(engine, Everything(), sort="newest", limit=7)
    assert sorted(id_ for page in found for id_ in page) == sorted(f"bài {n}" for n in range(60))


def test_equal_sort_keys_are_paged_without_loss(engine, record, monkeypatch):
    from indexer import entry
    from indexer.cursor import SortKeys

    monkeypatch.setattr(entry, "sort_keys", lambda id_, at: SortKeys(7, 7))
    engine.write([record(f"bài {n}", title="bài") for n in range(9)])
    found = pages(engine, Everything(), sort="oldest", limit=2)
    assert sorted(id_ for page in found for id_ in page) == [f"bài {n}" for n in range(9)]


def test_articles_that_arrive_between_pages_shift_nothing(engine, record):
    engine.write([record(f"{n}", title="bài", day=f"2024-05-0{n}") for n in range(1, 7)])
    first = engine.search(Request(Everything(), sort="newest", limit=3))
    engine.write([record("mới", title="bài", day="2024-06-01")])
    second = engine.search(Request(Everything(), sort="newest", limit=3, cursor=first.next))
    assert [hit.id for hit in (*first.hits, *second.hits)] == ["6", "5", "4", "3", "2", "1"]
    assert (second.total, second.next) == (7, None)


def test_an_offset_skips(library):
    assert ids(library, Request(Everything(), sort="newest", offset=7, limit=2)) == NEWEST[7:9]
    assert ids(library, Request(Everything(), sort="newest", offset=50)) == []


def test_an_offset_beyond_ten_thousand_is_refused_with_a_way_out(library):
    with pytest.raises(Unsupported, match="offset of 10,000: sort by date and follow the cursor"):
        library.search(Request(Text("hội"), offset=10_000))
    assert ids(library, Request(Text("hội"), offset=9_999)) == []


def test_a_limit_of_none_gives_the_total_and_facets_alone(library):
    for sort in ("relevance", "newest"):
        result = library.search(Request(Text("hội"), sort=sort, limit=0, facets=("kind",)))
        assert (result.total, result.hits, result.next) == (4, (), None)
        assert len(result.facets) == 1


def test_a_page_is_never_longer_than_a_thousand(library):
    result = library.search(Request(Everything(), limit=5_000))
    assert len(result.hits) == 10
    assert result.warnings == ("A page holds at most 1,000 articles; the cursor leads to the next.",)


@pytest.mark.parametrize("cursor", ["", "x", "!!!", "bmV3ZXN0", "đ", "AAAA", "cmVsZXZhbmNlIC0xIDA"])
@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_what_is_no_cursor_is_refused(library, cursor, sort):
    with pytest.raises(BadCursor, match="cursor"):
        library.search(Request(Text("hội"), sort=sort, cursor=cursor))


def test_a_cursor_of_another_sort_is_refused(library):
    cursor = library.search(Request(Text("hội"), sort="newest", limit=1)).next
    for sort in ("oldest", "relevance"):
        with pytest.raises(BadCursor, match=f"made for another sort than {sort}"):
            library.search(Request(Text("hội"), sort=sort, cursor=cursor))


@pytest.mark.parametrize("size", [1_500, 100_000])
def test_a_query_of_very_many_words_is_cut_and_says_so(library, size):
    result = library.search(Request(Text(" ".join(f"hội{n}" for n in range(size)))))
    assert result.warnings == ("The query is too long; only its beginning was used.",)


def test_a_query_of_very_many_clauses_is_refused_before_anything_runs(library):
    with pytest.raises(Unsupported, match="query of 2,000 clauses: at most 1,024"):
        library.search(Request(Bool(should=(Text("hội"),) * 2_000)))
    deep: Query = Text("hội")
    for _ in range(100):
        deep = Bool(must=(deep,))
    with pytest.raises(Unsupported, match="so deep"):
        library.search(Request(deep))
