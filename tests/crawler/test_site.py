import re
from datetime import UTC, datetime

import pytest

from crawler.site import Answer, to_page
from crawler.source import Source


@pytest.mark.parametrize(
    ("url", "told", "body", "media_type"),
    [
        ("https://a.vn/1.html", "Text/HTML; charset=utf-8", b"<!doctype html>", "text/html"),
        ("https://a.vn/1.pdf", "application/octet-stream", b"%PDF-1.7", "application/pdf"),
        ("https://a.vn/1.pdf", "application/pdf", b"<html>Kh\xc3\xb4ng t\xc3\xacm th\xe1\xba\xa5y", "text/html"),
        ("https://a.vn/tin", "text/html", b"%PDF-1.7", "application/pdf"),
        ("https://a.vn/tin", "", b"<p>tin</p>", "application/octet-stream"),
    ],
)
def test_an_answer_is_kept_as_what_its_bytes_say(url, told, body, media_type):
    source = Source(id="a", name="A", home="https://a.vn/", article=re.compile("."))
    page = to_page(
        Answer(url, 200, {"content-type": told}, body), url, source, at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert page.media_type == media_type
