import gzip
import io
import lzma
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from crawler import archive as archives
from crawler import meter
from crawler.article import FetchedPage
from crawler.files import Unreadable, identity, read

PAGE = b"<html><body><p>Trang</p></body></html>"


def zip_of(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return path


def tar_of(path: Path, members: Mapping[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:
        for name, body in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return path


def names(path: Path) -> list[str]:
    return [one.name.removeprefix(f"{path.parent}/") for one in read(path) if isinstance(one, FetchedPage)]


def faults(path: Path) -> list[tuple[str, str]]:
    """Names inside the archive, or "" for the archive itself, and reasons."""
    found = [one for one in read(path) if isinstance(one, Unreadable)]
    assert all(one.name in one.detail for one in found)
    return [(one.name.removeprefix(str(path)).removeprefix("!/"), one.reason) for one in found]


MEMBERS = {"b/hai.html": PAGE, "a.txt": "một".encode(), "c.jsonl": b'{"text": "x"}\n\n{"text": "y"}', "b/": b""}


def test_members_of_a_zip_file_are_pages_in_the_order_of_names(tmp_path):
    path = zip_of(tmp_path / "kho.zip", MEMBERS)
    assert names(path) == ["kho.zip!/a.txt", "kho.zip!/b/hai.html", "kho.zip!/c.jsonl:1", "kho.zip!/c.jsonl:3"]
    assert [page.media_type for page in read(path)][:2] == ["text/plain", "text/html"]
    assert [identity(page) for page in read(path)][1] == f"file:{path}!/b/hai.html"


@pytest.mark.parametrize(
    ("name", "mode"), [("kho.tar", "w"), ("kho.tar.gz", "w:gz"), ("kho.TGZ", "w:gz"), ("kho.tar.xz", "w:xz")]
)
def test_members_of_a_tar_file_are_pages_in_its_own_order(tmp_path, name, mode):
    path = tar_of(tmp_path / name, {"./b/hai.html": PAGE, "a.txt": "một".encode()}, mode)
    assert names(path) == [f"{name}!/b/hai.html", f"{name}!/a.txt"]
    assert [page.body for page in read(path)] == [PAGE, "một".encode()]


def test_an_archive_is_known_by_its_bytes(tmp_path):
    assert names(zip_of(tmp_path / "kho.html", {"a.html": PAGE})) == ["kho.html!/a.html"]
    assert names(tar_of(tmp_path / "kho.txt", {"a.html": PAGE}, "w:gz")) == ["kho.txt!/a.html"]


def test_packed_members_are_unpacked_once_and_archives_in_archives_are_refused(tmp_path):
    inner = zip_of(tmp_path / "trong.zip", {"a.html": PAGE}).read_bytes()
    tarred = tar_of(tmp_path / "trong.tar", {"a.html": PAGE}).read_bytes()
    path = zip_of(
        tmp_path / "kho.zip",
        {
            "a.html.gz": gzip.compress(PAGE),
            "b.txt.xz": lzma.compress(b"x"),
            "c.zip": inner,
            "d.tar": tarred,
            "e.tgz": gzip.compress(tarred),
            "f.gz": gzip.compress(gzip.compress(PAGE)),
        },
    )
    assert names(path) == ["kho.zip!/a.html.gz", "kho.zip!/b.txt.xz"]
    assert faults(path) == [(name, "nested-archive") for name in ("c.zip", "d.tar", "e.tgz", "f.gz")]
    (tmp_path / "kho.zip.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert faults(tmp_path / "kho.zip.gz") == [("", "nested-archive")]


@pytest.mark.parametrize(
    "name", ["/etc/a.html", "../a.html", "b/../../a.html", "..\\a.html", "C:\\a.html", "a\tb.html"]
)
def test_names_that_lead_out_of_an_archive_are_refused_and_the_rest_goes_on(tmp_path, name):
    path = zip_of(tmp_path / "kho.zip", {name: PAGE, "z.html": PAGE})
    assert [reason for _, reason in faults(path)] == ["unsafe-name"]
    assert names(path) == ["kho.zip!/z.html"]
    path = tar_of(tmp_path / "kho.tar", {name.replace("\\", "/"): PAGE, "z.html": PAGE})
    assert [reason for _, reason in faults(path)] == ["unsafe-name"]
    assert names(path) == ["kho.tar!/z.html"]
    assert {one.name for one in tmp_path.iterdir()} == {"kho.zip", "kho.tar"}


def test_links_and_devices_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "kho.zip", "w") as archive:
        for name, mode in (("a.html", 0o120777), ("b.html", 0o20666), ("c.html", 0o100644)):
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            archive.writestr(info, PAGE)
    assert faults(tmp_path / "kho.zip") == [("a.html", "link"), ("b.html", "device")]
    with tarfile.open(tmp_path / "kho.tar", "w") as archive:
        for name, kind in (("a.html", tarfile.SYMTYPE), ("b.html", tarfile.LNKTYPE), ("c.html", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert faults(tmp_path / "kho.tar") == [("a.html", "link"), ("b.html", "link"), ("c.html", "device")]


def test_encrypted_and_rarely_packed_members_and_second_ones_are_refused(tmp_path):
    path = tmp_path / "kho.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.html", PAGE, zipfile.ZIP_BZIP2)
        archive.writestr("b.html", PAGE)
        archive.writestr("c.html", PAGE)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("c.html", b"<html>2")
    body = bytearray(path.read_bytes())
    for start in (body.find(b"PK\x03\x04", 10) + 6, body.find(b"PK\x01\x02", body.find(b"PK\x01\x02") + 4) + 8):
        body[start] |= 1
    path.write_bytes(body)
    assert faults(path) == [
        ("a.html", "unsupported-compression"),
        ("b.html", "encrypted"),
        ("c.html", "duplicate-member"),
    ]
    assert names(path) == ["kho.zip!/c.html"]


def test_a_damaged_member_costs_only_itself(tmp_path):
    path = zip_of(tmp_path / "kho.zip", {"a.html": PAGE * 3, "b.html": PAGE})
    body = bytearray(path.read_bytes())
    body[body.find(b"a.html") + 12] ^= 0xFF
    path.write_bytes(body)
    assert faults(path) == [("a.html", "damaged")]
    assert names(path) == ["kho.zip!/b.html"]


@pytest.mark.parametrize("name", ["kho.zip", "kho.tar", "kho.tar.gz", "kho.tar.xz"])
def test_an_archive_that_breaks_off_is_named(tmp_path, name):
    members = {f"{number}.html": PAGE * 300 for number in range(9)}
    path = tmp_path / name
    if name.endswith("zip"):
        zip_of(path, members)
    else:
        tar_of(path, members, {"kho.tar": "w", "kho.tar.gz": "w:gz", "kho.tar.xz": "w:xz"}[name])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert [at for at, _ in faults(path)][-1:] == [""]
    (tmp_path / name).write_bytes(b"no archive at all")
    assert len(faults(path)) == 1


def test_names_are_read_as_utf_8_though_the_packer_did_not_say_so(tmp_path):
    path = zip_of(tmp_path / "kho.zip", {"b\u00e1o/h\u1ecdp.html": PAGE})
    body = bytearray(path.read_bytes())
    for at in (body.find(b"PK\x03\x04") + 7, body.find(b"PK\x01\x02") + 9):
        body[at] &= ~0x08
    path.write_bytes(body)
    assert names(path) == ["kho.zip!/b\u00e1o/h\u1ecdp.html"]


def test_backslashes_part_folders(tmp_path):
    assert names(zip_of(tmp_path / "kho.zip", {"b\\a.html": PAGE})) == ["kho.zip!/b/a.html"]


def test_a_member_that_unpacks_to_too_much_is_stopped(tmp_path):
    path = zip_of(tmp_path / "kho.zip", {"a.html": b"<html>" + b" " * 80_000_000, "b.html": PAGE})
    tracemalloc.start()
    assert faults(path) == [("a.html", "too-large")]
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()


def test_an_archive_that_unpacks_to_far_more_than_its_size_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(meter, "FLOOR_BYTES", 1_000_000)
    bomb = {f"{number:02}.html": b"<html>" + b" " * 400_000 for number in range(20)}
    path = zip_of(tmp_path / "kho.zip", bomb)
    assert (len(names(path)), faults(path)) == (5, [("", "bomb")])
    path = tar_of(tmp_path / "kho.tar.gz", bomb, "w:gz")
    assert (len(names(path)), faults(path)) == (0, [("", "bomb")])  # at the first reading, for the names
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" * 3_000_000))
    assert faults(path) == [("", "bomb")]


def test_a_list_of_names_without_end_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "NAMES_BYTES", 1000)
    path = zip_of(tmp_path / "kho.zip", {f"{number}.html": b"" for number in range(100)})
    assert faults(path) == [("", "damaged")]
    long = "a" * 20_000 + ".html"
    assert faults(tar_of(tmp_path / "kho.tar", {long: PAGE})) == [("", "damaged")]


def test_a_header_that_lies_about_the_size_does_not_help(tmp_path):
    path = zip_of(tmp_path / "kho.zip", {"a.html": PAGE})
    body = bytearray(path.read_bytes())
    at = body.find(b"PK\x01\x02")
    struct.pack_into("<II", body, at + 20, 0xFFFFFFF0, 0xFFFFFFF0)
    path.write_bytes(body)
    assert names(path) == ["kho.zip!/a.html"]


def test_what_stands_beside_pages_is_left_out_of_archives_and_folders(tmp_path):
    members = {
        "họp.html": PAGE,
        "họp_files/quảng cáo.html": PAGE,
        "họp_files/khung/a.txt": b"x",
        "Bài 2.htm": PAGE,
        "Bài 2_tập tin/a.html": PAGE,
        "riêng_files/a.html": PAGE,  # no page stands beside it
        "__MACOSX/._họp.html": b"\0\5\x16\7",
        ".git/a.txt": b"x",
        "b/.DS_Store": b"x",
    }
    kept = ["Bài 2.htm", "họp.html", "riêng_files/a.html"]
    assert sorted(names(zip_of(tmp_path / "kho.zip", members))) == [f"kho.zip!/{name}" for name in kept]
    assert sorted(names(tar_of(tmp_path / "kho.tar", members))) == [f"kho.tar!/{name}" for name in kept]
    folder = tmp_path / "thư mục"
    for name, body in members.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    assert sorted(one.name for one in read(folder)) == sorted(f"{folder}/{name}" for name in kept)
