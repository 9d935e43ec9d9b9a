"""A paragraph in, the citations in it of documents by name, without a number, out."""

import re
from collections.abc import Iterator
from functools import cache

from crawler.letters import fold
from nlp.directives.charter import CHARTER, CONSTITUTION, charter, constitution
from nlp.directives.cite import cite
from nlp.directives.conference import conference
from nlp.directives.congress import congress
from nlp.directives.law import law, whole_name
from nlp.directives.plenum import plenum
from nlp.directives.tail import GAP
from nlp.directives.vocabulary import load
from nlp.document import Citation

# For text as it is.  Each alternative begins with its own letters, so that the search leaps to the next such one:
# 47 MB/s on news of 2013, of which 5 in 100 paragraphs pass; with a group or a look-behind in front 9 MB/s.
_OF_MEETING = r"(?=[ \n]{0,12}(?:(?:của|tại)[ \n])?[ĐđTtHhBblL])"
GATE = "|".join(
    (
        r"Luật[ \n]",
        r"luật(?<!háp luật)[ \n](?!sư|gia|lệ|này)",
        r"LUẬT[ \n]",
        r"Pháp lệnh|pháp lệnh|PHÁP LỆNH",
        r"Hiến pháp|hiến pháp nước|HIẾN PHÁP",
        r"Điều lệ Đ|điều lệ Đ|ĐIỀU LỆ Đ",
        r"BL[HDLT]",
        rf"Nghị[ \n]{{1,12}}quyết{_OF_MEETING}|nghị[ \n]quyết{_OF_MEETING}|NGHỊ[ \n]{{1,12}}QUYẾT{_OF_MEETING}",
        rf"Nghi quyết{_OF_MEETING}|nghi quyết{_OF_MEETING}|Nghị quyêt{_OF_MEETING}",
        r"NQ[ \n]?T[WƯ.]|NQ[ \n](?:[Hh]ội|[ĐđB])",
        rf"Kết luận{_OF_MEETING}|kết luận(?=[ \n](?:(?:của|tại)[ \n])?(?:[Hh]ội nghị|T))|KẾT LUẬN{_OF_MEETING}",
        r"Thông báo(?=[ \n](?:kết luận[ \n])?Hội nghị)|Khoán 10",
    )
)
# For text without accents.
_HEAD = re.compile(
    rf"(?<![^\W_])(?:(?P<law>(?:bo{GAP})?luat|phap{GAP}lenh|bl[dhlt]\w{{1,3}})"
    rf"|(?P<constitution>hien{GAP}phap)|(?P<charter>dieu{GAP}le)"
    rf"|(?P<resolution>nghi{GAP}quyet|nq(?=tw|t\.?u|\s))|(?P<conclusion>ket{GAP}luan)"
    rf"|(?P<notice>thong{GAP}bao(?:{GAP}ket{GAP}luan)?(?={GAP}hoi{GAP}nghi))|(?P<nickname>khoan[ ]100?))"
    r"(?:(?<=nq)|(?![^\W_]))"
)
_FIXED = {"Hiến pháp": CONSTITUTION, "Điều lệ": CHARTER}
_AMOUNT = re.compile(r"[ \n]*(?:%|[.,]\d|(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|ha|m2|người|ngày|tháng|năm)(?![^\W_]))")


def named(text: str, start: int, end: int) -> Iterator[Citation]:
    """Those within [start, end), a paragraph of a text in standard spelling; in order, none within another."""
    last = start
    for found in _HEAD.finditer(fold(text[start:end])):
        begin, stop = start + found.start(), start + found.end()
        if begin < last:
            continue
        for citation in _at(text, begin, stop, str(found.lastgroup)):
            if citation.end <= end:
                yield citation
                last = citation.end


def name_of(citation: Citation) -> str:
    """The name under which the registry knows a law: "Luật GDNN 2014" -> "Luật Giáo dục nghề nghiệp"."""
    return _FIXED.get(citation.type or "") or whole_name(citation.surface)


def _at(text: str, start: int, end: int, kind: str) -> Iterator[Citation]:
    """Those whose first word stands at [start, end)."""
    if kind in _SINGLE:
        citation = _SINGLE[kind](text, start, end)
        yield from [citation] if citation else []
    elif kind == "notice":
        yield from conference(text, start, end, "Thông báo")
    elif kind == "conclusion":
        yield from plenum(text, start, end, "Kết luận")
        yield from conference(text, start, end, "Kết luận")
    elif end - start > len("NQ") or text[start:end] == "NQ":
        yield from congress(text, start, end)
        yield from plenum(text, start, end, "Nghị quyết")


def _nickname(text: str, start: int, end: int) -> Citation | None:
    """What everybody calls a document: "Khoán 10", but not "Khoán 10 triệu đồng"."""
    type_ = _nicknames().get(text[start:end])
    return cite(text, start, end, type=type_, scope="party") if type_ and not _AMOUNT.match(text, end) else None


@cache
def _nicknames() -> dict[str, str]:
    names: dict[str, str] = load("names.yaml")["nicknames"]
    return names


_SINGLE = {"law": law, "constitution": constitution, "charter": charter, "nickname": _nickname}
