import gzip
import io
import lzma
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.article import READY_ARTICLE, FetchedPage
from crawler.media import (
    DOC,
    DOCX,
    GZIP,
    HTML,
    JPEG,
    MHTML,
    ODT,
    PDF,
    PNG,
    RTF,
    TAR,
    TEXT,
    TIFF,
    UNKNOWN,
    WEBP,
    XHTML,
    XZ,
    ZIP,
    media_type,
    most_bytes,
    of_page,
    sniff,
    suffix_of,
)

LEGAL = Path(__file__).resolve().parents[2] / ".." / "shared" / "legal"
NOTICE = "Thông báo kết luận của Thường trực Tỉnh uỷ về công tác đối ngoại."


def zipped(*names: str, first: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, first or "x")
    return held.getvalue()


def tarred() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return held.getvalue()


WORD = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("body", "known"),
    [
        (b"%PDF-1.4\n", PDF),
        (b"\n\n%PDF-1.4\n", PDF),
        (b"{\\rtf1\\ansi", RTF),
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"\xff\xd8\xff\xe0", JPEG),
        (b"II*\0", TIFF),
        (b"MM\0*", TIFF),
        (b"RIFF\0\0\0\0WEBPVP8 ", WEBP),
        (OLE + "WordDocument".encode("utf-16-le"), DOC),
        (OLE + "Workbook".encode("utf-16-le"), "application/x-ole-storage"),
        (zipped(*WORD), DOCX),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.ms-excel"),
        (zipped("mimetype", "content.xml", first=ODT), ODT),
        (zipped("trang/a.html", "b.docx"), ZIP),
        (zipped(), ZIP),
        (tarred(), TAR),
        (gzip.compress(b"x"), GZIP),
        (lzma.compress(b"x"), XZ),
        (b"Rar!\x1a\x07\x01\0", "application/vnd.rar"),
        (b"<!DOCTYPE html><p>", HTML),
        (b"\xef\xbb\xbf  <HTML lang=vi>", HTML),
        (b"<?xml version='1.0'?>\n<!-- a --><!-- b --><!DOCTYPE HTML PUBLIC '-//W3C'>", HTML),
        ("<html><p>Công tác".encode("utf-16"), HTML),
        ("<html><p>Công tác".encode("utf-16-be"), HTML),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=a\r\n", MHTML),
        (b"<?xml version='1.0'?><rss>", None),
        (b"<p>Hai trang</p>", None),
        (NOTICE.encode(), None),
        (b"", None),
    ],
)
def test_bytes_show_what_they_are(body, known):
    assert sniff(body) == known


@pytest.mark.parametrize(
    ("body", "name", "told", "known"),
    [
        (b"%PDF-1.4", "a.html", "text/html; charset=utf-8", PDF),  # the bytes win over both
        (b"%PDF-1.4", "a", "application/octet-stream", PDF),
        (b"<html>", "a.pdf", "", HTML),  # a page of error saved under the document's name
        (b"<html>", "a.doc", "application/msword", HTML),
        (b"<html>", "a.html", "application/xhtml+xml", XHTML),
        (b"{\\rtf1", "a.doc", "", RTF),
        (zipped(*WORD), "a.doc", "", DOCX),
        (b"<p>x</p>", "a.htm", "", HTML),
        (b"<p>x</p>", "https://a.vn/tin.html?id=1#top", "", HTML),
        (b"<p>x</p>", "https://a.vn/tin", "Text/HTML ; charset=utf-8", HTML),
        (b"<p>x</p>", "#1.txt", "", TEXT),
        (NOTICE.encode(), "a.TXT", "", TEXT),
        (NOTICE.encode("utf-16"), "a.txt", "", TEXT),
        (NOTICE.encode("utf-16-le"), "a.txt", "", TEXT),
        (NOTICE.encode(), "a.doc", "", TEXT),
        (NOTICE.encode(), "a.css", "", UNKNOWN),
        (NOTICE.encode(), "a", "", UNKNOWN),
        (b'{"text": "x"}', "a.jsonl", "", READY_ARTICLE),
        (b"\x01\x02\x03\x04\x05 x", "a.txt", "", UNKNOWN),
        (b"\x01\x02\x03\x04\x05 x", "a", "text/html", UNKNOWN),
        (b"no gzip file", "a.html.gz", "", GZIP),  # a claim that who opens it will refute
        (b"<rss>", "", "application/rss+xml", "application/rss+xml"),
        (b"", "a.txt", "", TEXT),
    ],
)
def test_a_body_is_what_its_bytes_else_its_label_else_its_suffix_says(body, name, told, known):
    assert media_type(body, name=name, told=told) == known


def test_a_stored_page_is_told_anew_by_its_bytes():
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert of_page(FetchedPage("https://a.vn/1", "a", "text/html", b"%PDF-1.7", at)) == PDF
    assert of_page(FetchedPage(None, "files", READY_ARTICLE, b'{"text": "x"}', at)) == READY_ARTICLE


def test_papers_may_be_larger_than_pages():
    assert (most_bytes(PDF), most_bytes(HTML)) == (64 << 20, 8 << 20)


def test_many_comments_before_nothing_are_read_at_once():
    assert sniff(b"<!---->" * 500 + b"<p>") is None


@pytest.mark.skipif(not LEGAL.is_dir(), reason="the shared legal files are not here")
@pytest.mark.parametrize(
    ("name", "known"), [("30_2020_ND_CP.docx", DOCX), ("Phuluc1.doc", DOC), ("scan-page.png", PNG)]
)
def test_real_files_are_known_without_their_names(name, known):
    assert media_type((LEGAL / name).read_bytes()) == known


def test_a_list_of_names_is_no_picture():
    assert sniff(b"thu-muc/WEBP.png\n") is None


def test_a_name_that_is_a_broken_address_has_a_suffix_all_the_same():
    assert suffix_of("http://[x.txt") == ".txt"
