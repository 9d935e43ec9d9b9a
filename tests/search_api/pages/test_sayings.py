"""Words that somebody said are shown in their sentence, or beside it where it does not hold them all."""

import pytest

from indexer.roll import Line, Passage, Said
from search_api.pages.sayings import quotations

SENTENCE = "Ông Đức nhấn mạnh: “Phải đi trước một bước."


def said(words: str, *, start: int, end: int, article: str = "a1", **more: str) -> Said:
    shape = {"person": None, "speaker": None, "office": None, "organization": None, **more}
    line = Line(article, None, None, "mau", "2024-07-19", "2024-07-19")
    return Said(
        **shape, words=words, direct=True, resolved=False, passage=Passage(line, SENTENCE, 100, start, end)
    )


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("Phải đi trước một bước", ""),
        ("Phải đi trước một bước. Và đi xa hơn", "Phải đi trước một bước. Và đi xa hơn"),
    ],
)
def test_words_that_go_beyond_the_sentence_stand_beside_it(words, beside):
    (one,) = quotations([said(words, start=20, end=42)], {})
    assert one.words == beside
    assert [piece.text for part in one.sentence.segments for piece in part.pieces if piece.marked] == [
        "Phải đi trước một bước"
    ]


def test_words_that_several_articles_print_are_there_once():
    printed = [
        ("duc", "Phải đi trước", "a1"),
        ("an", "Phải đi trước", "a1"),
        ("duc", "phải đi trước", "a2"),
        ("duc", "Phải", "a1"),
        ("duc", "Phải đi trước", "a1"),  # the headline says it again
        ("duc", "Phải đi trước", "a3"),
    ]
    found = quotations([said(words, start=20, end=24, article=id_, person=who) for who, words, id_ in printed], {})
    assert [(one.said.person, one.said.words, [other.href[10:12] for other in one.also]) for one in found] == [
        ("duc", "Phải đi trước", ["a2", "a3"]),
        ("an", "Phải đi trước", []),
        ("duc", "Phải", []),
    ]


@pytest.mark.parametrize(
    ("who", "href"),
    [
        ({"person": "duc", "speaker": "Trần Minh Đức"}, "/nguoi/duc"),
        ({"organization": "song-lam", "speaker": "Hội Hữu nghị Sông Lam"}, "/to-chuc/song-lam"),
        ({"speaker": "Ai Đó"}, None),
        ({"office": "Chủ tịch"}, None),
    ],
)
def test_the_speaker_leads_to_the_page_about_it(who, href):
    (one,) = quotations([said("Phải", start=20, end=24, **who)], {"mau": "Báo Mẫu"})
    assert one.speaker_href == href
    assert (one.office_href is not None) == ("office" in who)
    assert (one.sentence.source, one.sentence.title) == ("Báo Mẫu", "(không có tiêu đề)")
    assert one.sentence.href == "/articles/a1?at=120-124#cau"
