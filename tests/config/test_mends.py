import pytest

from config.mends import mend_of, mends_of


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("needs-tesseract", "apt-get install tesseract-ocr tesseract-ocr-vie"),
        ("needs-antiword", "apt-get install antiword"),
        ("encrypted", "without one"),
    ],
)
def test_a_reason_that_a_person_can_mend_says_how(reason, words):
    assert words in (mend_of(reason) or "")


@pytest.mark.parametrize("reason", ["listing-page", None])
def test_nothing_is_to_be_done_about_a_page_that_holds_no_article(reason):
    assert mend_of(reason) is None


def test_each_reason_is_told_once():
    assert [line.partition(":")[0] for line in mends_of(["encrypted", "no-text", "damaged", "encrypted"])] == [
        "damaged",
        "encrypted",
    ]
