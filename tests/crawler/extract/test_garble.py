import pytest

from crawler.article import Rejected
from crawler.extract.garble import check

VIETNAMESE = "Hội nghị tổng kết công tác đối ngoại nhân dân đã diễn ra tại Hà Nội với ba trăm đại biểu. " * 20


@pytest.mark.parametrize(
    "text",
    [
        "H\ufffdi ngh\ufffd t\ufffdng k\ufffdt c\ufffdng t\ufffdc " * 20,
        VIETNAMESE.encode().decode("cp1252", "replace"),
        VIETNAMESE.encode().decode("latin-1"),
        "Héi nghÞ tæng kÕt c«ng t¸c ®èi ngo¹i nh©n d©n ®· diÔn ra t¹i Hµ Néi víi ba tr¨m ®¹i biÓu. " * 20,
        "Hoäi nghò toång keát coâng taùc ñoái ngoaïi nhaân daân ñaõ dieãn ra taïi Haø Noäi. " * 20,
    ],
    ids=["replacement marks", "misread as windows-1252", "misread as latin-1", "TCVN3", "VNI"],
)
def test_what_nobody_can_read_is_garbled(text):
    with pytest.raises(Rejected, match="garbled"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        VIETNAMESE,
        "Hoi nghi tong ket cong tac doi ngoai nhan dan da dien ra tai Ha Noi. " * 20,
        "Le président a présenté hier à l'Élysée les grandes lignes de sa réforme, après des années de débats. "
        * 20,
        "The conference was held in Hanoi; naïve café owners said “très bien”. " * 20,
        "",
    ],
    ids=["Vietnamese", "without accents", "French", "English", "empty"],
)
def test_readable_text_of_any_language_passes(text):
    check(text)


def test_an_endless_line_is_too_large():
    with pytest.raises(Rejected, match="too-large"):
        check("ab " * 400_000)


@pytest.mark.parametrize(
    "text",
    [
        "CHỈ THÌ CỦÀ BAN BÍ THƯ VỀ ĐỔÌ NGỎẠÌ NHẪN DÂN, TRỈỂN KHÀÌ NGHĨÊN CỨƯ, ĐỀ XỦẤT",
        f"{VIETNAMESE}{'Tạĩ phĩên họp ngàỷ đó, các đạì bĩểủ đã thảơ lụận về bộ máỳ củã hệ thống. ' * 10}",
    ],
)
def test_tone_marks_at_random_are_spam(text):
    with pytest.raises(Rejected, match="tone-mark-spam"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{VIETNAMESE} Ôngạị bảo rằng quá trình đó đã xong.",  # a slip or two
        "Hộinghịtổngkếtcôngtácđốingoại của tỉnh. " * 20,  # spaces lost
        "Ngoằn ngoèo khúc khuỷu, khuya khoắt, quýnh quáng, tuyệt vời, thuở ấy, huỳnh huỵch. " * 20,
    ],
)
def test_slips_and_rare_syllables_are_no_spam(text):
    check(text)
