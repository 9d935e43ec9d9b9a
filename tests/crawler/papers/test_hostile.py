"""Files made to break their reader: each ends within its limits, with its reason."""

import io
import zipfile
import zlib
from datetime import UTC, datetime

import pytest

from crawler.article import FetchedPage, Rejected
from crawler.child import Failure
from crawler.media import DOCX, PDF
from crawler.papers.docx import read_docx
from crawler.papers.odt import read_odt
from crawler.papers.pdf import read_pdf
from indexer.work import Refused, extract_pages

# A page behind a password, 40-bit RC4, made for this test.
LOCK = (
    b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"28" * 32 + b">/U<" + b"bf" * 32 + b">>>"
    b"/ID[<00000000000000000000000000000000><00000000000000000000000000000000>]"
)


def test_a_pdf_that_is_cut_short_or_none_is_damaged(pdf, lines):
    whole = pdf([lines("Ủy ban nhân dân tỉnh họp bàn việc đường làng.")])
    for body in (whole[:500], b"%PDF-1.7\n" + b"\xff\x00" * 5_000, b"%PDF", b""):
        with pytest.raises(Rejected, match="damaged"):
            read_pdf(body)


def test_a_pdf_behind_a_password_is_told(by_hand):
    by_hand.add(b"<</Type/Pages/Count 1/Kids[2 0 R]>>")
    by_hand.add(b"<</Type/Page/Parent 1 0 R/MediaBox[0 0 9 9]>>")
    body = by_hand.file(by_hand.add(b"<</Type/Catalog/Pages 1 0 R>>"), LOCK)
    with pytest.raises(Rejected, match="encrypted"):
        read_pdf(body)


@pytest.mark.parametrize(
    "tree",
    [
        b"<</Type/Pages/Count 0/Kids[]>>",
        b"<</Type/Pages/Count 3/Kids[1 0 R 1 0 R 1 0 R]>>",  # itself
        b"<</Type/Pages/Count 2000000000/Kids[]>>",
        b"<</Type/Pages/Count 3/Kids[7 0 R 8 0 R 9 0 R]>>",
    ],
    ids=["none", "itself", "two milliards", "not there"],
)
def test_a_pdf_without_pages_is_damaged_or_says_so(by_hand, tree):
    by_hand.add(tree)
    with pytest.raises(Rejected, match=r"damaged|no-pages"):
        read_pdf(by_hand.file(by_hand.add(b"<</Type/Catalog/Pages 1 0 R>>")))


def test_of_ten_thousand_pages_the_first_thousand_are_read(pdf, lines):
    paper = read_pdf(pdf([lines(f"Điều {at}. Về việc thứ {at}") for at in range(10_000)]))
    assert (len(paper.paragraphs), paper.flags) == (1_000, ("cut-pages",))


def test_a_zip_bomb_costs_nothing(packed):
    with pytest.raises(Rejected, match="zip-bomb"):
        read_docx(packed({"word/document.xml": b"<w>" + b" " * 204_000_000}))


def test_a_part_that_claims_to_be_small_is_read_no_further_than_allowed(docx, monkeypatch):
    monkeypatch.setattr("crawler.papers.packed.PART_BYTES", 1_000)
    with pytest.raises(Rejected, match="too-large"):
        read_docx(docx("<w:p><w:r><w:t>" + "Họp bàn " * 500 + "</w:t></w:r></w:p>"))


def test_a_file_that_an_entity_names_is_not_read(packed, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("bí mật của máy")
    assert _with_entities(packed, f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;") == ("Họp",)


def test_entities_are_not_blown_up(packed):
    blown = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 30))
    with pytest.raises(Rejected, match="damaged"):
        _with_entities(packed, f'<!ENTITY a0 "ha">{blown}', "&a29;")


def _with_entities(packed, entities, use):
    document = (
        f"<!DOCTYPE x [{entities}]>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"<w:p><w:r><w:t>Họp{use}</w:t></w:r></w:p></w:body></w:document>"
    )
    return read_docx(packed({"word/document.xml": document})).paragraphs


def test_names_that_lead_out_of_the_file_are_never_written(docx, p, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    body = io.BytesIO(docx(p("Họp bàn")))
    with zipfile.ZipFile(body, "a") as archive:
        archive.writestr("../../out.txt", "x")
        archive.writestr("/tmp/out.txt", "x")
    assert read_docx(body.getvalue()).paragraphs == ("Họp bàn",)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)], ids=["nothing", "cut", "empty"])
def test_an_office_file_that_is_none_is_damaged(body):
    for read in (read_docx, read_odt):
        with pytest.raises(Rejected, match="damaged"):
            read(body)


def test_tables_in_tables_without_end_are_damaged_or_read(docx):
    deep = "<w:tbl><w:tr><w:tc>" * 2_000 + "</w:tc></w:tr></w:tbl>" * 2_000
    with pytest.raises(Rejected, match=r"damaged|no-text"):
        read_docx(docx(deep))


def test_a_doc_that_is_another_kind_of_file_is_read_as_that(read, docx, p):
    text = "Sáng 19/12, Ủy ban nhân dân tỉnh Sơn Bình họp bàn việc sửa đường làng ở các xã vùng cao của tỉnh."
    rich = "".join(letter if letter < "\x80" else rf"\u{ord(letter)}?" for letter in text)
    for body in (
        docx(p(text)),
        b"{\\rtf1\\ansi " + rich.encode() + b"}",
        text.encode(),
    ):
        assert text in read(body, "bien-ban.doc").text


def test_a_letter_bomb_costs_its_child_and_its_neighbours_come_out_right(by_hand, pdf, lines):
    """Millions of letters on one page take more memory or time than a file is given."""
    by_hand.stream(zlib.compress(b"BT /F 10 Tf (a) Tj ET\n" * 3_000_000), b"/Filter/FlateDecode")
    by_hand.add(
        b"<</Type/Page/Parent 3 0 R/MediaBox[0 0 595 842]/Contents 1 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>>>"
    )
    by_hand.add(b"<</Type/Pages/Count 1/Kids[2 0 R]>>")
    bomb = by_hand.file(by_hand.add(b"<</Type/Catalog/Pages 3 0 R>>"))
    good = pdf([lines("Ủy ban nhân dân tỉnh họp bàn việc sửa đường làng ở các xã.")])
    pages = [FetchedPage(None, "files", PDF, body, datetime(2026, 11, 28, tzinfo=UTC)) for body in (bomb, good)]
    failed, read = extract_pages([*pages]).results
    assert isinstance(failed, Failure | Refused)
    assert isinstance(read, tuple)


def test_the_reason_of_a_file_comes_out_of_its_child(docx):
    page = FetchedPage(None, "files", DOCX, docx(""), datetime(2026, 11, 28, tzinfo=UTC))
    assert extract_pages([page]).results == (Refused("no-text"),)
