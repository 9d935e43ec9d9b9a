"""The acts of saying in, what is reported without quotation marks out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.quotes.acts import Act
from nlp.quotes.said import MAX_LETTERS, Said, has_words, trimmed
from nlp.quotes.view import View

LEAST = 6  # words; what is shorter says nothing: "nhìn nhận những hạn chế"
_AFTER_SENTENCE = 20  # letters before an act that say something: "…, bà Lan cho biết"
# After a quotation and its verb: when and where, and no further words of the speaker.
_CIRCUMSTANCE = re.compile(r"\s*(?:khi|tại|trong|với|trên|sau|trước|sáng|chiều|tối|hôm|ngày|về|ở|bên lề|qua|từ)\b")
_OTHER = re.compile(
    r"(?:[,;]\s*(?:(?:còn|trong khi(?: đó)?|nhưng|song)\b)?|(?<!\w)(?:còn|trong khi(?: đó)?|nhưng|song)\b),?\s*$"
)
_OTHER_FAR = 20


def reported(view: View, acts: Sequence[Act], spoken: Sequence[Said]) -> Iterator[Said]:
    """One for each sentence, and one more where another person begins to speak in it.

    Where `spoken` words between marks stand in a sentence, they are the quotation.
    """
    free = 0
    for said in _parted(view, acts, spoken):
        while free < len(spoken) and spoken[free].end <= said.start:
            free += 1
        if free == len(spoken) or spoken[free].start >= said.end:
            yield said
        else:
            yield from _cut(view, said, spoken[free])


def _cut(view: View, said: Said, spoken: Said) -> Iterator[Said]:
    """What is reported before words between marks that begin another sentence or that another verb tells."""
    sentence = view.sentence(spoken.start)
    if sentence > view.sentence(said.start):
        yield from _until(view, said, view.sentences[sentence][0])
    elif spoken.start > said.start and spoken.act and spoken.act.start >= spoken.end:
        yield from _until(view, said, spoken.start - 1)


def _parted(view: View, acts: Sequence[Act], spoken: Sequence[Said]) -> Iterator[Said]:
    """One after another, none over the beginning of the next."""
    attributing = {said.act.start for said in spoken if said.act and said.act.start >= said.end}
    leading = {said.act.start for said in spoken if said.act and said.act.start < said.start}
    previous: Said | None = None
    for act in _outside(acts, spoken):
        said = None if act.start in leading else _reported(view, act, attributing=act.start in attributing)
        if said is None:
            continue
        if previous and act.start < previous.end:
            end = _other_begins(view, previous, act)
            if end is None:
                continue
            previous = next(_until(view, previous, end), None)
        if previous and said.start < previous.end:
            said = next(_from(view, said, previous.end), None)
            if said is None:
                continue
        if previous:
            yield previous
        previous = said
    if previous:
        yield previous


def _outside(acts: Sequence[Act], spoken: Sequence[Said]) -> Iterator[Act]:
    """The acts that stand in nobody's quotation."""
    at = 0
    for act in acts:
        while at < len(spoken) and spoken[at].end <= act.start:
            at += 1
        if at == len(spoken) or spoken[at].start > act.start:
            yield act


def _reported(view: View, act: Act, *, attributing: bool) -> Said | None:
    if act.reach == "none" or not act.sure:
        return None
    if act.reach == "before":
        return None if attributing else _before(view, act)
    if attributing and _CIRCUMSTANCE.match(view.lower, act.end):
        return None
    if act.reach == "sentence":
        return _made(view, act, act.end, view.sentences[act.sentence][1])
    end = view.paragraph(view.sentence(act.end))[1]
    if end - act.end > MAX_LETTERS:  # with its last whole sentence
        end = view.sentences[view.sentence(act.end + MAX_LETTERS)][0]
    return _made(view, act, act.end, end)


def _before(view: View, act: Act) -> Said | None:
    """What stands before: in the same sentence, else in the sentences before it in the line."""
    first = view.sentences[act.sentence][0]
    if act.start > first + _AFTER_SENTENCE:
        return _made(view, act, first, act.start)
    return _made(view, act, view.paragraph(act.sentence)[0], first)


def _made(view: View, act: Act, start: int, end: int) -> Said | None:
    if end - start > 2 * MAX_LETTERS:
        return None
    start, end = trimmed(view.text, start, end)
    if end - start > MAX_LETTERS or not has_words(view.text, start, end, least=LEAST):
        return None
    if view.text[end - 1] == "?" and act.subject and act.subject.pronoun:
        return None  # somebody is asked: "Theo ông, giá có tăng không?"
    return Said(start, end, act, direct=False, confidence=0.9 if act.subject and act.subject.named else 0.75)


def _other_begins(view: View, previous: Said, act: Act) -> int | None:
    """Where what was said before ends, since somebody begins to speak again; None where it goes on.

    That is a later sentence, or in the same the place of another person: "…, còn bà Hoa cho rằng …".
    """
    mine, other = previous.act.subject if previous.act else None, act.subject
    if other is None or (other.named and other.named.type == "ORG"):
        return None
    if act.sentence > view.sentence(previous.start):
        return view.sentences[act.sentence][0]
    if act.verb is None or (mine and mine.named and other.named and mine.named.canonical == other.named.canonical):
        return None
    found = _OTHER.search(view.lower, max(0, act.start - _OTHER_FAR), act.start)
    return found.start() if found else None


def _until(view: View, said: Said, end: int) -> Iterator[Said]:
    start, end = trimmed(view.text, said.start, end)
    if has_words(view.text, start, end, least=LEAST):
        yield replace(said, end=end)


def _from(view: View, said: Said, start: int) -> Iterator[Said]:
    start, _ = trimmed(view.text, start, said.end)
    if has_words(view.text, start, said.end, least=LEAST):
        yield replace(said, start=start)
