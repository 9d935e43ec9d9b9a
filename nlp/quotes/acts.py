"""A view of a text in, its acts of saying out: who says, with which verb, and where what is said begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.quotes.names import Names, Subject
from nlp.quotes.subjects import Subjects
from nlp.quotes.verbs import Verb, verbs
from nlp.quotes.view import PER, View
from nlp.quotes.words import listed

# What is said stands up to the sentence's end, up to the line's, before the act; or only a quotation can be it.
Reach = Literal["sentence", "line", "before", "none"]

_OPENING = '"“«'
_PARTICLES = re.compile(
    r"(?:\s+(?:thêm|rõ|lại|ngay|luôn|như sau|cụ thể))*"
    r"(?:\s+(?:với|cùng|trước|tại|trong|trên|về|cho|sau|khi|bên lề|cuộc|hội nghị|đại hội|báo|phóng viên|pv)\b"
    r"[^.;:“\"«\n]{0,110}?(?=\s*:|,?\s*[“\"«]|\s+rằng\b))?"
    r"(?P<sign>\s*(?:(?:rằng|là)(?!\w))?\s*[:,]?(?:\s*rằng(?!\w))?\s*)"
)
_THUS = re.compile(
    r"\s*(?:thêm\s*)?(?:như vậy|như thế|như trên|điều này|điều đó)\b|\s*(?:thêm|rõ)?\s*(?:[.!?…]|\n|$)"
)
_JOINED = re.compile(
    r"(?:\s*,)?\s*(?:(?:và|đồng thời|vừa|cũng như|rồi)\s+)?"
    r"(?:(?:cũng|rất|đã|đặc biệt|đồng thời|luôn|chân thành|thêm)\s+){0,2}"
)
_FEELING = re.compile(r"[^,.;:“\"\n\ue000-\ue002]{1,40}\s(?:và|,)\s+(?:cũng\s+)?")
_THEO = re.compile(
    r"theo (?:lời |đánh giá của |chia sẻ của |nhận định của |ý kiến của |thông tin từ |đại diện |lãnh đạo )?"
)
_BEFORE_THEO = frozenset(("còn", "cũng", "và", "vẫn"))
_AFTER_THEO = re.compile(r"(?P<aside>[^,.;:\n\ue000]{0,55})(?P<sign>,|\s?:)\s*")
_MOREOVER = re.compile(
    r"(?:đồng thời|bên cạnh đó|ngoài ra|mặt khác|cùng với đó|qua đó|trong đó)[, ]+(?:cũng |đặc biệt )?"
)
_SIGN = re.compile(r" ?[:“\"]| rằng\b")
_PARTED = re.compile(r" ?[,(] ?| - ")
_PARTED_FAR = 200
_TELLING = ("cho biết", "cho hay", "cho rằng", "khẳng định", "nhấn mạnh", "nói thêm")
_ABOUT = re.compile(r" (?:về|với)\b")  # "chia sẻ về kỷ niệm cũ" tells nothing of what was said
_THAT_IS = re.compile(
    r"(?:đó|đây) (?:cũng )?là (?:những |một |lời )?"
    r"(?P<noun>chia sẻ|khẳng định|nhận định|nhận xét|ý kiến|phát biểu|quan điểm|tâm sự|trăn trở|mong muốn)"
    r"(?: [^\s.,;:]{1,12}){0,2} của "
)
_FURTHER = re.compile(r"(?:[,;]|(?<!\w)và|đồng thời,?)(?: cũng| đã){0,2} $")
_FURTHER_FAR = 24
_NAME_COLON = re.compile(rf"{PER}(?: \([^()\n]{{1,60}}\))? ?: ?")


@dataclass(frozen=True, slots=True)
class Act:
    start: int  # of the subject; of the verb where the sentence before has the subject
    subject: Subject | None
    verb: str | None
    end: int  # where what is said begins
    reach: Reach
    sentence: int
    sure: bool = True  # that what follows is said, if there are no quotation marks


def acts(view: View, names: Names) -> tuple[Act, ...]:
    """In the order of the text."""
    makers = (_by_verb, _by_theo, _by_colon, _by_noun)
    found = [act for make in makers for act in make(view, names)]
    return tuple(sorted(found, key=lambda act: (act.start, act.end)))


def _by_verb(view: View, names: Names) -> Iterator[Act]:
    subjects = Subjects(view, names)
    every, done, heard = verbs(view.lower), 0, -1
    silent: Act | None = None  # the last that says nothing: "ông Nam phát biểu tại hội nghị"
    for number, verb in enumerate(every):
        if verb.start < done or view.masked[verb.start].isupper():  # in a capital it begins its sentence
            continue
        sentence = view.sentence(verb.start)
        least = view.sentences[sentence][0]
        subject = subjects.before(verb.start, least=least)
        if subject is None and not verb.bound and heard != sentence:
            subject = _doing(view, names, verb.start, silent, least=least)
        if subject is None and not _MOREOVER.fullmatch(view.lower, least, verb.start):
            continue
        last = _chain(view, every, number)
        done = last.end
        if last.courteous or (verb.courteous and last.thanking):
            continue
        act = _act(view, subject, verb, last, sentence=sentence)
        if act.reach != "none":
            heard = sentence
        elif act.subject:
            silent = act
        yield act


def _doing(view: View, names: Names, at: int, silent: Act | None, *, least: int) -> Subject | None:
    """Who does what the sentence tells first, where the verb is a further one: "Ông Nam dự lễ và đề nghị …".

    Or where much is told of the person before it: "Chị Hoa, có con học ở trường Ánh Dương, cho biết …".
    """
    further = _FURTHER.search(view.lower, max(least, at - _FURTHER_FAR), at)
    subject = silent.subject if further and silent and silent.start >= least else names.after(least)
    if subject is None or (subject.named and subject.named.type == "ORG") or subject.end > at:
        return None
    if further:
        unnamed = tuple(listed("titles", "speaking_for").all)
        return None if view.lower.startswith(unnamed, subject.start) else subject
    parted = subject.named and at - subject.end <= _PARTED_FAR and _PARTED.match(view.lower, subject.end)
    return subject if parted and view.lower.startswith(_TELLING, at) else None


def _chain(view: View, every: Sequence[Verb], number: int) -> Verb:
    """The last of verbs that share what is said: "hoan nghênh và đánh giá cao", but "bày tỏ nhất trí với …"."""
    last = chosen = every[number]
    for verb in every[number + 1 : number + 5]:
        gap = view.lower[last.end : min(verb.start, last.end + 60)]
        feels = view.lower.startswith(" rằng", verb.end) and _FEELING.fullmatch(gap)
        if last.end + len(gap) < verb.start or not (feels or _JOINED.fullmatch(gap)):
            break
        last = verb
        chosen = chosen if verb.bound and not chosen.bound else verb
    return last if _SIGN.match(view.lower, last.end) else chosen


def _act(view: View, subject: Subject | None, first: Verb, last: Verb, *, sentence: int) -> Act:
    start = subject.start if subject else first.start
    word = view.text[last.start : last.end].lower()
    if _THUS.match(view.lower, last.end):
        return Act(start, subject, word, last.end, "before", sentence)
    found = _PARTICLES.match(view.lower, last.end)
    end, sign = (found.end(), found["sign"]) if found else (last.end, "")
    quoted = view.text[end : end + 1] in tuple(_OPENING)
    told = _ABOUT.match(view.lower, last.end) and not last.asking
    if not (sign.strip() or quoted) and (last.bound or told):
        return Act(start, subject, word, last.end, "none", sentence)
    reach: Reach = "line" if ":" in sign else "sentence"
    sure = not last.bound or ":" in sign or "rằng" in sign
    return Act(start, subject, word, end, reach, sentence, sure=sure)


def _by_theo(view: View, names: Names) -> Iterator[Act]:
    """Behind "theo": "Theo ông Nam, …", "…, theo ông Nam"."""
    for found in _THEO.finditer(view.lower):
        sentence = view.sentence(found.start())
        first, last = view.sentences[sentence]
        before = view.lower[max(first, found.start() - 6) : found.start()].rstrip()
        opens = not before or before[-1] in ",;-" or before in _BEFORE_THEO
        if not opens and view.text[found.start()] != "T":
            continue
        subject = names.after(found.end())
        if subject is None or (subject.named and subject.named.canonical in listed("context", "outlets")):
            continue
        rest = _AFTER_THEO.match(view.lower, subject.end)
        if rest and rest.end() < last:
            reach: Reach = "line" if ":" in rest["sign"] else "sentence"
            yield Act(found.start(), subject, None, rest.end(), reach, sentence)
        elif before and not view.lower[subject.end : last].strip(' ."”'):
            yield Act(found.start(), subject, None, found.start(), "before", sentence)


def _by_colon(view: View, names: Names) -> Iterator[Act]:
    """As in "Ông Nguyễn Văn A: …", where a sentence begins so or a title in a capital stands before the name."""
    for found in _NAME_COLON.finditer(view.masked):
        named = view.ending.get(found.start() + 1)
        if named is None:
            continue
        sentence = view.sentence(found.start())
        first = view.sentences[sentence][0]
        subject = names.around(named, least=first)
        start = subject.start
        if start == first or (start != named.start and _is_glued(view, start)):
            yield Act(start, subject, None, found.end(), "line", sentence)


def _by_noun(view: View, names: Names) -> Iterator[Act]:
    """Behind what was said: "Đó là chia sẻ của ông Nam"."""
    for found in _THAT_IS.finditer(view.lower):
        sentence = view.sentence(found.start())
        subject = names.after(found.end())
        if subject and view.sentences[sentence][0] == found.start():
            yield Act(found.start(), subject, found["noun"], found.end(), "before", sentence)


def _is_glued(view: View, start: int) -> bool:
    """Whether a title in a capital begins what another line was glued to."""
    before = view.masked[start - 2 : start]
    return view.text[start].isupper() and (not before[-1:].isspace() or before[:1].isdigit())
