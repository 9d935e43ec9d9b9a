import json
from pathlib import Path

import pytest

PAGE = """<html><head><title>Sơn Bình tổng kết công tác năm</title></head><body>
<h1>Sơn Bình tổng kết công tác năm</h1><div>Thứ bảy, 7/3/2026, 08:52 (GMT+7)</div><div>
<p>Phát biểu khai mạc, ông Lê Minh Tuệ cho biết năm qua tỉnh đã đón hơn bốn mươi đoàn khách quốc tế đến thăm.</p>
<p>Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ.</p>
</div></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    row = {
        "file": "a.html",
        "kind": "article",
        "title": "Sơn Bình họp",
        "published": "2026-03-07T08:52",
        "author": None,
    }
    opening = {
        "url": "https://a.vn",
        "head": "09:55 | 01/11/2020\nHội nghị tổng kết công tác năm",
        "date": "2020-11-01",
    }
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "expected.jsonl").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    (tmp_path / "excerpts.jsonl").write_text(json.dumps(opening, ensure_ascii=False), "utf-8")
    return tmp_path


def test_evaluate_extraction_gives_shares_and_misses(tracuu, folder):
    shape = tracuu("evaluate", "extraction", str(folder), "--misses", "--json").json
    assert (shape["title"], shape["minute"], shape["openings"]) == ([0, 1], [1, 1], [0, 1])
    assert [(one["what"], one["file"]) for one in shape["misses"]] == [
        ("TITLE", "a.html"),
        ("OPENING", "https://a.vn"),
    ]
    printed = tracuu("evaluate", "extraction", str(folder)).out
    assert "articles kept 1/1  title 0/1  date 1/1  minute 1/1" in printed
    assert "got" not in printed  # misses are listed on request
    assert "'Sơn Bình họp', got" in tracuu("evaluate", "extraction", str(folder), "--misses").out


def test_a_folder_without_pages_is_wrong_use(tracuu, tmp_path):
    ended = tracuu("evaluate", "extraction", str(tmp_path))
    assert ended.code == 2
    assert "Invalid value" in ended.err
