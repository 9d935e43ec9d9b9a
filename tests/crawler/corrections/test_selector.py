import pytest
from lxml.html import document_fromstring

from crawler.corrections.find import elements, find, texts
from crawler.corrections.selector import to_selector

PAGE = document_fromstring("""
<body><div class="tin"><h2 class="sapo">Sáng 5/3, <b>hội nghị</b> khai mạc.</h2><!-- sapo -->ngoài
<time class="gio" datetime="2026-03-05T10:12">5 tháng 3</time><p>Một</p><p>Hai <i>ba</i></p></div></body>
""")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("h2.sapo", ("Sáng 5/3, hội nghị khai mạc.",)),
        (".tin > p:last-of-type", ("Hai ba",)),
        ("//time/@datetime", ("2026-03-05T10:12",)),
        ("(//p)[1]", ("Một",)),
        (".//h2 | .//time", ("Sáng 5/3, hội nghị khai mạc.", "5 tháng 3")),
        ("h3", ()),
        ("//h2[substring(.)]", ()),
        ("//time[sum('a')]", ()),
        ("//h2[.='$5']", ()),
    ],
)
def test_css_and_xpath_find_texts_and_attributes(written, found):
    assert texts(find(PAGE, to_selector(written))) == found


def test_of_elements_within_each_other_the_outer_one_counts():
    assert [node.tag for node in elements(PAGE, to_selector("div, p, i"))] == ["div"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "is empty"),
        ("h2..sapo", "is no CSS selector"),
        ("p::text", "is no CSS selector"),
        ("//h2[", "is no XPath"),
        ("//h2[lower(.)]", "is no XPath"),
        ("/html/body/x:p", "is no XPath"),
        ("//h2[.=$v]", "has a variable"),
        ("count(//p)", "is no CSS selector"),
        (".//p = 1", "finds no elements but a value"),
    ],
)
def test_a_wrong_selector_is_refused_with_its_mend(written, said):
    with pytest.raises(ValueError, match=said):
        to_selector(written)
