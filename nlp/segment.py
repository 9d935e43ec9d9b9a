"""A text in standard spelling in, its sentences out: where each syllable stands, and which of them make a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.document import Token
from nlp.joins import joins

# One sentence of the news in 240 (of 40,000) is longer, and the models lose their way there.
MAX_SYLLABLES = 120
MAX_LETTERS = 60  # of a token; a longer run is cut into pieces

Span = tuple[int, int]

# Every repetition is bounded, so that no text costs more than its length.  Words with a hyphen, numbers with
# points and dates are one token each, as in the texts that the segmenter was trained on.
_TOKEN = re.compile(
    r"\n+"
    r"|(?:https?|ftp)://[^\s<>\"“”]{1,300}(?<![.,;:!?)\]])"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    r"|(?:[a-zA-Z0-9-]{1,40}\.){1,4}(?:vn|com|net|org|gov|edu|info|tv)(?:/[\w./?=&%-]{0,300})?(?!\w)"
    r"|(?:[A-ZĐ]\.){1,5}[A-ZĐƯ][^\W\d_]{0,20}(?:-[^\W\d_]{1,20}){0,5}"  # T.Ư, A.Gác-xi-a
    r"|(?:[A-ZĐ]|T[PpXS]|PGS|GS|ThS?|BS|KS|LS|NGƯT|NGND|NSƯT|NSND|KTS|Mrs?|Ms|Dr|St|Jr)\.(?=[^\S\n]?[^\s.])"
    r"|v\.v\.{0,3}|đ/c|Đ/c|[A-ZĐ]{1,10}&[A-ZĐ]{1,10}|[^\W\d_]{1,20}['’][^\W\d_]{1,20}|°[CF]"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d)|\d{1,2}[/-]\d{1,4}(?!\d)|\d{1,30}(?:[.,]\d{1,30}){0,12}[A-Z]{0,3}"
    r"|[^\W\d_]\w{0,29}(?:-\w{1,29}){1,6}"
    rf"|\w{{1,{MAX_LETTERS}}}"
    r"|\.{2,9}|-{2,9}|[^\w\s]"
)
_CUT_RUN = re.compile(rf"(?<!\w)\w{{{MAX_LETTERS + 1}}}")
_ENDS = frozenset((".", "?", "!", "…", "..", "..."))
_CLOSING = frozenset("\"'”’»)]")
_CONTINUING = _ENDS | _CLOSING


@dataclass(frozen=True, slots=True)
class Sentence:
    syllables: tuple[Span, ...]
    joined: tuple[bool, ...]  # for each syllable, whether it goes on with the word before

    @property
    def start(self) -> int:
        return self.syllables[0][0]

    @property
    def end(self) -> int:
        return self.syllables[-1][1]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        words: list[Token] = []
        for (start, end), joined in zip(self.syllables, self.joined, strict=True):
            if joined and words:
                words[-1] = Token(words[-1].start, end, joined=True)
            else:
                words.append(Token(start, end))
        return tuple(words)


@dataclass(frozen=True, slots=True)
class Segmented:
    sentences: tuple[Sentence, ...]
    warnings: tuple[str, ...]  # "no-letters"; "long-token" and "long-sentence": something was cut


def segment(text: str) -> Segmented:
    """Sentences never go over a line's end.  Every character that is no space lies in exactly one syllable."""
    sentences: list[Sentence] = []
    warnings: dict[str, None] = {}
    for spans in _sentences(text):
        for piece in _pieces(text, spans):
            syllables = [text[start:end] for start, end in piece]
            sentences.append(Sentence(tuple(piece), tuple(joins(syllables))))
        if len(spans) > MAX_SYLLABLES:
            warnings["long-sentence"] = None
    if sentences and not any(map(str.isalpha, text)):
        warnings["no-letters"] = None
    if _CUT_RUN.search(text):
        warnings["long-token"] = None
    return Segmented(tuple(sentences), tuple(warnings))


def _sentences(text: str) -> Iterator[list[Span]]:
    """The tokens of one sentence after another.

    A sentence ends with its mark, the quotes and brackets that close after it, and before anything that does not
    begin with a small letter; a number and a full stop that open a line count it.
    """
    spans: list[Span] = []
    ended = False
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token[0] == "\n" or (ended and token not in _CONTINUING and not token[0].islower()):
            if spans:
                yield spans
            spans, ended = [], False
            if token[0] == "\n":
                continue
        spans.append(found.span())
        ended = (token in _ENDS and not _counts(text, spans)) or (ended and token in _CLOSING)
    if spans:
        yield spans


def _counts(text: str, spans: list[Span]) -> bool:
    return len(spans) == 2 and text[slice(*spans[0])].isdigit()


def _pieces(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """A sentence that is too long, cut after its semicolons, else its commas, else anywhere."""
    start = 0
    while len(spans) - start > MAX_SYLLABLES:
        window = spans[start : start + MAX_SYLLABLES]
        marks = {text[first]: at for at, (first, _) in enumerate(window, 1) if text[first] in ";,"}
        cut = marks.get(";", marks.get(",", MAX_SYLLABLES))
        yield window[:cut]
        start += cut
    yield spans[start:]
