"""The command line from outside: shapes, exit codes, and what it says of bad input."""

import gzip
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LINES = (
    {
        "id": "a1",
        "title": "Hội nghị tổng kết",
        "text": "Sáng 6/11, bà Trần Thị Lam nêu Chỉ thị 12-CT/TW tại Hà Nội.",
    },
    {
        "id": "a2",
        "sapo": "Uỷ ban họp.",
        "text": "Uỷ ban họp. Ông Lê Văn Bảo dự.",
        "date": "Chủ Nhật, 06/04/2025 - 05:30",
    },
    {"id": "a3", "text": "Đối ngoại nhân dân.", "source": "Báo Mẫu", "published": "2024-02-03"},
)


Tracuu = Callable[..., Any]  # conftest.py: arguments in, code, out, err and json out


@pytest.fixture
def ready(tmp_path: Path) -> str:
    path = tmp_path / "ready.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES), "utf-8")
    return str(path)


def test_ingest_tells_new_unchanged_and_changed(tracuu: Tracuu, ready: str) -> None:
    first = tracuu("ingest", ready, "--json")
    second = tracuu("ingest", ready, "--json")
    edited = Path(ready).read_text("utf-8").replace("bà Trần Thị Lam", "bà Trần Thị Lan")
    Path(ready).write_text(edited, "utf-8")
    third = tracuu("ingest", ready, "--json")

    kinds = [
        [one.json[name] for name in ("seen", "new", "unchanged", "changed")] for one in (first, second, third)
    ]
    assert kinds == [[3, 3, 0, 0], [3, 0, 3, 0], [3, 0, 2, 1]]
    assert first.json["articles"] == second.json["articles"] == third.json["articles"]
    assert len(first.json["articles"]) == 3
    assert tracuu("stats", "--json").json["versions"] == 4


def test_bad_files_are_named_and_the_rest_goes_on(tracuu: Tracuu, ready: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.html").write_bytes(b"")
    (folder / "long.txt").write_bytes(b"a" * 10_000_000)
    (folder / "broken.jsonl").write_text('no json\n{"id": "b1", "text": "Hội nghị tại Huế."}\n', "utf-8")
    (folder / "broken.jsonl.gz").write_bytes(b"no gzip")
    (folder / "whole.jsonl.gz").write_bytes(gzip.compress(b'{"id": "b2", "text": "H\xe1\xbb\x8dp."}\n'))
    (folder / "sound.mp3").write_bytes(b"ID3")

    ended = tracuu("ingest", str(folder), str(tmp_path / "nowhere"), "--json")

    assert ended.code == 1
    assert ended.json["failed"] == {"bad-gzip": 1, "too-large": 1, "unsupported-type": 1, "not-found": 1}
    assert ended.json["rejected"] == {"no-text": 1, "not-json": 1}
    assert len(ended.json["articles"]) == 2
    for name in ("long.txt", "broken.jsonl.gz", "sound.mp3", "nowhere"):
        assert name in ended.err


def test_search_has_its_shape_and_exact_marks(tracuu: Tracuu, ready: str) -> None:
    tracuu("ingest", ready)

    found = tracuu("search", '"uy ban"', "--json").json

    assert set(found) == {"query", "interpretation", "total", "hits", "facets", "next", "warnings"}
    (hit,) = found["hits"]
    assert set(hit) == {
        "id", "external_id", "url", "title", "source", "published", "score", "copies", "original", "folded",
        "snippets",
    }  # fmt: skip
    assert (hit["external_id"], hit["published"]) == ("a2", "2025-04-06T05:30+07:00")
    snippet = hit["snippets"][0]
    assert [snippet["text"][start:end] for start, end in snippet["marks"]] == ["Uỷ ban"]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["12/CT-TW"], ["a1"]),
        (["", "--source", "Báo Mẫu"], ["a3"]),
        (["", "--from", "2024-01-01", "--to", "2024-12-31"], ["a3"]),
        (["", "--person", "tran thi lam"], ["a1"]),
        (["", "--directive", "12 - CT / TƯ"], ["a1"]),
        (["", "--sort", "newest"], ["a2", "a3", "a1"]),  # undated last
        (["", "--sort", "oldest"], ["a3", "a2", "a1"]),
        (["?!…"], []),
    ],
)
def test_filters_and_sorts(tracuu: Tracuu, ready: str, options: list[str], ids: list[str]) -> None:
    tracuu("ingest", ready)

    assert [hit["external_id"] for hit in tracuu("search", *options, "--json").json["hits"]] == ids


def test_a_cursor_leads_through_all_hits_once(tracuu: Tracuu, ready: str) -> None:
    tracuu("ingest", ready)

    seen: list[str] = []
    cursor: list[str] = []
    while True:
        page = tracuu("search", "", "--sort", "newest", "--limit", "1", *cursor, "--json").json
        seen += [hit["external_id"] for hit in page["hits"]]
        if page["next"] is None:
            break
        cursor = ["--cursor", page["next"]]
    assert seen == ["a2", "a3", "a1"]


def test_a_batch_answers_each_line_with_its_id(tracuu: Tracuu, ready: str, tmp_path: Path) -> None:
    tracuu("ingest", ready)
    queries = tmp_path / "q.jsonl"
    queries.write_text('{"id": "q1", "query": "uy ban"}\n{"id": 2, "query": "12-CT/TW"}\n{"id": 3}\n', "utf-8")

    ended = tracuu("search", "--batch", str(queries), "--limit", "1", "--json")

    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [one["id"] for one in answers] == ["q1", 2, 3]
    assert [one["total"] for one in answers[:2]] == [1, 1]
    assert (ended.code, "line 3: has no query" in ended.err) == (1, True)


def test_no_cell_of_a_table_is_a_formula(tracuu: Tracuu, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"id": "=1+1", "title": "=HYPERLINK(\\"x\\")", "text": "Hội nghị."}\n', "utf-8")
    tracuu("ingest", str(file))

    table = tracuu("search", "hội nghị", "--csv").out.splitlines()

    assert table[0] == "id,external_id,url,title,source,published,score,copies,snippet"
    assert ",'=1+1,,\"'=HYPERLINK" in table[1]


def test_annotate_answers_each_line_in_order_with_exact_spans(tracuu: Tracuu, tmp_path: Path) -> None:
    text = "Chi\u0309 thi\u0323 số 12-CT/TW"  # partly decomposed: spans count its own code points
    lines = tmp_path / "t.jsonl"
    lines.write_text(
        json.dumps({"id": "t1", "text": text}) + "\nno json\n" + json.dumps({"id": "t3", "text": ""}), "utf-8"
    )

    ended = tracuu("annotate", "--jsonl", str(lines))

    found = [json.loads(line) for line in ended.out.splitlines()]
    assert [one["id"] for one in found] == ["t1", None, "t3"]
    (citation,) = found[0]["citations"]
    assert text[citation["start"] : citation["end"]] == citation["surface"] == text
    assert set(found[2]) == {
        "id", "entities", "citations", "relations", "offices", "quotes", "events", "warnings"
    }  # fmt: skip
    assert ended.code == 1


def test_extract_reads_files_beside_its_lines(tracuu: Tracuu, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Hội nghị tổng kết\nSáng 6/11, tại Hà Nội, hội nghị diễn ra.\n", "utf-8")
    lines = tmp_path / "pages.jsonl"
    lines.write_text(
        '{"id": "p1", "file": "page.txt", "url": null}\n{"id": "p2", "file": "none.txt"}\n'
        '{"id": "p3", "file": "page.txt", "url": 5}\n',
        "utf-8",
    )

    ended = tracuu("extract", "--jsonl", str(lines))

    first, second, third = (json.loads(line) for line in ended.out.splitlines())
    assert set(first) >= {
        "id", "outcome", "reason", "url", "title", "lead", "author", "published", "precision", "section", "tags",
        "captions", "paragraphs", "text", "parts", "document",
    }  # fmt: skip
    assert (first["id"], first["outcome"]) == ("p1", "article")
    assert (second["outcome"], second["reason"], ended.code) == ("rejected", "unreadable", 1)
    assert (third["id"], third["reason"]) == ("p3", "unreadable")
    assert "line 3: its url is no text" in ended.err


def test_extract_explains_each_block_on_request(tracuu: Tracuu, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "Hội nghị tổng kết công tác năm\nIn bài viết\nSáng 6/11, tại Hà Nội, hội nghị diễn ra.\n", "utf-8"
    )

    shape = tracuu("extract", "--explain", "--json", str(file)).json
    printed = tracuu("extract", "--explain", str(file)).out

    assert [(one["rule"], one["taken"]) for one in shape["explain"]] == [
        ("title", True), ("residue", False), ("text", True)
    ]  # fmt: skip
    assert (shape["origins"], shape["signs"]) == ({}, [])
    assert "- residue          In bài viết" in printed
    assert "residue: a button, notice or heading that systems print around articles" in printed
    assert "explain" not in tracuu("extract", "--json", str(file)).json


def test_show_prints_what_the_api_gives(tracuu: Tracuu, ready: str) -> None:
    (id_, *_) = tracuu("ingest", ready, "--json").json["articles"]

    shown = tracuu("show", id_, "--json").json

    assert shown["id"] == id_
    assert all(
        shown["text"][one["start"] : one["end"]] == one["surface"] for one in shown["annotations"]["entities"]
    )
    assert tracuu("show", "no-such-id").code == 1


def test_stats_count_everything(tracuu: Tracuu, ready: str) -> None:
    tracuu("ingest", ready)

    found = tracuu("stats", "--json").json

    assert set(found) == {
        "pages", "articles", "versions", "copies", "citations", "persons", "organizations", "events", "outbox_lag"
    }  # fmt: skip
    assert (found["pages"], found["articles"], found["outbox_lag"]) == ({"article": 3}, 3, 0)
    assert found["citations"] == {"resolved": 0, "ambiguous": 1, "unknown": 0}


@pytest.mark.parametrize("depth", ["--index", "--annotations", "--articles"])
def test_a_rebuild_of_any_depth_answers_as_before(tracuu: Tracuu, ready: str, depth: str) -> None:
    tracuu("ingest", ready)
    before = tracuu("search", "hội nghị", "--json").json

    assert tracuu("rebuild", depth).code == 0

    assert tracuu("search", "hội nghị", "--json").json["hits"] == before["hits"]
    assert tracuu("audit").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["search", "x", "--from", "2024-13-45"], 2, "2024-13-45"),
        (["search", "x", "--limit", "1000"], 2, "--limit"),
        (["search", "x", "--cursor", "garbage"], 1, "cursor"),
        (["search", "--batch", "nowhere.jsonl"], 2, "nowhere.jsonl"),
        (["annotate", "nowhere.txt"], 1, "nowhere.txt"),
        (["crawl", "nobody"], 2, "nobody"),
        (["sources", "check", "nobody"], 2, "nobody"),
        (["serve", "--host", "0.0.0.0"], 2, "loopback"),
        (["schedule", "--at", "25:00", "--dry-run"], 2, "25:00"),
        (["rebuild", "--index", "--articles"], 2, "--articles"),
        (["--engine", "elasticsearch", "search", "x"], 2, "TRACUU_ELASTICSEARCH_URL"),
    ],
)
def test_wrong_use_is_said_with_its_place(tracuu: Tracuu, arguments: list[str], code: int, said: str) -> None:
    ended = tracuu(*arguments)

    assert (ended.code, said in ended.err) == (code, True), ended.err


def test_an_engine_that_does_not_answer_loses_nothing(
    tracuu: Tracuu, ready: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACUU_ENGINE", "elasticsearch")
    monkeypatch.setenv("TRACUU_ELASTICSEARCH_URL", "http://127.0.0.1:9")
    ended = tracuu("ingest", ready, "--json")
    assert (ended.code, len(ended.json["articles"])) == (1, 3)
    assert "127.0.0.1:9" in ended.err

    monkeypatch.setenv("TRACUU_ENGINE", "embedded")
    assert tracuu("process").code == 0

    assert tracuu("search", "hội nghị", "--json").json["total"] == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_folders_without_rights_are_named_and_the_rest_goes_on(
    tracuu: Tracuu, ready: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    ended = tracuu("ingest", str(closed), ready, "--json")
    assert (ended.code, ended.json["failed"], ended.json["new"]) == (1, {"no-permission": 1}, 3)
    assert "closed" in ended.err

    monkeypatch.setenv("TRACUU_DATA", str(closed / "data"))
    ended = tracuu("stats")

    assert (ended.code, "closed" in ended.err) == (1, True)


def test_a_damaged_store_is_left_as_it_is(tracuu: Tracuu, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "store.sqlite"
    file.write_bytes(b"\x00garbage" * 1000)

    ended = tracuu("stats")

    assert (ended.code, "damaged" in ended.err) == (1, True)
    assert file.read_bytes() == b"\x00garbage" * 1000


def test_a_locked_store_is_said_to_be_busy(
    tracuu: Tracuu, ready: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracuu("stats")
    monkeypatch.setattr("crawler.database.BUSY_S", 0.1)
    other = sqlite3.connect(tmp_path / "data" / "store.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    ended = tracuu("ingest", ready)
    other.close()

    assert (ended.code, "busy" in ended.err) == (1, True)


def test_a_broken_source_file_is_named_with_key_and_mend(tracuu: Tracuu, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "sources"
    folder.mkdir(parents=True)
    (folder / "mau.yaml").write_text("id: mau\nname: Mẫu\nhome: https://mau.vn/\narticel: '-\\d+'\n", "utf-8")

    ended = tracuu("sources", "list")

    assert ended.code == 2
    assert "mau.yaml" in ended.err
    assert "did you mean article" in ended.err
