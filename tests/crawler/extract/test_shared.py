"""The real pages, texts and openings that lie beside the checkout."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.article import Article, FetchedPage, Rejected
from crawler.extract.gazette import printed
from crawler.extract.page import extract
from crawler.files import read

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def expected(shared: Path) -> list[dict]:
    return [json.loads(line) for line in (shared / "pages/expected.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Article | str]:
    """Article or reason by page, read once."""
    pages = Path(__file__).resolve().parents[3].parent / "shared/pages"
    if not pages.is_dir():
        pytest.skip("shared/pages with real pages does not lie beside the checkout")
    return {row["file"]: outcome(pages / f"{row['file']}.gz", row["url"]) for row in expected(pages.parent)}


def outcome(path: Path, url: str | None) -> Article | str:
    try:
        return extract(FetchedPage(url, "test", "text/html", gzip.decompress(path.read_bytes()), NOW))[0]
    except Rejected as rejected:
        return rejected.reason


def rows(shared: Path, kind: str) -> Iterator[dict]:
    return (row for row in expected(shared) if row["kind"] == kind)


def test_all_lists_are_rejected_and_no_article_is(shared, outcomes):
    assert {outcomes[row["file"]] for row in rows(shared, "listing")} == {"listing-page"}
    assert {outcomes[row["file"]].kind for row in rows(shared, "article")} == {"article"}
    assert {outcomes[row["file"]].kind for row in rows(shared, "legal")} == {"document"}


def test_titles_times_and_authors_are_those_on_the_page(shared, outcomes):
    for row in rows(shared, "article"):
        article = outcomes[row["file"]]
        if "title" in row:
            assert article.title == row["title"]
            assert article.author == row["author"]  # none is invented where none is stated
            assert (article.published or "").startswith(row["published"])


def test_leads_and_bodies_are_whole(shared, outcomes):
    for row in rows(shared, "article"):
        if not row.get("paragraphs") or row["file"] == "zing2_2012.html":  # whose reference holds links to others
            continue
        article = outcomes[row["file"]]
        letters = "".join(filter(str.isalnum, article.text))
        lines = [line for line in row["paragraphs"] if line not in (row["author"], "Hà Thu (tổng hợp)")]
        wanted = ["".join(filter(str.isalnum, line)) for line in (*lines, row["lead"] or "")]
        assert all(line in letters for line in wanted), row["file"]
        assert len(letters) < 1.02 * len("".join(filter(str.isalnum, row["title"] + "".join(lines)))), row["file"]


def test_legal_pages_tell_number_date_and_issuer(outcomes):
    heads = {name: article.document for name, article in outcomes.items() if name.startswith(("tvpl", "vbpl"))}
    told = {name[:30]: (head.number, head.issued_on, head.issuer) for name, head in heads.items()}
    assert told == {
        "tvpl_Hien-phap-nam-2013-215627": (None, "2013-11-28", "Quốc hội"),  # constitutions bear no number
        "tvpl_Luat-cong-nghe-thong-tin-": ("67/2006/QH11", "2006-06-29", "Quốc hội"),
        "tvpl_Quyet-dinh-1456-QD-UBND-2": ("1456/QĐ-UBND", "2021-07-09", "Ủy ban nhân dân tỉnh Nam Định"),
        "tvpl_Quyet-dinh-2083-QD-UBND-2": ("2083/QĐ-UBND", "2016-12-08", "Ủy ban nhân dân tỉnh Bạc Liêu"),
        "tvpl_Quyet-dinh-784-QD-BVHTTDL": ("784/QĐ-BVHTTDL", "2020-03-11", "Bộ Văn hóa, Thể thao và Du lịch"),
        "vbpl_luocdo_32801.html": (None, None, None),  # shows relations alone
        "vbpl_thuoctinh_96172.html": ("101/2015/QH13", "2015-11-27", "Quốc hội"),
        "vbpl_toanvan_22313.html": (None, "2001-12-25", "Quốc hội"),
        "vbpl_toanvan_96122.html": ("100/2015/QH13", "2015-11-27", "Quốc hội"),
    }


def test_the_five_reports_come_out_clean(shared):
    found = [extract(page) for page in read(shared / "articles")]
    assert [len(articles) for articles in found] == [1, 1, 2, 1, 1]
    assert [articles[0].title is None for articles in found] == [True, True, False, False, False]
    assert [articles[0].published for articles in found] == [
        None,
        None,
        None,
        "2022-07-25T19:15+07:00",
        "2024-04-22",
    ]
    assert [articles[0].author for articles in found] == [None, None, None, "Hạnh Trần", "Kim Thi"]
    assert found[2][1].title == "Phong trào thi đua phải cụ thể, thiết thực, hướng về cơ sở"
    assert not any("vufo nhan co" in paragraph for paragraph in found[1][0].paragraphs)
    residue = {"aa", "In bài viết", "Truyền hình", "Video đang HOT", "Tin nóng", "Phiên bản di động"}
    assert not residue & {paragraph for articles in found for one in articles for paragraph in one.paragraphs}
    assert [len(one.paragraphs) for articles in found for one in articles] == [18, 28, 10, 14, 15, 8]


def test_date_lines_of_real_openings_are_read_and_traps_are_not(shared):
    for line in (shared / "pages/excerpts.jsonl").read_text().splitlines():
        row = json.loads(line)
        if "number" in row or "list page" in row["note"]:
            continue
        body = "\nTại hội nghị, các đại biểu đã trao đổi về nhiều nội dung của công tác đối ngoại thời gian tới."
        (article,) = extract(FetchedPage(None, "test", "text/plain", (row["head"] + body).encode(), NOW))
        assert (article.published or "") == (row.get("date") or "")[:16] + ("+07:00" if row.get("date") else ""), (
            row["url"]
        )


def test_ready_articles_lose_nothing(shared):
    """Every fortieth of the corpus: each letter of the text, once."""
    lines = list(read(shared / "corpus"))[::40]
    assert len(lines) > 440
    for page in lines:
        (article,) = extract(page)
        assert letters(json.loads(page.body)["text"]) in letters(article.text), page.name


def test_official_texts_lose_nothing_but_what_the_gazette_prints_on_each_page(shared):
    """Every fortieth; what is a note at a page's foot may stand behind the paragraph that goes on."""
    for page in list(read(shared / "legal/gazette.jsonl.gz"))[::40]:
        (document,) = extract(page)
        lines = [line.strip() for line in json.loads(page.body)["full_text"].split("\n")]
        dropped = printed(lines).all
        text = letters(document.body)
        assert all(letters(line) in text for at, line in enumerate(lines) if at not in dropped), page.name
        assert not any("CÔNG BÁO/Số" in paragraph for paragraph in document.paragraphs)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, nfc(text).lower()))


def nfc(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)
