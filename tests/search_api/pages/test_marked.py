import pytest

from search_api.pages.marked import Piece, Segment, Span, outermost, segments

TEXT = "Ông Trần Minh Đức thuộc Hội Hữu nghị Hà Nội dẫn Chỉ thị số 12-CT/TW."
PERSON = Span(4, 17, "person", "Người: Trần Minh Đức", "/?person=x")
ORGANIZATION = Span(24, 43, "organization", "Tổ chức: Hội Hữu nghị Hà Nội")
PLACE = Span(37, 43, "place", "Địa danh: Hà Nội")
CITATION = Span(48, 67, "citation", "Văn bản: 12-CT/TW")


def joined(cut: tuple[Segment, ...]) -> str:
    return "".join(piece.text for segment in cut for piece in segment.pieces)


def test_the_spans_of_this_file_are_where_they_say():
    assert [TEXT[one.start : one.end] for one in (PERSON, ORGANIZATION, PLACE, CITATION)] == [
        "Trần Minh Đức",
        "Hội Hữu nghị Hà Nội",
        "Hà Nội",
        "Chỉ thị số 12-CT/TW",
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((PLACE, ORGANIZATION, PERSON), (PERSON, ORGANIZATION)),  # a place in the name of an organisation
        ((Span(0, 5, "a", ""), Span(3, 9, "b", "")), (Span(0, 5, "a", ""),)),  # the one that begins first
        ((Span(3, 9, "b", ""), Span(3, 5, "a", "")), (Span(3, 9, "b", ""),)),  # the longer one
        ((Span(0, 3, "a", ""), Span(3, 5, "b", "")), (Span(0, 3, "a", ""), Span(3, 5, "b", ""))),
        ((Span(60, 99, "a", ""), Span(5, 5, "b", ""), Span(9, 2, "c", ""), Span(-4, 2, "d", "")), ()),
        ((), ()),
    ],
)
def test_of_spans_that_overlap_the_outermost_stays(given, kept):
    assert outermost(given, length=len(TEXT)) == kept


def test_a_text_is_cut_at_the_borders_of_its_spans():
    assert segments(TEXT, spans=(PERSON, CITATION)) == (
        Segment((Piece("Ông "),)),
        Segment((Piece("Trần Minh Đức"),), PERSON),
        Segment((Piece(" thuộc Hội Hữu nghị Hà Nội dẫn "),)),
        Segment((Piece("Chỉ thị số 12-CT/TW"),), CITATION),
        Segment((Piece("."),)),
    )


def test_a_mark_may_reach_into_a_span():
    marked = segments(TEXT, end=23, spans=(PERSON,), marks=((0, 8), (18, 23)))
    assert marked == (
        Segment((Piece("Ông ", marked=True),)),
        Segment((Piece("Trần", marked=True), Piece(" Minh Đức")), PERSON),
        Segment((Piece(" "), Piece("thuộc", marked=True))),
    )


def test_a_part_of_the_text_shows_what_reaches_into_it():
    part = segments(TEXT, start=10, end=30, spans=(PERSON, ORGANIZATION, CITATION), marks=((0, 12), (28, 40)))
    assert part == (
        Segment((Piece("in", marked=True), Piece("h Đức")), PERSON),
        Segment((Piece(" thuộc "),)),
        Segment((Piece("Hội "), Piece("Hữ", marked=True)), ORGANIZATION),
    )


@pytest.mark.parametrize("start", range(0, 60, 7))
@pytest.mark.parametrize("end", range(0, 69, 11))
def test_the_pieces_joined_are_the_text(start, end):
    spans = outermost((PERSON, ORGANIZATION, PLACE, CITATION), length=len(TEXT))
    marks = ((2, 6), (6, 7), (20, 45), (66, 68))
    assert joined(segments(TEXT, start=start, end=end, spans=spans, marks=marks)) == TEXT[start:end]


def test_an_empty_text_has_no_segments():
    assert segments("") == ()


def test_the_parts_of_a_long_text_joined_are_that_text():
    text = "Hà Nội " * 30_000
    spans = tuple(Span(at, at + 6, "place", "") for at in range(0, len(text), 7))
    cut = [segments(text, start=at, end=at + 700, spans=spans) for at in range(0, len(text), 700)]
    assert "".join(map(joined, cut)) == text
    assert sum(segment.span is not None for part in cut for segment in part) == 30_000
