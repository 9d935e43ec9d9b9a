"""Rich text files."""

import pytest

from crawler.article import Rejected
from crawler.papers.rtf import read_rtf


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (rb"H\u7885?p b\u224?n vi\u7879?c\par s\u7917?a \u273?\u432?\u7901?ng", ("Họp bàn việc", "sửa đường")),
        (rb"Ho\'f2p ba\'ccn", ("Họp bàn",)),  # windows-1258 writes marks as letters of their own
        (rb"\trowd STT\cell Xom\cell\row \trowd 1\cell Dong\cell\row", ("STT | Xom", "1 | Dong")),
        (rb"tr\u432?\u7899?c{\pict\pngblip " + b"89504e47" * 1000 + rb"}sau", ("trướcsau",)),
    ],
)  # fmt: skip
def test_text_is_read_as_it_is_shown(body, texts):
    assert read_rtf(rb"{\rtf1\ansi\ansicpg1258 " + body + b"}").paragraphs == texts


@pytest.mark.parametrize("body", [rb"{\rtf1\ansi }", rb"{\rtf1{\*\generator x;}}"])
def test_a_file_without_text_has_a_reason(body):
    with pytest.raises(Rejected, match="no-text"):
        read_rtf(body)
