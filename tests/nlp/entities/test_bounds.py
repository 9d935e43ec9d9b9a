"""Where the name of a body ends."""

import pytest

from nlp.entities.bounds import fitted
from nlp.entities.mention import Mention


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Đại sứ quán Séc tại Nga mở cửa", "Đại sứ quán Séc", ["Đại sứ quán Séc tại Nga"]),
        ("Đại sứ quán Séc ở Nga mở cửa", "Đại sứ quán Séc", ["Đại sứ quán Séc ở Nga"]),
        ("Đại sứ quán Séc tại Hà Nội", "Đại sứ quán Séc", ["Đại sứ quán Séc"]),
        ("Công ty Sông Xanh tại Nga", "Công ty Sông Xanh", ["Công ty Sông Xanh"]),
        ("(SGTT.VN) - Sáng nay", "SGTT", ["SGTT.VN"]),
        ("Theo SGTT. Vnexpress viết", "SGTT", ["SGTT"]),
        (
            "vào Đại học HuếTrường Đại học Vinh",
            "Đại học HuếTrường Đại học Vinh",
            ["Đại học Huế", "Trường Đại học Vinh"],
        ),
        ("báo VietNamNet", "VietNamNet", ["VietNamNet"]),
    ],
)
def test_a_body_has_the_bounds_that_such_names_have(text: str, found: str, expected: list[str]) -> None:
    start = text.index(found)
    bodies = fitted(text, [Mention(start, start + len(found), "ORG", "model", 0.9)])
    assert [text[one.start : one.end] for one in bodies] == expected


def test_persons_and_places_stay_as_they_are() -> None:
    place = Mention(0, 3, "LOC", "model", 0.9)
    assert [*fitted("Séc tại Nga", [place])] == [place]
