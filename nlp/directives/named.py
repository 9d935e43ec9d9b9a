"""A paragraph in, the citations in it of documents by name, without a number, out."""

import re
from collections.abc import Iterator

from crawler.letters import fold
from nlp.directives.conference import conference
from nlp.directives.congress import congress
from nlp.directives.law import alone, law, whole_name
from nlp.directives.plenum import plenum
from nlp.directives.tail import GAP
from nlp.document import Citation

# For text as it is.  Each alternative begins with its own letters: so the search leaps to the next of ten letters
# (80 MB/s on news; with a group or a look-behind in front 10 MB/s).
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
        r"Khoán 10",
    )
)
# For text without accents.
_HEAD = re.compile(
    rf"(?<![^\W_])(?:(?P<law>(?:bo{GAP})?luat|phap{GAP}lenh|hien{GAP}phap|dieu{GAP}le|bl[dhlt]\w{{1,3}})"
    rf"|(?P<resolution>nghi{GAP}quyet|nq(?=tw|t\.?u|\s))|(?P<conclusion>ket{GAP}luan)|(?P<nickname>khoan[ ]100?))"
    r"(?:(?<=nq)|(?![^\W_]))"
)
_LAWS = frozenset(("luật", "bộ luật", "pháp lệnh", "hiến pháp", "điều lệ"))


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
    return whole_name(citation.surface)


def _at(text: str, start: int, end: int, kind: str) -> Iterator[Citation]:
    if kind == "law":
        if " ".join(text[start:end].lower().split()) in _LAWS or text[start:end] in alone():
            citation = law(text, start, end)
            yield from [citation] if citation else []
    elif kind == "resolution":
        if text[start] not in "qQ" and (end - start > 2 or text[start:end] == "NQ"):
            yield from congress(text, start, end)
            yield from plenum(text, start, end, "Nghị quyết")
    else:
        yield from plenum(text, start, end, "Kết luận")
        yield from conference(text, start, end, "Kết luận")
