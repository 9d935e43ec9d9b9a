"""A typed query in, its parts in order out: words, phrases, numbers of documents, fields.  Nothing is an error."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crawler.letters import fold
from indexer.analysis import SYLLABLE
from indexer.fields import KEYWORDS
from nlp.directives.number import Number, read, spell
from nlp.directives.vocabulary import vocabulary
from nlp.normalize import compose, standard

MAX_CHARS = 1_000
MAX_BEGINNINGS = 5  # each may stand for thousands of words
FIELDS = ("title", *KEYWORDS, "from", "to")
_ALIASES = {"org": "organization"}
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_FIELD = re.compile(r"(?<!\S)-?([A-Za-z]+):(?=[^\s:/])")
_HEAD = re.compile(r"[\s(\[{]*(?P<minus>-(?=[^\s-]))?(?:(?P<field>[A-Za-z]+):(?=[^\s:/]))?")
_BODY = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]*)')
_AROUND = re.compile(r"^[\W_]+|[^\w*]+$")  # punctuation that only stands by a word
_TYPE_WORDS = 4  # of the longest name of a type: "chương trình hành động"


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a query.  A word or number that is not `strict` is one of several that an answer may hold."""

    kind: Literal["word", "prefix", "phrase", "number", "field", "or"]
    value: str  # as typed, but of a number its normal form
    typed: str = ""  # a number as typed, with the name of its type
    field: str = ""  # one of FIELDS
    strict: bool = True
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Lexed:
    text: str  # what was read
    tokens: tuple[Token, ...]
    warnings: tuple[str, ...]


def lex(typed: str) -> Lexed:
    text = _clean(typed)
    warnings = []
    if len(text) > MAX_CHARS:
        text = text[:MAX_CHARS].rpartition(" ")[0] or text[:MAX_CHARS]
        warnings.append(f"The query is too long; its first {MAX_CHARS:,} characters were read.")
    if text.count('"') % 2:
        before, _, after = text.rpartition('"')
        text = f"{before} {after}"
        warnings.append('A quotation mark (") has no partner and was left out.')
    if strange := [name for name in _FIELD.findall(text) if not _field(name)]:
        warnings.append(f'"{strange[0]}:" was read as a word, as it names no field. Fields: {", ".join(FIELDS)}.')
    tokens = _with_types(_scan(text))
    if sum(map(_is_beginning, tokens)) > MAX_BEGINNINGS:
        tokens = tuple(_as_whole(token) if _is_beginning(token) else token for token in tokens)
        warnings.append(
            f"There are more than {MAX_BEGINNINGS} words with an asterisk; they were read as whole words."
        )
    return Lexed(text, tokens, tuple(warnings))


def _is_beginning(token: Token) -> bool:
    return token.kind in ("prefix", "phrase", "field") and token.value.endswith("*")


def _as_whole(token: Token) -> Token:
    kind = "word" if token.kind == "prefix" else token.kind
    return replace(token, kind=kind, value=token.value.rstrip("*"))


def _clean(typed: str) -> str:
    """Composed, one kind of quotation mark, and no character that only controls others."""
    text = compose(typed[: 4 * MAX_CHARS]).text.translate(_QUOTES)
    return "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in text).strip()


def _field(name: str) -> str:
    """The field of that name; empty where there is none."""
    name = _ALIASES.get(name.lower(), name.lower())
    return name if name in FIELDS else ""


def _scan(text: str) -> Iterator[Token]:
    plain = standard(text)
    at = 0
    while at < len(text):
        head = _HEAD.match(text, at)
        assert head  # it matches the empty string
        field = _field(head["field"] or "")
        start = head.end() if field or not head["field"] else head.start("field")
        token, at = _read(text, plain, start, field)
        if token:
            yield replace(token, excluded=bool(head["minus"]))


def _read(text: str, plain: str, start: int, field: str) -> tuple[Token | None, int]:
    """The part that begins at `start`, None where it holds no word; and where it ends."""
    if field in ("", "directive") and (number := _number(plain, start)):
        value = spell(number=number.number, year=number.year, symbol=number.symbol.text)
        return Token("number", value, text[start : number.end], field=field, strict=bool(field)), number.end
    body = _BODY.match(text, start)
    assert body  # it matches the empty string
    return _token(body, field), max(body.end(), start + 1)


def _token(body: re.Match[str], field: str) -> Token | None:
    phrase = body["phrase"]
    value = body["word"] if phrase is None else phrase.strip()
    if not SYLLABLE.search(value):
        return None
    if phrase is not None and field in ("", "directive") and (number := _only_number(value)):
        return replace(number, field=field, strict=True)
    if field:
        return Token("field", value, field=field)
    if phrase is not None:
        return Token("phrase", value)
    if value == "OR":
        return Token("or", value)
    bare = _AROUND.sub("", value)
    return Token("prefix" if bare.endswith("*") else "word", bare, strict=False)


def _only_number(phrase: str) -> Token | None:
    """The number of a document, where a phrase is nothing else."""
    tokens = _with_types(_scan(phrase))
    return tokens[0] if len(tokens) == 1 and tokens[0].kind == "number" else None


def _number(plain: str, start: int) -> Number | None:
    """The number of a document that begins here and ends with the word; in small letters only a known one."""
    if not plain[start : start + 1].isdecimal():
        return None
    for spelling in (plain, plain.upper()):
        number = read(spelling, start) if len(spelling) == len(plain) else None
        if number and (number.symbol.sure or spelling is plain) and not SYLLABLE.match(plain, number.end):
            return number
    return None


def _with_types(scanned: Iterable[Token]) -> tuple[Token, ...]:
    """The type's name before a number is part of the citation: "Chỉ thị số 12-CT/TW" is one token."""
    tokens: list[Token] = []
    for token in scanned:
        size = 0 if token.kind != "number" or token.strict or token.excluded else _type_size(tokens)
        name = [word.value for word in tokens[len(tokens) - size :]]
        del tokens[len(tokens) - size :]
        tokens.append(replace(token, typed=" ".join((*name, token.typed))))
    return tuple(tokens)


def _type_size(tokens: Sequence[Token]) -> int:
    """How many of the last words name a type of document, with the "số" that may follow it."""
    words = [
        "" if token.kind != "word" or token.excluded else fold(standard(token.value))
        for token in tokens[-_TYPE_WORDS - 1 :]
    ]
    number_word = 1 if words[-1:] == ["so"] else 0
    words = words[: len(words) - number_word]
    for size in range(min(_TYPE_WORDS, len(words)), 0, -1):
        if " ".join(words[-size:]) in vocabulary().words:
            return size + number_word
    return number_word
