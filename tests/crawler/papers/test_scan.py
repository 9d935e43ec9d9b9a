"""Scans, as `tesseract` reads them, and what is said where it is not installed."""

import difflib
import re
from pathlib import Path

import pytest

from crawler.article import Rejected
from crawler.papers import pdf as reader
from crawler.papers import program, scan
from crawler.papers.pdf import read_pdf
from crawler.papers.picture import read_picture
from crawler.papers.slips import mend

needs_tesseract = pytest.mark.skipif(not scan.can_read(), reason="tesseract with Vietnamese is not installed")


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(program, "find", lambda name: None)


@needs_tesseract
def test_a_picture_is_read_and_that_is_told(png, picture):
    paper = read_picture(png(picture))
    assert paper.flags == ("ocr",)
    assert (
        len(_same(" ".join(paper.paragraphs), "Thong bao cua Uy ban nhan dan Hop ban viec lang vao ngay 12")) >= 11
    )


@needs_tesseract
def test_pages_that_are_pictures_are_read_by_sight(scanned):
    paper = read_pdf(scanned)
    assert paper.flags == ("ocr",)
    assert " ".join(paper.paragraphs).count("nhan dan") == 2


@needs_tesseract
def test_of_too_many_scans_the_first_are_read_and_that_is_told(scanned, monkeypatch):
    monkeypatch.setattr(reader, "MOST_SCANS", 1)
    paper = read_pdf(scanned)
    assert paper.flags == ("ocr", "lost-pages")
    assert " ".join(paper.paragraphs).count("nhan dan") == 1


@needs_tesseract
def test_a_scanned_decision_is_read_nearly_whole(shared: Path):
    paper = read_picture((shared / "legal" / "scan-page.png").read_bytes())
    told = (shared / "legal" / "scan-page.txt").read_text("utf-8").split("```")[1]
    assert len(_same("\n".join(paper.paragraphs), told)) / len(_words(told)) >= 0.92  # .948 measured


def _same(one: str, other: str) -> list[str]:
    """Words that both texts have, in the same order."""
    mine, theirs = _words(one), _words(other)
    blocks = difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    return [word for block in blocks for word in mine[block.a : block.a + block.size]]


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w/-]+", text) if word.strip("_-")]


@pytest.mark.usefixtures("nothing_installed")
def test_without_tesseract_the_way_to_read_a_scan_is_named(png, picture, scanned):
    for read, body in ((read_picture, png(picture)), (read_pdf, scanned)):
        with pytest.raises(Rejected, match=r"^needs-tesseract$"):
            read(body)


def test_tesseract_without_vietnamese_is_not_enough(png, picture, monkeypatch):
    monkeypatch.setattr(program, "find", lambda name: name)
    monkeypatch.setattr(scan, "_languages", lambda: frozenset({"eng", "osd"}))
    with pytest.raises(Rejected, match=r"^needs-tesseract-vie$"):
        read_picture(png(picture))


@pytest.mark.usefixtures("nothing_installed")
def test_pages_of_letters_are_read_where_others_are_pictures(pdf, lines, monkeypatch):
    monkeypatch.setattr(reader, "_has_picture", lambda page: True)  # of the page with hardly a letter
    paper = read_pdf(pdf([lines("Ủy ban nhân dân tỉnh họp bàn việc đường làng."), lines("2")]))
    assert paper.paragraphs == ("Ủy ban nhân dân tỉnh họp bàn việc đường làng.",)
    assert paper.flags == ("lost-pages",)


@pytest.mark.parametrize("body", [b"/etc/passwd\n", b"https://example.org/a.png", b""])
def test_only_a_picture_is_handed_to_tesseract(body, monkeypatch):
    monkeypatch.setattr(program, "run", lambda *_, **__: pytest.fail("it was run"))
    with pytest.raises(Rejected, match="damaged"):
        read_picture(body)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),
        ("CHÍ THỊ", "CHỈ THỊ"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIÊT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("BÔ Y TẾ", "BỘ Y TẾ"),
        ("Số:3467/QD-BYT", "Số:3467/QĐ-BYT"),
        ("Nghị định số 96/2023/NĐ- CP ngày 30", "Nghị định số 96/2023/NĐ-CP ngày 30"),
        ("Hà Nội, ngày15 tháng I1 năm 2024", "Hà Nội, ngày 15 tháng 11 năm 2024"),
        ("ngày 15 tháng lÌ năm 2022", "ngày 15 tháng 11 năm 2022"),
        ("ngày hội tháng ba năm ấy", "ngày hội tháng ba năm ấy"),
        ("ÔNG BÔ LÃO", "ÔNG BÔ LÃO"),
    ],
)
def test_slips_are_mended_where_nothing_else_can_be_meant(read, printed):
    assert mend(read) == printed


@pytest.mark.parametrize("names", [b"thu-muc/WEBP.png\nanh.png\n", b"anh.png\n", b""])
def test_a_list_of_names_is_no_picture(names):
    with pytest.raises(Rejected, match=r"^damaged$"):
        scan.read_scan(names)
