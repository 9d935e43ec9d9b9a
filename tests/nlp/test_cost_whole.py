"""Hostile texts by families: what the whole annotation costs, what it warns of, and where its spans are."""

import gc
import random
import time
import unicodedata

import pytest

from nlp.annotate import annotate
from nlp.directives.resolve import Context

SEED = 20240504
GROWTH = 2.6  # times the cost that twice the text may take
LETTERS = 4_000
TRIES = 10  # more are made only while the machine is busy with something else
CONTEXT = Context(published="2024-05-04", title="Hội nghị tổng kết công tác đối ngoại nhân dân")

PERSONS = ("Nguyễn Thị Minh Châu", "ông Trần Văn Bảo", "bà Lê Thu Hà", "Y Kham", "A.Gác-xi-a", "Emmanuel Macron")
BODIES = (
    "Ban Đối ngoại Trung ương", "Bộ Y tế", "UBND tỉnh Quảng Nam", "Hội Hữu nghị Việt Nam - Lào", "Quốc hội",
    "Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ", "Công ty Cổ phần Ánh Dương", "VUFO", "Sở GD&ĐT",
)  # fmt: skip
TITLES = (
    "Chủ tịch", "Phó Chủ tịch Thường trực", "Uỷ viên", "Bí thư Tỉnh uỷ", "Trưởng ban", "nguyên", "Quyền",
    "Thứ trưởng", "Giám đốc", "Đại sứ Việt Nam tại", "đồng chí", "PGS.TS", "Chủ tịch nước", "Tổng Thư ký",
)  # fmt: skip
EVENTS = (
    "Hội nghị lần thứ tư", "Đại hội đại biểu", "kỳ họp thứ 8", "lễ kỷ niệm 50 năm", "toạ đàm", "khoá VI",
    "nhiệm kỳ 2019-2024", "sáng 25/7", "ngày 5 tháng 1", "tại Hà Nội", "tổ chức", "chủ trì", "khai mạc", "diễn ra",
)  # fmt: skip
CITATIONS = ("Chỉ thị số 12-CT/TW", "Luật Đất đai", "Nghị định này", "Nghị quyết 29", "Hiến pháp 2013", "số 12")
VERBS = ("cho biết", "nhấn mạnh", "đề nghị", "nói:", "phát biểu", "cho rằng", "đánh giá cao", "dự hội nghị có")
EMOJI = ("😀", "👨‍👩‍👧‍👦", "🇻🇳", "👍🏽", "❤️", "\U0001f9d1\u200d\U0001f33e", "☎", "①")
SIGNS = (*"“”\"«»‘’()[]{}-–—/\\|.,;:!?…%&*+=<>@#^~_'`", "...", "--", "\u00a0", "\u200b", "\ufeff", "\u00ad")


def of(*words, between=" "):
    return lambda dice: "".join(dice.choice(words) + between for _ in range(50))


def after(opening, more):
    return opening, more


def decomposed(*words, between=" "):
    """Some letters with their marks apart, some not, some with a mark too many."""
    made = of(*words, between=between)

    def more(dice):
        forms = (unicodedata.normalize("NFD", made(dice)), made(dice), "o\u0301\u0302\u0323 e\u0309\u0301 ")
        return dice.choice(forms)

    return more


ALL = (*PERSONS, *BODIES, *TITLES, *EVENTS, *CITATIONS, *VERBS)

FAMILIES = {
    "no letters": of(*"0123456789", *SIGNS, "\n", between=""),
    "digits": of("1234567890", "00", between=""),
    "numbers": of("12", "3.500", "25/7", "2019-2024", "12%", between=" "),
    "signs": of(*SIGNS, between=""),
    "emoji": of(*EMOJI, between=""),
    "emoji between names": of(*EMOJI, *PERSONS, *BODIES, between=" "),
    "joiners": of("\u200d", "\ufe0f", "\u200b", "\U0001f3fb", between=""),
    "tokens without end": after("a", of("bcd", "ắ", "Đ", "1", between="")),
    "capitals without end": of("ABC", "ĐẠI", "HỘI", between=""),
    "tokens of 20,000": of("x" * 20_000, "Chủ tịch", between=" "),
    "decomposed": decomposed(*ALL),
    "decomposed without spaces": decomposed("Chủ", "tịch", "hội", "nghị", between=""),
    "marks on one letter": after("Hội nghị o", of("\u0301", "\u0323", "\u0309", between="")),
    "spaces": after("Ông Trần Văn Bảo", of(" ", "\u00a0", "\t", "\u3000", between="")),
    "newlines": after("Chủ tịch", of("\n", "\r\n", " \n", between="")),
    "lines of one word": of(*(" ".join(ALL).split()), between="\n"),
    "small words": of("và", "của", "tại", "là", "các", "đã", "có", "trong", between=" "),
    "capitals": of(*(" ".join(ALL).upper().split())),
    "without accents": of("Chu tich", "Nguyen Van A", "hoi nghi", "Bo Y te", "cho biet"),
    "persons": of(*PERSONS, between=" "),
    "persons in a list": of(*PERSONS, between=", "),
    "persons joined": of(*PERSONS, between=" và "),
    "persons parted": of(*PERSONS, between="; "),
    "persons in a hyphenated row": of(*PERSONS, between=" - "),
    "given names": of("Châu", "Bảo", "Hà", "Nam", "Lan", between=", "),
    "one person again and again": of("ông Trần Văn Bảo", "ông Bảo", between=". "),
    "many persons": lambda dice: f"ông Trần {chr(dice.randrange(65, 91))}ă{dice.randrange(99)} Bảo nói. " * 5,
    "bodies": of(*BODIES, between=" "),
    "bodies in a list": of(*BODIES, between=", "),
    "bodies in one another": of("Ban", "Uỷ ban", "Hội", "Trung ương", "Liên hiệp các", "của", "tỉnh", between=" "),
    "abbreviations": of("Bộ Y tế (BYT)", "Hội Ánh Dương (HAD)", "BYT", "HAD", "(VUFO)", between=" "),
    "titles": of(*TITLES, between=" "),
    "titles in a list": of(*TITLES, between=", "),
    "titles with names": of(*TITLES, *PERSONS, *BODIES, between=" "),
    "titles with names in a list": of(*TITLES, *PERSONS, *BODIES, between=", "),
    "one attendance list": after("Dự hội nghị có các đồng chí: ", of(*PERSONS, *TITLES, *BODIES, between=", ")),
    "attendance lists": of("Dự có:", "đồng chủ trì", "cùng các đồng chí", *PERSONS, *TITLES, between="; "),
    "commas": of(",", ", ", ",,", "a,", between=""),
    "brackets": of("(", ")", "(a", "b)", "[", between=""),
    "quotation marks": of("“", "”", '"', "«", "»", between=""),
    "quotation marks and words": of("“lời", "nói”", '"', "ông Bảo nói", "”,", between=" "),
    "quotations": of("“Một hai ba bốn”, ông Trần Văn Bảo nói", "Bà nói: “năm sáu bảy”", between=". "),
    "verbs of saying": of(*VERBS, *PERSONS, *BODIES, between=" "),
    "events": of(*EVENTS, between=" "),
    "events in a list": of(*EVENTS, *BODIES, between=", "),
    "event names": of("Hội nghị tổng kết công tác năm 2020", "Đại hội lần thứ VI", "và", "triển khai nhiệm vụ"),
    "dates": of("25/7", "ngày 25/7/2022", "sáng 5-1", "tháng 3", "cùng ngày", "hôm qua", between=" "),
    "citations": of(*CITATIONS, between=", "),
    "captions": of("Ông Trần Văn Bảo phát biểu tại Hội nghị. Ảnh: Hải An", "(Ảnh: TTXVN)", between="\n"),
    "signatures": of("CHỦ TỊCH\nTrần Văn Bảo", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG", between="\n"),
    "anything": of(*ALL, ". ", ", ", "\n", "“", "”", "(", ")", between=" "),
    "anything in one line": of(*ALL, ",", "“", "”", "(", ")", "-", between=" "),
    "anything glued": of(*ALL, ".", between=""),
}  # fmt: skip


def text_of(family, letters, seed):
    """So many letters."""
    made = FAMILIES[family]
    opening, more = made if isinstance(made, tuple) else ("", made)
    dice = random.Random(f"{SEED} {family} {seed}")
    parts, length = [opening], len(opening)
    while length < letters:
        parts.append(more(dice))
        length += len(parts[-1])
    return "".join(parts)[:letters]


def cost(family, letters, *, seeds):
    """Seconds of the quickest of several texts: not the same one, so that nothing is only remembered."""
    best = float("inf")
    for seed in seeds:
        text = text_of(family, letters, seed)
        gc.collect()
        gc.disable()
        try:
            started = time.process_time()
            annotate(text, context=CONTEXT)
            best = min(best, time.process_time() - started)
        finally:
            gc.enable()
    return best


def spans(document):
    found = (*document.entities, *document.citations, *document.offices, *document.quotes)
    return [(one.start, one.end, one.surface) for one in found]


@pytest.fixture(scope="module", autouse=True)
def _warm():
    """Data files are read, models loaded and patterns made once; what they hold is not collected again."""
    annotate(text_of("anything", 4_000, 0), context=CONTEXT)
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("family", FAMILIES)
def test_twice_the_text_costs_about_twice_the_time(family):
    """Over two doublings: what grows with the square stands out, and the noise of one measurement does not."""
    once = fourfold = float("inf")
    for tried in range(TRIES):  # a try only adds: the least of all is what the text costs
        once = min(once, cost(family, LETTERS, seeds=(2 * tried, 2 * tried + 1)))
        fourfold = min(fourfold, cost(family, 4 * LETTERS, seeds=(tried,)))
        if fourfold <= GROWTH**2 * once:
            return
    pytest.fail(f"{LETTERS:,} letters take {once:.3f} s, four times as many {fourfold:.3f} s")


@pytest.mark.parametrize("family", FAMILIES)
def test_spans_lie_in_the_text_as_it_was_given(family):
    text = text_of(family, 3_000, 1)
    for start, end, surface in spans(annotate(text, context=CONTEXT)):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == surface


def test_a_line_of_a_megabyte_costs_what_its_length_does():
    eighth = cost("anything in one line", 125_000, seeds=(0,))
    assert cost("anything in one line", 1_000_000, seeds=(1,)) <= GROWTH**3 * eighth


WARNED = [
    ("x" * 100, ("long-token",)),
    ("x" * 20_000, ("long-sentence", "long-token")),
    ("Hội nghị " + "đ" * 20_000 + " khai mạc.", ("long-sentence", "long-token")),
    (unicodedata.normalize("NFD", "ộ" * 20_000), ("long-sentence", "long-token")),
    ("một hai ba " * 200, ("long-sentence",)),
    ("12/3 - 4,5% 😀", ("no-letters",)),
    ("Hội nghị đã khai mạc.", ()),
]


@pytest.mark.parametrize(("text", "warnings"), WARNED)
def test_what_was_cut_is_told(text, warnings):
    assert annotate(text, context=CONTEXT).warnings == warnings


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "12/3 - 4,5%", "😀" * 5_000, "“”" * 5_000, "\u0301" * 5_000, "\x00"]
)
def test_what_says_nothing_gives_nothing(text):
    document = annotate(text, context=CONTEXT)
    assert spans(document) == []
    assert [event.name for event in document.events] == []
