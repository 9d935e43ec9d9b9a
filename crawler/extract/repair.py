"""Decoded text in, the same in Unicode out, if it was in a Vietnamese encoding of before, and in which."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.extract.blocks import lineage
from crawler.extract.hyphens import KEPT, restore_common
from crawler.extract.legacy import ENCODINGS, Convert
from crawler.extract.recognise import FOREIGN, PROPER, count_words, is_odd, recognise

LEAST_IN_LINE = 0.6  # share of syllables in a line of a text whose encoding is known: it may be made of names

_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
_FONTS = (("tcvn3", re.compile(r"\.Vn[A-Z]\w+")), ("vni", re.compile(r"\bVNI[- ][A-Z]\w+")))
_CAPITAL_FONT = re.compile(r"\.Vn\w+H\b")  # shows small letters as capitals
_WORDS_IN = ("alt", "content", "title")  # attributes that hold words
_UNREAD = frozenset({"script", "style"})


def repair(text: str) -> tuple[str, str | None]:
    """NFC `text` with its lines converted, and a flag such as "converted-tcvn3"; `text` itself and None else."""
    (mended,), flag = repair_all((text,))
    return mended, flag


def repair_all(texts: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """The same for the pieces of one text."""
    whole = "\n".join(texts)
    encoding = recognise(whole)
    if encoding is None:
        return tuple(texts), None
    convert = ENCODINGS[encoding]
    strict = PROPER.search(whole) is not None  # then parts of it are in Unicode
    mended = [_LINE.sub(lambda line: _line(line[0], convert, strict=strict), text) for text in texts]
    if encoding == "tcvn3" and not strict and not KEPT.search(whole):
        mended = list(map(restore_common, mended))
    return tuple(mended), f"converted-{encoding}"


def mend(tree: HtmlElement, lines: Sequence[str], markup: str) -> tuple[str, ...]:
    """Convert a page in place if its visible `lines` are in an old encoding; the flags that it gets.

    A font's name in the `markup` is evidence too, and font names alone tell which words are in capitals.
    """
    if not any(map(is_odd, lines)):
        return ()
    text = "\n".join(lines)
    encoding = recognise(text, hint=lambda: next((name for name, font in _FONTS if font.search(markup)), None))
    if encoding is None:
        return ()
    strict = PROPER.search(text) is not None
    for node in tree.iter():
        _node(node, ENCODINGS[encoding], strict=strict)
    return (f"converted-{encoding}",)


def _line(line: str, convert: Convert, *, strict: bool) -> str:
    """The line converted where that makes words of it; `strict` leaves lines alone that could be words already."""
    if FOREIGN.search(line) is None or PROPER.search(line) or (strict and not is_odd(line)):
        return line
    converted = convert(line)
    good, bad = count_words(converted)
    return _capitals(converted) if good >= LEAST_IN_LINE * (good + bad) else line


def _capitals(line: str) -> str:
    """Words in capitals with their toned letters too, which the old fonts have only small: "HộI NGHị"."""
    shouted = sum(letter.isupper() for letter in line) > sum(letter.islower() for letter in line)
    return _WORD.sub(lambda word: _capital(word[0], shouted=shouted), line)


def _capital(word: str, *, shouted: bool) -> str:
    plain = [letter for letter in word if letter.isascii()]
    if all(letter.isupper() for letter in plain) and (shouted or len(plain) > 1):
        return word.upper()
    return word


def _node(node: HtmlElement, convert: Convert, *, strict: bool) -> None:
    if node.tail:
        node.tail = _shown(node.getparent(), node.tail, convert, strict=strict)
    if not isinstance(node.tag, str) or node.tag in _UNREAD:
        return
    if node.text:
        node.text = _shown(node, node.text, convert, strict=strict)
    for name in _WORDS_IN:
        if value := node.get(name):
            node.set(name, _line(value, convert, strict=strict))


def _shown(node: HtmlElement, text: str, convert: Convert, *, strict: bool) -> str:
    mended = _line(text, convert, strict=strict)
    fonts = (value for one in lineage(node, 4) for value in (one.get("face"), one.get("style")) if value)
    return mended.upper() if any(_CAPITAL_FONT.search(font) for font in fonts) else mended
