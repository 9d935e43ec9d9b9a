import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from config.demo.article import SiteArticle, load_articles
from config.demo.site import SEARCHES, pages

BASE_URL = "http://127.0.0.1:8807"
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text("utf-8"))
ARTICLES = {article.path: article for article in load_articles()}


def text(article: SiteArticle) -> str:
    return "\n".join((article.title, article.lead, *article.paragraphs))


def spelling(number: str) -> re.Pattern[str]:
    """`12-CT/TW` as well as `12/CT-TW`, `12 - CT/TW` and `12 CT/TW`, and not `112-CT/TW` nor `12-CT/TWX`."""
    parts = [re.escape(part) for part in re.split(r"[-/]", number)]
    return re.compile(r"(?<!\w)" + r"\s?[-/ ]\s?".join(parts) + r"(?!\w)")


def fold(words: str) -> str:
    letters = unicodedata.normalize("NFD", words.lower().replace("đ", "d").replace("ð", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def found(pattern: re.Pattern[str]) -> set[int]:
    return {article.id for article in ARTICLES.values() if pattern.search(text(article))}


def test_every_article_of_the_site_is_expected_once():
    paths = [article["path"] for article in EXPECTED["articles"]]
    assert sorted(paths) == sorted(ARTICLES)


@pytest.mark.parametrize("wanted", EXPECTED["articles"], ids=lambda wanted: wanted["path"][-11:-5])
def test_an_article_bears_the_expected_title_time_and_author(wanted):
    article = ARTICLES[wanted["path"]]
    assert article.title == wanted["title"]
    assert article.published.isoformat(timespec="minutes") == wanted["published"]
    assert article.author == wanted["author"]


@pytest.mark.parametrize("wanted", EXPECTED["articles"], ids=lambda wanted: wanted["path"][-11:-5])
def test_an_article_cites_the_expected_documents_in_full_and_no_others(wanted):
    cited = text(ARTICLES[wanted["path"]])
    for number in wanted["documents"]:
        cited, times = spelling(number).subn("", cited)
        assert times, number
    assert not re.search(r"\d[ /-]{1,3}[A-ZĐ]{2}", cited)


def test_an_article_that_is_found_in_one_way_only_is_absent_from_the_others():
    ways = {wanted["path"]: (wanted["only"],) for wanted in EXPECTED["articles"] if "only" in wanted}
    assert ways == {path: one.found_in for path, one in ARTICLES.items() if len(one.found_in) == 1}


def test_the_copy_has_the_words_of_its_original():
    (copy,) = (wanted for wanted in EXPECTED["articles"] if "copy_of" in wanted)
    assert text(ARTICLES[copy["path"]]) == text(ARTICLES[copy["copy_of"]])


def test_the_other_addresses_answer_as_expected():
    site = pages(BASE_URL)
    (moved,), (gone,) = EXPECTED["moved"], EXPECTED["gone"]
    assert (site[moved["path"]].status, site[moved["path"]].location) == (301, BASE_URL + moved["to"])
    assert site[gone["path"]].status == gone["status"]
    assert site[EXPECTED["rejected"][0]["path"]].status == 200
    assert site[EXPECTED["forbidden"][0]["path"]].status == 200


def test_the_searches_of_the_demo_are_the_expected_ones():
    assert tuple(search["query"] for search in EXPECTED["searches"]) == SEARCHES


def test_a_search_expects_what_the_texts_hold():
    phrase, number, person = EXPECTED["searches"]
    assert set(phrase["exactly"]) == {
        article.id for article in ARTICLES.values() if "doi ngoai nhan dan" in fold(text(article))
    }
    assert set(number["exactly"]) == found(spelling("12-CT/TW"))
    named = found(re.compile("[ĐÐ]inh Trọng Khải"))
    assert set(person["among"]) <= named & found(re.compile("[Hh]ội nghị tổng kết"))
    assert not named & set(person["never"])
