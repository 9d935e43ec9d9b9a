import pytest
from lxml.html import document_fromstring

from crawler.diagnosis.naming import names

PAGE = document_fromstring("""
<body>
<div id="noi-dung" class="bai bai-123456"><p>1</p><p class="ky ten">2</p>
<p style="color:red;text-align: right">3</p>
<p align="right">4</p><span itemprop="author">5</span><p id="p9281">6</p></div>
<div><p>7</p></div>
</body>
""")


@pytest.mark.parametrize(
    ("xpath", "found"),
    [
        ("//div[@id]", ("div.bai", "#noi-dung")),  # a class with a page's number is of this page alone
        ("//p[text()='2']", ("p.ky", "p.ten", "p.ky.ten", "div.bai p.ky", "div.bai p.ten")),
        ("//p[text()='3']", ("p[style*='text-align: right']", "div.bai p[style*='text-align: right']")),
        ("//p[text()='4']", ("p[align='right']", "div.bai p[align='right']")),
        ("//span", ("span[itemprop='author']", "div.bai span[itemprop='author']", "div.bai span")),
        ("//p[text()='1']", ("div.bai p", "div.bai > p:first-of-type")),
        ("//p[text()='6']", ("div.bai > p:last-of-type", "#noi-dung > p:last-of-type")),
        ("//p[text()='7']", ()),  # nothing around it has a name
    ],
)
def test_an_element_is_known_by_its_names_and_by_its_place(xpath, found):
    (node,) = PAGE.xpath(xpath)
    assert names(PAGE, node)[: len(found) or None] == found
