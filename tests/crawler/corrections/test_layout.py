import pickle

import pytest

from crawler.corrections.layout import NONE, Correction, Corrections, Layout, host_of
from crawler.corrections.selector import to_selector

THOIDAI = Correction("thoidai", (Layout("all", lead=to_selector("h2")),), hosts=("thoidai.com.vn",))
OTHER = Correction("khac", (Layout("all", lead=to_selector("h3")),), hosts=("khac.vn",))
BOTH = Corrections((THOIDAI, OTHER))


@pytest.mark.parametrize(
    ("source_id", "url", "found"),
    [
        ("thoidai", None, "thoidai"),
        ("thoidai", "https://khac.vn/1.html", "thoidai"),  # the source knows better than a moved address
        ("files", "https://thoidai.com.vn/a-1.html", "thoidai"),
        ("files", "http://www.thoidai.com.vn/a-1.html", "thoidai"),
        ("files", "https://tacnghiep.thoidai.com.vn/a-1.html", "thoidai"),
        ("files", "https://khongthoidai.com.vn/a-1.html", None),
        ("files", "https://example.vn/?u=thoidai.com.vn", None),
        ("files", "http://[broken", None),
        ("files", None, None),
    ],
)
def test_a_page_belongs_to_its_source_or_to_its_host(source_id, url, found):
    correction = BOTH.of(source_id, url)
    assert (correction and correction.id) == found


def test_every_change_that_bears_on_reading_changes_the_digest():
    same = Correction("thoidai", (Layout("all", lead=to_selector("h2")),), hosts=("thoidai.com.vn",))
    assert same.digest == THOIDAI.digest
    for changed in (
        Correction("thoidai", (Layout("all", lead=to_selector("h3")),), hosts=("thoidai.com.vn",)),
        Correction("thoidai", THOIDAI.layouts, hosts=("thoidai.vn",)),
        Correction("thoidai", (*THOIDAI.layouts, Layout("other"))),
    ):
        assert changed.digest != THOIDAI.digest


def test_corrections_go_to_workers_and_one_takes_the_place_of_another():
    assert pickle.loads(pickle.dumps(BOTH)) == BOTH
    changed = Correction("thoidai", (Layout("new"),))
    assert BOTH.with_one(changed).of("thoidai", None) == changed
    assert NONE.with_one(changed).items == (changed,)


def test_a_host_is_in_lower_case_and_without_www():
    assert [host_of(url) for url in ("https://WWW.Khac.VN:80/a", "no address", None)] == ["khac.vn", "", ""]
