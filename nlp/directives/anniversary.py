"""The words before a citation in, how many years its document is said to have been carried out, out."""

import re

from crawler.letters import fold

_COUNTS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "hai muoi": 20, "ba muoi": 30,
}  # fmt: skip
_REACH = 90  # letters before a citation; "10 năm triển khai, quán triệt và tổ chức thực hiện " has 52
_YEARS = re.compile(
    r"(?<![\w/.-])(?P<count>\d{1,2}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")[ \n]nam[ \n]"
    r"(?:(?:qua|dau|trien khai|quan triet|to chuc|va|cac|,|thuc hien|thi hanh|ban hanh|ra doi|noi dung|"
    r"tinh than)[ \n,]*){1,8}\Z"
)


def years_before(text: str, start: int, *, since: int) -> int | None:
    """The N of "tổng kết N năm thực hiện <citation at start>", looked for no further back than `since`."""
    found = _YEARS.search(fold(text[max(since, start - _REACH) : start]))
    if found is None:
        return None
    return int(found["count"]) if found["count"].isdigit() else _COUNTS[found["count"]]
