"""A person's name as printed in, the form in which names are compared out."""

import re
from hashlib import sha256

from crawler.letters import fold
from indexer.catalog.rollbook import LONGEST_NAME
from nlp.entities.context import is_vietnamese
from nlp.normalize import standard

LONGEST_SLUG = 40
_JOINTS = re.compile(r"[-.·•'’\s]+")  # "Kim Jong-un" and "Kim Jong Un", "A.Gác-xi-a" and "A. Gác-xi-a"
_SURNAME_ALONE = re.compile(r"\w+ (?:văn|thị)")
_ALSO = {"bác hồ": "hồ chí minh", "nguyễn ái quốc": "hồ chí minh"}  # known to everybody by more than one name
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def key_of(name: str) -> str:
    """Small letters in standard spelling; accents count: "Nguyễn Thúy Nga" -> "nguyễn thuý nga"."""
    key = _JOINTS.sub(" ", standard(name).lower()).strip()[:LONGEST_NAME]
    return _ALSO.get(key, key)


def folded(key: str) -> str:
    """Without accents, a space before and after, so that whole words are found in it."""
    return f" {fold(key)} "[:LONGEST_NAME]


def is_full(key: str) -> bool:
    """Whether the name can be a person's own: a Vietnamese given name alone, or a family name, is anybody's."""
    words = [word for word in key.split(" ") if len(word) > 1]
    if len(words) == 1:
        return not is_vietnamese(words[0])
    return bool(words) and not _SURNAME_ALONE.fullmatch(key)


def is_foreign(key: str) -> bool:
    """Whether the name has two words or more, and one that is no Vietnamese syllable: few people share such."""
    words = key.split(" ")
    return len(words) > 1 and not all(len(word) == 1 or is_vietnamese(word) for word in words)


def id_of(name: str, anchor: str) -> str:
    """An id for the person of this name in the article `anchor`: "tran-thi-lam-3f9a2c"."""
    slug = _NO_SLUG.sub("-", fold(name)).strip("-")[:LONGEST_SLUG].strip("-") or "person"
    return f"{slug}-{sha256(f'{key_of(name)}|{anchor}'.encode()).hexdigest()[:6]}"
