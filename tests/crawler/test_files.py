import gzip
import json
import os
import zipfile
from pathlib import Path

import pytest

from crawler.article import READY_ARTICLE, FetchedPage
from crawler.files import Unreadable, identity, read
from crawler.media import DOCX, PAGE_BYTES


def reasons(found: list[FetchedPage | Unreadable]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Unreadable)]


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path):
    for name in ("b.html", "a.txt", ".hidden.txt", "thư mục/c.htm", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("nội dung")
    found = list(read(tmp_path))
    assert [(Path(page.name).name, page.media_type) for page in found] == [
        ("a.txt", "text/plain"),
        ("b.html", "text/html"),
        ("c.htm", "text/html"),
    ]
    assert all(page.url is None and page.fetched_at.tzinfo for page in found)


@pytest.mark.parametrize("name", ["a.html.gz", "A.HTML.GZ", "a.txt.gz"])
def test_gzipped_files_are_read_as_what_they_hold(tmp_path, name):
    (tmp_path / name).write_bytes(gzip.compress(b"<p>x</p>"))
    (page,) = read(tmp_path / name)
    assert page.body == b"<p>x</p>"
    assert page.media_type == ("text/plain" if ".txt" in name else "text/html")


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_each_line_of_a_jsonl_file_is_a_ready_article_named_by_its_number(tmp_path, name):
    body = b'{"text": "m\\u1ed9t"}\n\n{"text": "hai"}'
    (tmp_path / name).write_bytes(gzip.compress(body) if name.endswith(".gz") else body)
    found = list(read(tmp_path / name))
    assert [page.name for page in found] == [f"{name}:1", f"{name}:3"]
    assert {page.media_type for page in found} == {READY_ARTICLE}


def test_a_long_jsonl_file_is_read_line_by_line(tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_text('{"text": "một"}\n' * 100_000)
    pages = read(path)
    next(pages)
    path.write_text("")  # what was not asked for has not been read
    assert sum(1 for _ in pages) < 100_000


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"\0\0\0\x18ftypmp42")
    (tmp_path / "b.html.gz").write_bytes(b"this is no gzip file")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n' * 2000)[:-20])
    (tmp_path / "d.txt").write_bytes(b"x" * (PAGE_BYTES + 1))
    (tmp_path / "e.txt").write_text("còn đây")
    found = list(read(tmp_path))
    assert reasons(found) == ["unsupported-type", "bad-gzip", "bad-gzip", "too-large"]
    assert found[-1].body == "còn đây".encode()
    details = [one.detail for one in found if isinstance(one, Unreadable)]
    assert all(str(tmp_path) in detail for detail in details)


def test_a_missing_file_is_named(tmp_path):
    assert reasons(list(read(tmp_path / "nowhere.txt"))) == ["not-found"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_without_rights_are_named(tmp_path):
    closed = tmp_path / "a.txt"
    closed.write_text("x")
    closed.chmod(0)
    folder = tmp_path / "folder"
    folder.mkdir(mode=0)
    assert reasons(list(read(tmp_path))) == ["no-permission", "no-permission"]
    folder.chmod(0o700)


def test_a_gzip_bomb_is_stopped_early(tmp_path):
    bomb = tmp_path / "bomb.html.gz"
    with gzip.open(bomb, "wb") as file:
        for _ in range(200):
            file.write(b"\0" * 1_000_000)
    assert reasons(list(read(bomb))) == ["too-large"]
    lines = bomb.rename(tmp_path / "bomb.jsonl.gz")
    assert reasons(list(read(lines))) == ["too-large"]


def test_an_endless_line_is_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * (PAGE_BYTES + 5) + b'"}\n{"text": "sau"}\n')
    first, second = read(path)
    assert (first.reason, first.name) == ("too-large", f"{path}:1")
    assert json.loads(second.body) == {"text": "sau"}


def ready(**fields: object) -> FetchedPage:
    from datetime import UTC, datetime

    return FetchedPage(
        None, "files", READY_ARTICLE, json.dumps(fields).encode(), datetime.now(UTC), name="a.jsonl:1"
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"id": "7", "source": "Báo Xa", "url": "https://a.vn/1", "text": "x"}, "ready:Báo Xa:7"),
        ({"id": 7, "text": "x"}, "ready::7"),
        ({"url": "http://A.vn/1?utm_source=fb", "text": "x"}, "https://a.vn/1"),
        ({"nguon_url": "https://congbao.vn/1.htm", "full_text": "x"}, "https://congbao.vn/1.htm"),
        ({"url": "không phải địa chỉ", "text": "x"}, "không phải địa chỉ"),
        ({"text": "x"}, "text:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
    ],
)
def test_a_ready_article_is_the_same_by_id_then_url_then_text(fields, name):
    assert identity(ready(**fields)) == name


def test_a_line_that_is_no_json_has_an_identity_too():
    page = ready()
    broken = FetchedPage(None, "files", READY_ARTICLE, b'{"a":', page.fetched_at)
    assert identity(broken).startswith("line:")


def test_another_file_is_the_same_by_its_place(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_text("<p>x</p>")
    monkeypatch.chdir(tmp_path)
    (page,) = read(Path("a.html"))
    assert identity(page) == f"file:{tmp_path}/a.html"


@pytest.mark.parametrize("first", ["[Content_Types].xml", "word/styles.xml", "docProps/app.xml"])
def test_a_word_file_is_one_page_wherever_its_text_stands_in_it(tmp_path, first):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(first, "x" * 10_000)
        archive.writestr("word/document.xml", "<w/>")
    (page,) = read(path)
    assert page.media_type == DOCX
    with zipfile.ZipFile(tmp_path / "kho.zip", "w") as archive:
        archive.write(path, "word/a.docx")
    (page,) = read(tmp_path / "kho.zip")
    assert (page.media_type, page.body) == (DOCX, path.read_bytes())


def test_a_name_that_is_no_utf_8_can_be_kept(tmp_path):
    (tmp_path / os.fsdecode(b"h\xe9.txt")).write_bytes(b"x")
    (page,) = read(tmp_path)
    assert page.name == f"{tmp_path}/h\\xe9.txt"
