"""Word 97 files, as programs of the system read them."""

from pathlib import Path

import pytest

from crawler.article import Rejected
from crawler.papers import doc, program
from crawler.papers.doc import read_doc

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EMPTY = OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(3000)


@pytest.fixture
def only(monkeypatch):
    """Make as if no other programs than these were installed."""

    def only(*names: str) -> None:
        real = program.find
        monkeypatch.setattr(program, "find", lambda name: real(name) if name in names else None)

    return only


@pytest.fixture
def annex(shared: Path) -> bytes:
    return (shared / "legal" / "Phuluc1.doc").read_bytes()


def test_without_a_program_the_way_to_read_it_is_named(only):
    only()
    with pytest.raises(Rejected, match="needs-antiword"):
        read_doc(EMPTY)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + bytes(3000), "damaged"),
        (b"PK\x03\x04", "unsupported-type"),
    ],
)
def test_what_is_no_word_file_has_a_reason(body, reason):
    with pytest.raises(Rejected, match=reason):
        read_doc(body)


def test_what_antiword_cannot_read_is_damaged(only):
    if program.find("antiword") is None:
        pytest.skip("antiword is not installed")
    only("antiword")
    with pytest.raises(Rejected, match="damaged"):
        read_doc(EMPTY)


@pytest.mark.parametrize("name", ["antiword", "soffice"])
def test_a_word_97_file_keeps_its_text_and_its_tables(annex, only, name):
    if program.find(name) is None:
        pytest.skip(f"{name} is not installed")
    only(name)
    paper = read_doc(annex)
    assert paper.paragraphs[:3] == (
        "Phụ lục I",
        "THỂ THỨC, KỸ THUẬT TRÌNH BÀY VĂN BẢN HÀNH CHÍNH",
        "VÀ BẢN SAO VĂN BẢN",
    )
    assert "- Tiêu đề của mục | In hoa | 13 - 14 | Đứng, đậm | QUẢN LÝ VĂN BẢN | 14" in paper.paragraphs


def test_tables_are_left_to_libreoffice_where_it_is_installed(annex, monkeypatch, only):
    if program.find("antiword") is None:
        pytest.skip("antiword is not installed")
    only("antiword")
    monkeypatch.setattr(
        program, "find", lambda name, found=program.find: "soffice" if name == "soffice" else found(name)
    )
    monkeypatch.setattr(doc, "_by_office", lambda path, file: (path, file.name))
    assert read_doc(annex) == ("soffice", "text.doc")
