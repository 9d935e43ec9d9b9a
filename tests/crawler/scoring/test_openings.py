from crawler.article import Article, DocumentHeader
from crawler.scoring.gold import Opening
from crawler.scoring.openings import score_openings

DATED = Article("Hội nghị", None, (), published="2020-11-01T09:55+07:00", precision="minute")
UNDATED = Article("Hội nghị", None, ())
NUMBERED = Article(
    None, None, (), kind="document", document=DocumentHeader(number="12-CT/TW", issued_on="2022-01-05")
)


def test_dates_numbers_and_refusals_are_checked():
    cases = [
        (Opening("right", "", date="2020-11-01T09:55:00+07:00"), DATED, True),
        (Opening("other minute", "", date="2020-11-01T09:56:00+07:00"), DATED, False),
        (Opening("missed", "", date="2020-11-01"), UNDATED, False),
        (Opening("trap", ""), UNDATED, True),
        (Opening("fell into the trap", ""), DATED, False),
        (Opening("number", "", date="2022-01-05", number="12-CT/TW"), NUMBERED, True),
        (Opening("other day", "", date="2022-01-06", number="12-CT/TW"), NUMBERED, False),
        (Opening("no document", "", date="2022-01-05", number="12-CT/TW"), DATED, False),
        (Opening("list", "", date="2019-07-04", is_list=True), None, True),
        (Opening("spam", "", date="2025-02-28", number="127-KL/TW", is_spam=True), None, True),
        (Opening("spam kept", "", date="2022-01-05", number="12-CT/TW", is_spam=True), NUMBERED, False),
    ]
    made = score_openings((opening, article) for opening, article, _ in cases)
    assert [miss.file for miss in made.misses] == [one.url for one, _, right in cases if not right]
    assert (made.counts["openings"], made.counts["openings all"]) == (5, 11)
