"""A line in a Vietnamese encoding of before Unicode, as it looks when taken for Western letters, to Vietnamese."""

import re
from collections.abc import Callable, Mapping

from crawler.extract.hyphens import restore
from crawler.extract.syllable import is_syllable
from crawler.letters import nfc

Convert = Callable[[str], str]

# What Windows shows for the bytes 0x80 to 0x9f, and the bytes as letters of their own numbers.
_BYTES = {
    ord(bytes([code]).decode("cp1252")): code for code in range(0x80, 0xA0) if code not in b"\x81\x8d\x8f\x90\x9d"
}
_SHOWN = {code: shown for shown, code in _BYTES.items()}
# Bytes 0xa1 to 0xff of TCVN 5712 ("ABC" fonts: .VnTime), spaces where no letter stands.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
# Bytes 0x80 to 0xff of VISCII, and six capitals that took the place of control characters.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđự"
    "òóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ"}
# VNI writes a mark as a letter of its own behind the vowel; other vowels are letters that are otherwise unused.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}
_VNI_PAIR = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])", re.IGNORECASE)
_SPLIT_A = re.compile(r"(\w*)\xc3 (\w*)")
_UTF8 = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def western(body: bytes, *, encoding: str | None = None) -> str:
    """What Windows shows where it knows of no other encoding; VISCII's controls are put out of the way."""
    shown = body.decode("latin-1").translate(_SHOWN)
    return shown.translate(_ASIDE) if encoding == "viscii" else shown


def _table(first: int, letters: str, more: Mapping[int, str] = {}) -> dict[int, str]:
    found = {first + place: letter for place, letter in enumerate(letters) if letter != " "} | dict(more)
    return found | {shown: found[code] for shown, code in _BYTES.items() if code in found}


def _symbols(table: Mapping[int, str]) -> dict[int, str]:
    """The same for fonts that programs take for symbols, and put out of the way."""
    return {**{0xF000 + code: letter for code, letter in table.items() if code < 0x100}, **table}


_FROM_TCVN3 = _symbols(_table(0xA1, _TCVN3, {0x2212: "ư", 0x3BC: "à"}))  # a soft hyphen and a micro sign, in PDF
_ASIDE = {code: 0xF000 + code for code in _VISCII_LOW}
_FROM_VISCII = _table(0x80, _VISCII, _VISCII_LOW | {_ASIDE[code]: letter for code, letter in _VISCII_LOW.items()})
_FROM_1258 = _table(0x80, bytes(range(0x80, 0x100)).decode("cp1258", "replace").replace("\ufffd", " "))


def _from_tcvn3(line: str) -> str:
    return restore(line.translate(_FROM_TCVN3))


def _from_vni(line: str) -> str:
    return nfc(_VNI_PAIR.sub(_vni_letter, line))


def _vni_letter(found: re.Match[str]) -> str:
    base, mark, alone = found.groups()
    letter = base or alone
    plain = _VNI_LETTERS.get(letter.lower(), letter.lower()) + (_VNI_MARKS[mark.lower()] if mark else "")
    return plain.upper() if letter.isupper() else plain


def _from_viscii(line: str) -> str:
    return line.translate(_FROM_VISCII)


def _from_1258(line: str) -> str:
    return nfc(line.translate(_FROM_1258))


def _from_misread(line: str) -> str:
    """UTF-8 that was taken for Windows' Western letters; "Ã " is "à", whose second half became a space."""
    bytes_ = line.translate(_BYTES)
    read = _UTF8.sub(lambda found: found[0].encode("latin-1").decode("utf-8", "replace"), bytes_)
    return nfc(_SPLIT_A.sub(_whole_a, read))


def _whole_a(found: re.Match[str]) -> str:
    """A word that the space parts; where it makes no word, two stood there, and only one space was left."""
    before, after = found.groups()
    return f"{before}à{after}" if is_syllable(nfc(f"{before}à{after}").lower()) else f"{before}à {after}"


ENCODINGS: dict[str, Convert] = {
    "tcvn3": _from_tcvn3,
    "vni": _from_vni,
    "viscii": _from_viscii,
    "windows-1258": _from_1258,
    "misread-utf8": _from_misread,
}
