"""Text of strangers in, text that no terminal obeys out."""

import re

# Control characters could move the cursor, change the title, type into the shell; marks of direction could make a
# number read backwards.  Lines and tabs stay.
_OBEYED = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
_PICTURES = 0x2400  # Unicode shows control characters from here on: ␛


def harmless(text: str) -> str:
    """`text` with a visible sign for each character that a terminal would obey; its length is kept."""
    return _OBEYED.sub(_picture, text)


def line(text: str) -> str:
    """`text` harmless and on one line."""
    return harmless(" ".join(text.split()))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"
