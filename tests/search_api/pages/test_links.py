import pytest

from search_api.pages.links import article_page, chosen, search_page, toggled, within
from search_api.parameters import PageParameters

ASKED = PageParameters.model_validate(
    {"q": "lũ", "from": "2023", "source": ["mau", "nghi"], "sort": "newest", "cursor": "abc", "utm_source": "x"}
)


def test_what_was_asked_is_kept_without_the_place_in_the_answer():
    assert chosen(ASKED) == (
        ("q", "lũ"), ("from", "2023"), ("source", "mau"), ("source", "nghi"), ("sort", "newest"),
    )  # fmt: skip


def test_what_was_not_asked_is_not_in_the_address():
    assert search_page(chosen(PageParameters.model_validate({"q": "", "from": "", "limit": 10}))) == "/"


@pytest.mark.parametrize(
    ("name", "value", "address"),
    [
        ("person", "Tô An & Bê", "/?q=l%C5%A9&source=mau&person=T%C3%B4+An+%26+B%C3%AA"),
        ("source", "mau", "/?q=l%C5%A9"),
        ("source", "nghi", "/?q=l%C5%A9&source=mau&source=nghi"),
    ],
)
def test_a_filter_is_set_or_where_it_was_taken_away(name, value, address):
    assert toggled((("q", "lũ"), ("source", "mau")), name, value) == address


def test_other_days_take_the_place_of_those_before():
    pairs = (("q", "lũ"), ("from", "2020"), ("to", "2021"))
    assert within(pairs, "2023-05-01", "2023-05-31") == "/?q=l%C5%A9&from=2023-05-01&to=2023-05-31"


@pytest.mark.parametrize(
    ("id_", "words", "address"),
    [
        ("27932f121ba1c451", "", "/articles/27932f121ba1c451"),
        (
            "27932f121ba1c451-2",
            '"đối ngoại"',
            "/articles/27932f121ba1c451-2?q=%22%C4%91%E1%BB%91i+ngo%E1%BA%A1i%22",
        ),
        ("../x?y#z", "", "/articles/..%2Fx%3Fy%23z"),
    ],
)
def test_an_article_has_an_address(id_, words, address):
    assert article_page(id_, words=words) == address
