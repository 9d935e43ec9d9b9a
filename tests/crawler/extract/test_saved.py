import base64
import quopri
from datetime import UTC, datetime

import pytest

from crawler.article import FetchedPage, Rejected
from crawler.extract.saved import unwrap

PAGE = "<html><body><p>Hội nghị tổng kết công tác đối ngoại</p></body></html>"
TOP = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.vn/tin/1.html\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----cach"\r\n\r\n'
)


def part(kind: str, body: bytes, encoding: str, location: str = "https://a.vn/x") -> str:
    coded = quopri.encodestring(body) if encoding == "quoted-printable" else base64.encodebytes(body)
    head = f"------cach\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n"
    return f"{head}Content-Location: {location}\r\n\r\n{coded.decode()}\r\n"


def page(text: str) -> FetchedPage:
    return FetchedPage(None, "files", "multipart/related", text.encode(), datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_the_first_page_inside_is_read_as_if_it_had_been_fetched(encoding):
    parts = part("image/png", b"\x89PNG", "base64") + part("text/html", PAGE.encode(), encoding)
    found = unwrap(page(TOP + parts + part("text/html", b"<p>khung", encoding) + "------cach--\r\n"))
    assert found.body.strip() == PAGE.encode()
    assert (found.url, found.media_type) == ("https://a.vn/tin/1.html", "text/html")


def test_the_charset_of_the_page_is_kept_as_its_header():
    parts = part("text/html; charset=windows-1258", b"<p>x", "base64", "file:///C:/a.html")
    found = unwrap(page(TOP.replace("https://a.vn/tin/1.html", "cid:1") + parts))
    assert found.headers == (("content-type", "text/html; charset=windows-1258"),)
    assert found.url is None


def test_a_saved_page_without_a_page_is_refused():
    with pytest.raises(Rejected, match="no-text"):
        unwrap(page(TOP + part("image/png", b"\x89PNG", "base64")))


def test_many_nested_parts_do_not_hang():
    head = "".join(f'Content-Type: multipart/related; boundary="b{at}"\r\n\r\n--b{at}\r\n' for at in range(3000))
    with pytest.raises(Rejected):
        unwrap(page("MIME-Version: 1.0\r\n" + head))
