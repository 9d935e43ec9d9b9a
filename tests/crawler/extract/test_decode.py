import re
import unicodedata
from datetime import UTC, datetime

import pytest

from crawler.article import FetchedPage, Rejected
from crawler.extract.decode import decode
from crawler.media import PAGE_BYTES

TEXT = "<html><head><title>Hội nghị</title></head><body>Đối ngoại: hòa bình, hữu nghị, hợp tác.</body></html>"


def page(body: bytes, header: str = "") -> FetchedPage:
    headers = (("content-type", header),) if header else ()
    return FetchedPage(None, "test", "text/html", body, datetime(2026, 1, 1, tzinfo=UTC), headers=headers)


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),  # the label lies, the bytes are valid UTF-8
        (TEXT.replace("<head>", "<head><meta charset=windows-1252>").encode(), ""),
        (TEXT.replace("<head>", "<head><meta charset=windows-1252>").encode(), "text/html; charset=koi8-r"),
        (TEXT.encode("utf-8-sig"), ""),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16-le"), ""),
        (TEXT.encode("utf-16-be"), "text/html; charset=utf-8"),
        (TEXT.replace("nghị", "ng\0hị").encode(), ""),
        (TEXT.replace("nghị", "ng\x08h\x1fị\x7f").encode(), ""),
    ],
    ids=[
        "utf-8",
        "wrong header",
        "wrong meta",
        "meta against header",
        "BOM",
        "UTF-16",
        "UTF-16 LE bare",
        "UTF-16 BE bare",
        "NUL bytes",
        "control characters",
    ],
)
def test_the_text_is_found_under_every_label(body, header):
    assert "Đối ngoại: hòa bình, hữu nghị, hợp tác." in decode(page(body, header))


def test_windows_1258_comes_out_composed():
    body = "Đô\u0301i ngoa\u0323i nhân dân".encode("cp1258")
    assert decode(page(body, "text/html; charset=windows-1258")) == "Đối ngoại nhân dân"


def test_decomposed_letters_are_composed():
    assert decode(page("Đo\u0302\u0301i ngoa\u0323i".encode())) == "Đối ngoại"


def test_a_few_broken_bytes_do_not_change_the_charset():
    body = TEXT.encode() * 20 + b"\xff\xfe\xc3"
    assert "hòa bình, hữu nghị" in decode(page(body, "text/html; charset=iso-8859-1"))


def test_a_label_that_says_utf_8_is_not_believed_where_the_bytes_are_none():
    body = "Le président a présenté à l'Élysée les grandes lignes de sa réforme.".encode("latin-1")
    assert "président a présenté à" in decode(page(body, "text/html; charset=UTF8"))


def test_an_unknown_label_is_passed_over():
    body = "Le président a présenté à l'Élysée les grandes lignes de sa réforme.".encode("latin-1")
    assert "grandes lignes de sa" in decode(page(body, "text/html; charset=no-such-charset"))


@pytest.mark.parametrize(
    ("body", "reason"), [(b"", "no-text"), (b" \n\0 ", "no-text"), (b"a" * (PAGE_BYTES + 1), "too-large")]
)
def test_empty_and_endless_bodies_are_refused(body, reason):
    with pytest.raises(Rejected, match=reason):
        decode(page(body))


def test_windows_1258_is_known_without_and_against_a_label():
    text = "Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội với ba trăm đại biểu"
    body = nfd_tones(text).encode("cp1258")
    assert decode(page(body)) == text
    assert decode(page(body, "text/html; charset=iso-8859-1")) == text
    assert decode(page(body, "text/html; charset=utf-8")) == text


def test_a_badly_damaged_utf_8_page_shows_what_is_lost():
    body = "Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội với ba trăm đại biểu".encode()
    text = decode(
        page(body.replace("ị".encode(), b"\xe1").replace("đ".encode(), b"\xc4"), "text/html; charset=latin-1")
    )
    assert text.startswith("Hội ngh\ufffd tổng kết công tác \ufffdối ngoại")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_both_normal_forms_give_one_text(form):
    assert decode(page(unicodedata.normalize(form, TEXT).encode())) == TEXT


def nfd_tones(text: str) -> str:
    """As windows-1258 has it: letters composed, their tones behind them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = unicodedata.normalize("NFD", text)
    letters = re.findall(r"\w[\u0300-\u0323]*|\W", parts)
    return "".join(
        unicodedata.normalize("NFC", "".join(one for one in letter if one not in tones))
        + "".join(one for one in letter if one in tones)
        for letter in letters
    )
