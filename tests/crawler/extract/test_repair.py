import gzip
import json
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from crawler.extract import legacy
from crawler.extract.legacy import western
from crawler.extract.repair import repair
from crawler.letters import nfc

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
TEXT = """HỘI NGHỊ TỔNG KẾT CÔNG TÁC ĐỐI NGOẠI NHÂN DÂN
Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội với ba trăm đại biểu.
Ông Nguyễn Văn Mỹ, Phó Chủ tịch Hội hữu nghị Việt Nam - Lào, nói: "Năm qua chúng ta đã làm nhiều việc thiết thực".
Các đại biểu kiến nghị dành thêm kinh phí để dạy tiếng nước ngoài; thuở ấy, những người vượt khó thật đáng quý.
Khuyến khích, khuỷu tay, nguyệt thực, huỳnh quang, xoèn xoẹt, ngoẹo cổ, giữ gìn, lẵng hoa, bẵng đi, nhễ nhại, phỡn.
"""
TONES = "\u0300\u0301\u0303\u0309\u0323"


def to_tcvn3(text: str) -> str:
    """As typed in an "ABC" font, which has no toned capitals: "HéI NGHÞ"."""
    bytes_ = {letter: chr(code) for code, letter in legacy._FROM_TCVN3.items() if code < 0x100}
    return "".join(
        letter if letter.isascii() else bytes_[letter if letter in "ĂÂÊÔƠƯĐ" else letter.lower()]
        for letter in text
    )


def to_vni(text: str) -> str:
    letters = {letter: typed for typed, letter in legacy._VNI_LETTERS.items()}
    marks = {mark: typed for typed, mark in legacy._VNI_MARKS.items()}

    def typed(letter: str) -> str:
        if letter in letters:
            return letters[letter]
        parts = unicodedata.normalize("NFD", letter)
        base = letters["ơ" if parts[0] == "o" else "ư"] if "\u031b" in parts else parts[0]
        shape, tone = ("".join(mark for mark in parts if mark in kind) for kind in ("\u0302\u0306", TONES))
        return base + marks.get(shape + tone, "")

    return "".join(typed(one.lower()).upper() if one.isupper() else typed(one) for one in text)


def to_viscii(text: str) -> str:
    codes = {letter: code for code, letter in legacy._FROM_VISCII.items() if code < 0x100}
    return western(bytes(codes.get(letter, ord(letter)) for letter in text))


def to_windows_1258(text: str) -> str:
    def typed(letter: str) -> str:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in TONES)
        return nfc("".join(mark for mark in parts if mark not in tones)) + tones

    return western("".join(map(typed, text)).encode("cp1258"))


def to_misread(text: str) -> str:
    return western(text.encode())


CASES = [
    (to_tcvn3, "tcvn3"),
    (to_vni, "vni"),
    (to_viscii, "viscii"),
    (to_windows_1258, "windows-1258"),
    (to_misread, "misread-utf8"),
]


@pytest.mark.parametrize(("encode", "name"), CASES)
def test_each_old_encoding_is_recognised_and_converted(encode: Callable[[str], str], name: str):
    assert repair(encode(TEXT)) == (TEXT, f"converted-{name}")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Héi nghÞ tæng kÕt c«ng t¸c ®èi ngo¹i nh©n d©n ®· diÔn ra t¹i Hµ Néi víi ba tr¨m ®¹i biÓu",
         "Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội với ba trăm đại biểu"),
        ("Thñ t\u2212íng ChÝnh phñ ký QuyÕt ®Þnh vÒ viÖc phª duyÖt ch\u2212¬ng tr×nh h\u00adíng nghiÖp",
         "Thủ tướng Chính phủ ký Quyết định về việc phê duyệt chương trình hướng nghiệp"),
        ("Hoäi nghò toång keát coâng taùc ñoái ngoaïi nhaân daân ñaõ dieãn ra taïi Haø Noäi",
         "Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội"),
        ("Ngêi d©n ®îc hëng lîi; Thñ tíng nhÊn m¹nh c¸c ph¬ng ¸n nh ®· nªu, nhng ph¶i cã tr¸ch nhiÖm",
         "Người dân được hưởng lợi; Thủ tướng nhấn mạnh các phương án như đã nêu, nhưng phải có trách nhiệm"),
        ("NgÃ y hÃ´m nay, lÃ  Ä‘áº¡i diá»‡n, hoÃ n thÃ nh vÃ  lÃ  cÃ³ tÃ i liá»‡u cho cÃ¡c Ä‘oÃ n; lÃ  tá»‘t",
         "Ngày hôm nay, là đại diện, hoàn thành và là có tài liệu cho các đoàn; là tốt"),
        ("Há»™i nghá»‹ tá»•ng káº¿t cÃ´ng tÃ¡c Ä‘á»‘i ngoáº¡i nhÃ¢n dÃ¢n táº¡i HÃ\u00a0 Ná»™i",
         "Hội nghị tổng kết công tác đối ngoại nhân dân tại Hà Nội"),
    ],
)  # fmt: skip
def test_texts_as_they_are_found_are_read(typed, text):
    assert repair(typed)[0] == text


@pytest.mark.parametrize(("encode", "name"), CASES)
def test_only_the_part_that_is_in_an_old_encoding_is_converted(encode: Callable[[str], str], name: str):
    menu = "Trang chủ | Chính trị | Là và bé | Café Müller\n"
    assert repair(menu + encode(TEXT)) == (menu + TEXT, f"converted-{name}")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        unicodedata.normalize("NFC", TEXT.lower()),
        "Hoi nghi tong ket cong tac doi ngoai nhan dan da dien ra tai Ha Noi.",
        "Và là có bà bé té. “Là” – và… « có » ",
        "Le président a présenté hier à l'Élysée les grandes lignes de sa réforme. Où étaient les députés ?",
        "Über die künftige Zusammenarbeit hätten die Länder früher sprechen müssen: Größe, Öffnung, Straße, für.",
        "È più facile, perché la città è così. Però può, già, lunedì, università, né, sarà, là, lì, giù.",
        "El año pasado también él dijo que más países están aquí. ¿Qué pasó? Sí, así, según, José, niño, acción.",
        "Não é só isso: são três, avó, até, já, lá, às, pé, fé, mãe, pão, você, coração, há, dá, está.",
        "På mødet så de på både år og når også får, gå, må, nå, små, blå, få, ø, sø, ål, dø, tø, rå.",
        "Nǐ hǎo, wǒ shì Běijīng rén, tā hěn hǎo, bù hǎo, lái, kàn, dà, mèi, dé, hé, gè, tài, hái, yào, lù.",
        "Þetta er svo gott að fá þá, já, nú, sú, tré, té, sá, á, í, ó, hún, þú.",
        "20 °C, 5 µm, ½ giờ, © 2020, ® và ™",
        "",
    ],
)
def test_good_text_of_any_language_stays(text):
    assert repair(text * 5) == (text * 5, None)


@pytest.mark.parametrize(("encode", "name"), CASES)
def test_a_few_words_prove_nothing(encode: Callable[[str], str], name: str):
    assert repair(encode("Hội nghị tổng kết"))[1] is None


def corpus() -> Iterator[str]:
    for path in sorted((SHARED / "corpus").glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (nfc(json.loads(line)["text"]) for line in islice(lines, 0, None, 20))


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not here")
def test_no_news_text_is_touched():
    assert [text[:80] for text in corpus() if repair(text)[1]] == []


def test_a_page_in_an_old_font_is_read_with_its_title_and_capitals(read, html):
    title = "Hội nghị tổng kết công tác đối ngoại nhân dân"
    body = "".join(f"<p>{to_tcvn3(line)}</p>" for line in TEXT.split("\n")[1:4])
    heading = f'<p><font face=".VnTimeH"><b>{to_tcvn3("Kết luận của hội nghị")}</b></font></p>'
    (article,) = read(html(title=to_tcvn3(title), body=body + heading + body.replace("Ông", "Bà")))
    assert article.title == title
    assert article.paragraphs[:3] == tuple(TEXT.split("\n")[1:4]) or article.lead == TEXT.split("\n")[1]
    assert "KẾT LUẬN CỦA HỘI NGHỊ" in article.text
    assert (article.flags, article.language) == (("converted-tcvn3",), "vi")


def test_entities_in_a_page_are_converted_too(read, html):
    body = "".join(f"<p>{to_vni(line)}</p>" for line in TEXT.split("\n")[1:4]).replace("ø", "&oslash;")
    (article,) = read(html(body=body))
    assert "đã diễn ra tại Hà Nội với ba trăm đại biểu" in article.text
    assert article.flags == ("converted-vni",)


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1252", "x-user-defined", ""])
@pytest.mark.parametrize(("encode", "name"), CASES[:3])
def test_bytes_in_an_old_encoding_are_read_under_every_label(read, encode, name, label):
    codes = {shown: code for code, shown in legacy._SHOWN.items()}
    body = encode("".join(f"<p>{line} ẴM, ẪM, Ỷ LẠI.</p>" for line in TEXT.split("\n")[1:4]))
    page = f"<html><head><title>Tin</title></head><body><h1>Tin</h1>{body}</body></html>"
    (article,) = read(bytes(codes.get(ord(letter), ord(letter)) for letter in page), charset=label)
    assert TEXT.split("\n")[2] in article.text
    assert name == "tcvn3" or "quý. ẴM, ẪM, Ỷ LẠI." in article.text
    assert article.flags == (f"converted-{name}",)


def test_plain_texts_are_converted_and_flagged(read):
    (article,) = read(to_tcvn3(TEXT).encode("latin-1"), "text/plain")
    assert TEXT.split("\n")[2] in article.text
    assert article.flags == ("converted-tcvn3",)


def test_document_files_in_old_fonts_are_converted_and_flagged(read):
    escaped = "".join(one if one.isascii() else f"\\'{ord(one):02x}" for one in to_tcvn3(TEXT))
    raw = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}}\f0 " + escaped.replace("\n", r"\par ") + "}"
    (article,) = read(raw.encode(), "application/rtf")
    assert TEXT.split("\n")[2] in article.text
    assert article.flags == ("converted-tcvn3",)


def test_a_font_that_is_named_makes_few_words_enough(read, html):
    english = (
        "<p>The exhibition in the old town hall shows photographs of the friendship between the two countries.</p>"
    )
    line = to_vni("Nhân viên này không có việc")
    (plain,) = read(html(body=english * 3 + f"<p>{line}</p>"))
    (named,) = read(html(body=english * 3 + f'<p><font face="VNI-Times">{line}</font></p>'))
    assert (line in plain.text, plain.flags) == (True, ())
    assert ("Nhân viên này không có việc" in named.text, named.flags) == (True, ("converted-vni",))
