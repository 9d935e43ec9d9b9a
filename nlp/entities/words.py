"""A place in a text in, what underthesea's models say of the word there out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nlp.entities.runs import Span
from nlp.segment import Sentence
from nlp.tagger import tag


class SentenceWords:
    """A sentence is tagged when it is first asked about: most need not be."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._persons: dict[int, frozenset[int]] = {}

    def is_person(self, span: Span) -> bool:
        """Whether the tagger takes the word there for a person's name, or a part of one."""
        at = self._at(span)
        if at not in self._persons:
            self._persons[at] = frozenset(self._letters_of_persons(self._sentences[at]))
        return span[0] in self._persons[at]

    def ends_word(self, span: Span) -> bool:
        """Whether no syllable after it belongs to the same word: "anh | Nam" and not "Á hậu | Hoàn vũ"."""
        sentence = self._sentences[self._at(span)]
        after = bisect_right(sentence.syllables, (span[0], len(self._text)))
        return after >= len(sentence.joined) or not sentence.joined[after]

    def _at(self, span: Span) -> int:
        return bisect_right(self._starts, span[0]) - 1

    def _letters_of_persons(self, sentence: Sentence) -> Iterator[int]:
        tokens = sentence.tokens
        _, names = tag([" ".join(self._text[token.start : token.end].split()) for token in tokens])
        for token, name in zip(tokens, names, strict=True):
            if name.endswith("PER"):
                yield from range(token.start, token.end)
