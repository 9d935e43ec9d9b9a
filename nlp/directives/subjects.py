"""What a citation is said to be about and the titles of known documents in, the one title that it means out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from crawler.letters import fold

# Shares of a title's pairs of syllables, and the lead over the next best title; measured on 80 undated citations
# of the Party's centre, of which 29 of the 30 that this decided were right.
ENOUGH = 0.18
LEAD = 1.5
Pairs = frozenset[tuple[str, str]]

# A syllable, or words that say nothing of what a document is about: its type, its issuer, what opens all titles.
_WORD = re.compile(
    r"\b(?:(?:nghi quyet|chi thi|ket luan|quyet dinh|nghi dinh|thong tu|bo chinh tri|ban bi thu|ban chap hanh"
    r"|trung uong|dai hoi|hoi nghi|quoc hoi|chinh phu|thu tuong|khoa [ivx]+|luat|quy dinh|huong dan|thi hanh"
    r"|thuc hien|trien khai|tiep tuc|tang cuong|lanh dao|chi dao|day manh|nang cao|hieu qua|chat luong|doi moi"
    r"|tinh hinh(?: hien nay| moi)?|giai doan(?: hien nay| moi)?|doi voi|mot so)\b(?P<name>)|[^\W_]+)"
)
_ASIDE = re.compile(r"\([^()]*\)")
_STOP = frozenset((
    "ve", "viec", "va", "cua", "cac", "nhung", "so", "cho", "trong", "voi", "den", "tu", "nham", "theo", "tai",
    "la", "duoc", "do", "de", "khi", "tren", "nam", "dang", "su", "o",
))  # fmt: skip

# Pairs that stand in two of a hundred titles and more (1,365 titles of the registry): to share one says little.
_COMMON = frozenset(tuple(pair.split()) for pair in (
    "chi tiet", "quan ly", "tiet dieu", "to chuc", "phat trien", "lao dong", "bo sung", "sua doi", "xa hoi",
    "doi bo", "hoat dong", "hanh chinh", "linh vuc", "chinh sach", "ban hanh", "sung dieu", "giao duc",
    "quoc gia", "vi pham", "nha nuoc", "pham hanh", "phe duyet", "cong tac", "ho tro", "kinh doanh",
    "phat vi", "xu phat", "xay dung", "nhiem vu", "chuong trinh", "co che", "bao hiem", "bien phap", "nd cp",
    "chinh linh", "nuoc ngoai", "can bo", "doanh nghiep", "kinh te", "dao tao", "dieu bien", "he thong",
    "nghe nghiep", "nguoi lao", "an toan", "che chinh", "dieu kien", "co cau", "thu tuc", "vien chuc",
    "duyet an", "cong chuc", "ly dung", "ke hoach", "chien luoc", "dong thuong", "truong bo", "bo truong",
    "y te", "noi dung", "thong tin", "moi truong", "hiem xa", "dich vu",
))  # fmt: skip


class Words:
    """A text whose pairs of syllables are asked for again and again, at one place and another."""

    def __init__(self, text: str) -> None:
        self._text = text

    def pairs(self, start: int, end: int) -> Pairs:
        """Those that stand in [start, end)."""
        ends, pairs = self._all
        return frozenset(pairs[bisect_left(ends, start) : bisect_left(ends, end)])

    @cached_property
    def _all(self) -> tuple[list[int], list[tuple[str, str]]]:
        words = list(_syllables(fold(self._text)))
        return [one.start() for one in words], list(pairwise(one[0] for one in words))


def meant(
    said: str | Pairs, titles: Sequence[str | None], *, enough: float = ENOUGH, pairs: int = 1
) -> int | None:
    """Which of the `titles` is meant, or None where none shares enough with `said` or two share about as much.

    Enough is both a share of the title's pairs of syllables and a number of `pairs` that few titles hold.
    """
    if not titles:
        return None
    spoken = _pairs(said) if isinstance(said, str) else said
    shares = [_share(spoken, _title_pairs(title or ""), pairs=pairs) for title in titles]
    best = max(range(len(shares)), key=shares.__getitem__)
    if shares[best] < enough:
        return None
    return best if all(shares[best] >= LEAD * share for at, share in enumerate(shares) if at != best) else None


def _share(spoken: Pairs, title: Pairs, *, pairs: int) -> float:
    common = spoken & title
    return len(common) / len(title) if len(common - _COMMON) >= pairs else 0.0


def touches(said: Pairs, titles: Sequence[str | None], *, pairs: int) -> bool:
    """Whether `said` shares so many pairs, that few titles hold, with any of the titles."""
    return any(_share(said, _title_pairs(title or ""), pairs=pairs) for title in titles)


def speaks_against(said: str, title: str | None) -> bool:
    """Whether `said` is long enough to tell, and shares not even a syllable pair with the title."""
    return bool(title) and len(_pairs(said)) >= 4 and not _pairs(said) & _title_pairs(title or "")


@lru_cache(maxsize=8192)
def _title_pairs(title: str) -> Pairs:
    return _pairs(_ASIDE.sub(" ", title))


def _pairs(text: str) -> Pairs:
    return frozenset(pairwise(one[0] for one in _syllables(fold(text))))


def _syllables(folded: str) -> Iterator[re.Match[str]]:
    return (one for one in _WORD.finditer(folded) if one["name"] is None and one[0] not in _STOP)
