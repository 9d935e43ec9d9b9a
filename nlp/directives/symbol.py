"""The codes of a document number in ("NQ", "LHHN", "ĐCT"), what they say together out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawler.letters import fold
from nlp.directives.vocabulary import Body, DocumentType, System, vocabulary

_OLD = ("CP", "TTg", "HĐBT")  # stood alone before the types had codes: 64/CP


@dataclass(frozen=True, slots=True)
class Symbol:
    """`sure` says that the symbol alone makes a number a document's; otherwise words before it must."""

    text: str  # Party "CT/TW", State "NĐ-CP", Assembly "QH13"
    type: DocumentType | None
    bodies: tuple[Body, ...]
    system: System
    sure: bool
    assembly: bool = False  # of laws and resolutions: the year belongs to the number


@lru_cache(maxsize=4096)
def parse(printed: tuple[str, ...]) -> Symbol | None:
    """What `printed` codes mean in this order, or None where they are no document's."""
    words = vocabulary()
    codes = _parted([words.code(code, first=at == 0) for at, code in enumerate(printed)])
    if not codes or words.not_documents.intersection(codes):
        return None
    if codes[0] in words.abbreviations and len(codes) > 1:
        return _typed(codes, words.abbreviations[codes[0]])
    if len(codes) == 1:
        return _alone(codes[0])
    if codes[1] in words.abbreviations:
        return _reversed(codes, words.abbreviations[codes[1]])
    return _letter(codes)


def _parted(codes: list[str]) -> list[str]:
    """Glued type and body apart: "QĐTW" -> "QĐ", "TW"."""
    if codes and codes[0][-2:] in ("TW", "TU") and codes[0][:-2] in vocabulary().abbreviations:
        return [codes[0][:-2], codes[0][-2:], *codes[1:]]
    return codes


def _typed(codes: list[str], type_: DocumentType) -> Symbol:
    """Type and bodies: CT/TW, NĐ-CP, NQ-LHHN-ĐCT."""
    known = [vocabulary().body(code) for code in codes[1:]]
    system = _system(known)
    text = "/".join(codes) if system == "party" and len(codes) == 2 else "-".join(codes)
    return Symbol(text, _of_party(type_) if system == "party" else type_, _bodies(codes[1:]), system, any(known))


def _alone(code: str) -> Symbol | None:
    """The Assembly's number ends in its own code: QH13; old numbers in the Government's: CP, or the type's: SL."""
    body = vocabulary().body(code)
    if code == "SL":
        return Symbol(code, vocabulary().abbreviations[code], (Body("ctn", "state"),), "state", sure=False)
    if body is None or not (code in _OLD or "QH" in code) or code == "VPQH":
        return None
    assembly = code not in _OLD
    return Symbol(code, None, (body,), "state", sure=assembly, assembly=assembly)


def _reversed(codes: list[str], type_: DocumentType) -> Symbol | None:
    """Body before type: TTg-QĐ, and a company's EIB/NQ-HĐQT."""
    known = vocabulary().body(codes[0])
    if len(codes) == 2:
        return Symbol("-".join(codes), type_, (known,), known.system, sure=True) if known else None
    system = _system([known, *map(vocabulary().body, codes[2:])])
    return Symbol("-".join(codes), type_, _bodies([codes[0], *codes[2:]]), system, sure=system == "corp")


def _letter(codes: list[str]) -> Symbol:
    """An official letter bears body and unit and no type: UBND-NC."""
    known = vocabulary().body(codes[0])
    type_ = vocabulary().abbreviations["CV"]
    return Symbol("-".join(codes), type_, _bodies(codes[:1]), _system([known]), sure=known is not None)


def _system(known: Sequence[Body | None]) -> System:
    """The Party's where any of its bodies stands there; an unknown body counts as the State's."""
    systems = [body.system for body in known if body]
    for system in ("party", "corp"):
        if system in systems:
            return "party" if system == "party" else "corp"
    return systems[0] if systems else "state"


def _of_party(type_: DocumentType) -> DocumentType:
    """The Party's QĐ is Quy định and Quyết định in one series; the first is what it mostly stands for."""
    return vocabulary().abbreviations["QyĐ"] if type_.code == "qd" else type_


def _bodies(codes: Sequence[str]) -> tuple[Body, ...]:
    return tuple(vocabulary().body(code) or Body(fold(code).replace("&", ""), "state") for code in codes)
