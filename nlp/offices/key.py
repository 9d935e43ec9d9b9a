"""An office and its body in any of their spellings in, the one key of that office out."""

import re
from functools import cache, lru_cache

from crawler.letters import fold
from nlp.normalize import standard
from nlp.offices.data import load

MAX_LETTERS = 300  # of a name that is read; no office is longer
_SIGNS = re.compile(r"[^\w]+")


@lru_cache(maxsize=10_000)  # the offices of a few hundred articles
def office_key(office: str, organization: str | None = None) -> str:
    """The same for a title that is printed fused, and for one with its body apart.

    ("Trưởng Ban Đối ngoại Trung ương", any body of that name) and ("Trưởng ban", "Ban Đối ngoại T.Ư") are both
    "truong ban doi ngoai trung uong"; ("Bộ trưởng Quốc phòng", None) and ("Bộ trưởng", "Bộ Quốc phòng") one too.
    """
    title, body = _words(office), _words(organization or "")
    if body and f" {_settled(body)} " not in f" {_settled(title)} ":
        title = _joined(title, body)
    return fold(_settled(title))


def _words(name: str) -> str:
    """Small letters in standard spelling, abbreviations written out, signs as spaces."""
    plain = standard(name[:MAX_LETTERS])
    short, written = _short()
    written_out = short.sub(lambda found: f" {written[found[0]]} ", plain)
    return " ".join(_SIGNS.sub(" ", written_out).lower().split())


def _joined(title: str, body: str) -> str:
    """The title with the body after it, what both share once: "trưởng ban" + "ban nội chính"."""
    for one in ("bộ trưởng", "thứ trưởng"):
        if one in title and body.startswith("bộ "):
            body = body.removeprefix("bộ ")
    words, after = title.split(), body.split()
    for count in range(min(len(words), len(after)), 0, -1):
        if words[-count:] == after[:count]:
            return " ".join((*words, *after[count:]))
    return f"{title} {body}"


def _settled(name: str) -> str:
    for pattern, replacement in _same():
        name = pattern.sub(replacement, name)
    return " ".join(name.split())


@cache
def _short() -> tuple[re.Pattern[str], dict[str, str]]:
    """Abbreviations are known by their capitals; one may follow another: "TƯMTTQVN"."""
    written = {standard(short): standard(full) for short, full in load("writings")["short"].items()}
    longest = sorted(written, key=len, reverse=True)
    either = "|".join(map(re.escape, longest))
    capitals = r"(?<!\w)(?=[A-ZĐƯ][A-ZĐƯ.&-])"  # a quick look, before all are tried
    return re.compile(rf"{capitals}(?:(?:{either})(?![^\W\d_])|(?:TƯ|UB)(?=MTTQ))|(?<=TƯ)MTTQVN(?!\w)"), written


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(standard(pattern)), standard(put)) for pattern, put in load("writings")["same"])
