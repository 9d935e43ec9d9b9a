import gzip

import pytest

from crawler.scoring.gold import BadGold, Judged, load, load_openings


def test_rows_name_pages_that_lie_in_the_folder_plain_or_gzipped(tmp_path):
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"x"))
    (tmp_path / "expected.jsonl").write_text(
        '{"file": "a.html", "kind": "article", "title": "Tổng kết", "author": null}\n\n'
        '{"file": "b.html", "kind": "legal", "url": "https://a.vn/b", "number": "12-CT/TW"}\n'
        '{"file": "c.html", "kind": "listing"}\n',
        "utf-8",
    )
    assert load(tmp_path) == (
        Judged("a.html", "article", tmp_path / "a.html", title="Tổng kết",
               stated=frozenset({"file", "kind", "title", "author"})),
        Judged("b.html", "legal", tmp_path / "b.html.gz", url="https://a.vn/b", facts={"number": "12-CT/TW"},
               stated=frozenset({"file", "kind", "url", "number"})),
    )  # fmt: skip
    assert load_openings(tmp_path) == ()


@pytest.mark.parametrize(
    ("rows", "said"),
    [(None, "No such file"), ("{", "line 1: is no JSON"), ('{"file": "a.html"}', "holds no page")],
)
def test_a_folder_that_cannot_be_read_says_why(tmp_path, rows, said):
    if rows is not None:
        (tmp_path / "expected.jsonl").write_text(rows)
    with pytest.raises(BadGold, match=said):
        load(tmp_path)


def test_openings_tell_traps_lists_and_spam(tmp_path):
    (tmp_path / "excerpts.jsonl").write_text(
        '{"url": "https://a.vn", "head": "x", "date": null, "note": "TRAP"}\n'
        '{"url": "https://b.vn", "head": "y", "date": "2019-07-04", "note": "list page, not an article"}\n'
        '{"url": "https://c.vn", "head": "z", "number": "127-KL/TW", "note": "SPAM MIRROR"}\n',
        "utf-8",
    )
    found = load_openings(tmp_path)
    assert [(one.date, one.number, one.is_list, one.is_spam) for one in found] == [
        (None, None, False, False),
        ("2019-07-04", None, True, False),
        (None, "127-KL/TW", False, True),
    ]
