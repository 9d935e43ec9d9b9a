"""An interview in, the answers in it out: lines that begin with a dash, each behind a line that asks."""

import re
from collections.abc import Iterator, Sequence

from nlp.quotes.said import MAX_LETTERS, Said, has_words, trimmed
from nlp.quotes.view import View

LEAST = 6  # words; what is shorter says nothing
LEAST_ANSWERS = 2  # with one alone it is a list or a caption
_ASKED = re.compile(r"\?[”\"]? *\n\s{0,4}- ?(?=\S)")


def answers(view: View, spoken: Sequence[Said]) -> tuple[Said, ...]:
    """What the last person says who was spoken of before; none where `spoken` words stand in it."""
    found = tuple(_answers(view))
    if len(found) < LEAST_ANSWERS:
        return ()
    return tuple(_free(found, spoken))


def _answers(view: View) -> Iterator[Said]:
    for asked in _ASKED.finditer(view.text):
        line_end = view.text.find("\n", asked.end())
        line_end = len(view.text) if line_end < 0 else line_end
        start, end = trimmed(view.text, asked.end(), min(line_end, asked.end() + MAX_LETTERS))
        if has_words(view.text, start, end, least=LEAST) and view.text[end : end + 1] != "?":
            yield Said(start, end, None, direct=True, confidence=0.6)


def _free(found: Sequence[Said], spoken: Sequence[Said]) -> Iterator[Said]:
    at = 0
    for one in found:
        while at < len(spoken) and spoken[at].end <= one.start:
            at += 1
        if at == len(spoken) or spoken[at].start >= one.end:
            yield one
