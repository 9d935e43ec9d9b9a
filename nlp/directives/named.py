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

# For text as it is.
GATE = (
    r"(?:(?<!háp )[Ll]uật|LUẬT|(?:[Pp]háp|PHÁP) (?:lệnh|LỆNH)|(?:[Hh]iến pháp|HIẾN PHÁP)|(?:[Đđ]iều lệ|ĐIỀU LỆ) Đ"
    r"|BL[HDLT]|[Nn]gh[iị] [qQ]uyết|NGHỊ QUYẾT|NQ ?T[WƯ.]|NQ Đ|[Kk]ết luận (?:[Hh]ội nghị|T))"
)
# For text without accents.
_HEAD = re.compile(
    rf"(?<![^\W_])(?:(?P<law>(?:bo{GAP})?luat|phap{GAP}lenh|hien{GAP}phap|dieu{GAP}le|bl[dhlt]\w{{1,3}})"
    rf"|(?P<resolution>nghi{GAP}quyet|nq(?=tw|t\.?u|\s))|(?P<conclusion>ket{GAP}luan))(?:(?<=nq)|(?![^\W_]))"
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
