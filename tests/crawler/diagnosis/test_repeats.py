from crawler.diagnosis.examine import Checkup
from crawler.diagnosis.repeats import find_repeats

INVITED = "Mời bạn đọc gửi tin, bài về cho toà soạn."


def checkup(*paragraphs: str) -> Checkup:
    return Checkup("x", None, "Cầu mới", None, paragraphs, ())


def article(number: int, *more: str) -> Checkup:
    parts = ("Đoạn mở đầu", "Đoạn giữa", "Đoạn kết thúc")
    return checkup(*(f"{part} của bài số {number}." for part in parts), *more)


def test_a_paragraph_of_three_articles_is_the_site_s():
    found = find_repeats([article(1, INVITED), article(2), article(3, INVITED), article(4, INVITED)])
    assert [(one.text, one.pages) for one in found] == [(INVITED, (0, 2, 3))]


def test_two_articles_may_say_the_same():
    assert find_repeats([article(1, INVITED), article(2, INVITED), article(3)]) == ()


def test_copies_of_one_article_are_one():
    assert find_repeats([article(1), article(1), article(1), article(1)]) == ()


def test_short_lines_are_not_looked_at():
    assert find_repeats([article(n, "(còn nữa)") for n in range(5)]) == ()
