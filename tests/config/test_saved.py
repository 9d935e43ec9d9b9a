import zipfile
from pathlib import Path

import pytest

from config.saved import every_page, first_page
from crawler.article import FetchedPage


def test_each_page_of_a_file_a_folder_and_an_archive_is_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text("<html>")
    Path("nhà").mkdir()
    Path("nhà/b.txt").write_text("x")
    with zipfile.ZipFile("kho.zip", "w") as archive:
        archive.writestr("c.html", "<html>")
        archive.writestr("d.mp4", "")
    Path("trống").mkdir()

    found = [one for name in ("a.html", "nhà", "kho.zip", "trống") for one in every_page(Path(name))]

    assert [(name, one.body if isinstance(one, FetchedPage) else one.reason) for name, one in found] == [
        ("a.html", b"<html>"),
        (f"{tmp_path}/nhà/b.txt", b"x"),
        (f"{tmp_path}/kho.zip!/c.html", b"<html>"),
        ("kho.zip!/d.mp4", "unsupported-type"),
        ("trống", "empty"),
    ]


def test_the_first_page_of_a_folder_is_the_first_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(b"no gzip")
    with pytest.raises(ValueError, match=r"a\.jsonl\.gz"):
        first_page(tmp_path, url=None)
    (tmp_path / "b.html").write_text("<html>")
    page = first_page(tmp_path, url="https://sonbinh.vn/b.html")
    assert (page.url, page.body) == ("https://sonbinh.vn/b.html", b"<html>")
