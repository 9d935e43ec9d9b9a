"""Each bundled correction against pages of our own in the markup of its site: tests/pages/<site>/<layout>."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.corrections import load
from crawler.article import Article, FetchedPage
from crawler.corrections.layout import NONE
from crawler.extract.page import extract
from crawler.extract.shape import to_dict

PAGES = Path(__file__).resolve().parents[1] / "pages"
KEYS = ("title", "lead", "author", "published", "precision", "section", "captions", "paragraphs")
LAYOUTS = [(site, layout) for site in load().items for layout in site.layouts]
each_layout = pytest.mark.parametrize(
    ("site", "layout"), LAYOUTS, ids=[f"{site.id}-{layout.name}" for site, layout in LAYOUTS]
)


def page(site, layout):
    file = PAGES / site.id / f"{layout.name}.html"
    assert file.exists(), f"{file} is missing: a layout needs a page in its markup, with sentences of our own"
    return FetchedPage(
        None, "files", "text/html", file.read_bytes(), datetime(2026, 11, 1, tzinfo=UTC), name=str(file)
    )


def told(article: Article):
    return {name: to_dict("", (article,))[name] for name in KEYS}


@each_layout
def test_a_frozen_page_is_read_as_it_should_be(site, layout):
    (article,) = extract(page(site, layout), load())
    file = PAGES / site.id / f"{layout.name}.json"
    if not file.exists():
        file.write_text(json.dumps(told(article), ensure_ascii=False, indent=2) + "\n", "utf-8")
        pytest.fail(f"{file} was missing and has been written: read it through, then run the test again")
    assert told(article) == json.loads(file.read_text("utf-8"))


@each_layout
def test_the_generic_reader_alone_gets_it_wrong(site, layout):
    (article,) = extract(page(site, layout), NONE)
    expected = json.loads((PAGES / site.id / f"{layout.name}.json").read_text("utf-8"))
    assert told(article) != expected, "the generic reader has learnt it: take the layout away"


def test_no_frozen_page_is_left_of_a_layout_that_is_gone():
    known = {(site.id, layout.name) for site, layout in LAYOUTS}
    assert {(file.parent.name, file.stem) for file in PAGES.glob("*/*")} == known


def test_parts_that_nobody_has_tried_are_keys_of_a_layout():
    for site in load().items:
        keys = {name for layout in site.layouts for name, _ in layout.selectors()} | {"drop"}
        assert set(site.unverified) <= keys
