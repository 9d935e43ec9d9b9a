"""What is not Vietnamese, and what comes packed, goes through the whole river."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Tracuu = Callable[..., Any]  # conftest.py: arguments in, code, out, err and json out
ENGLISH = (
    "The two sides signed a memorandum of understanding at a conference in Hanoi on Monday.\n\n"
    "Participants discussed Directive 12-CT/TW and agreed to meet again next year.\n"
)


def test_a_foreign_article_is_kept_marked_found_and_not_annotated(tracuu: Tracuu, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(ENGLISH)

    (id_,) = tracuu("ingest", str(tmp_path / "tin.txt"), "--json").json["articles"]
    (hit,) = tracuu("search", "memorandum", "--json").json["hits"]
    shown = tracuu("show", id_, "--json").json

    assert hit["id"] == id_
    assert (shown["language"], shown["annotations"]["warnings"]) == ("en", ["not-vietnamese"])
    assert not any(found for name, found in shown["annotations"].items() if name != "warnings")
    assert "language: en" in tracuu("show", id_).out
    assert tracuu("extract", str(tmp_path / "tin.txt"), "--json").json["language"] == "en"


def test_an_archive_is_ingested_and_what_it_hides_is_named(tracuu: Tracuu, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kho.zip", "w") as archive:
        archive.writestr("tin/một.txt", "Hội nghị tổng kết\nSáng 6/11, tại Hà Nội, hội nghị diễn ra.\n")
        archive.writestr("../hai.txt", "Hội nghị tổng kết")

    first = tracuu("ingest", str(tmp_path / "kho.zip"), "--json")
    again = tracuu("ingest", str(tmp_path / "kho.zip"), "--json")

    assert (first.code, first.json["new"], first.json["failed"]) == (1, 1, {"unsafe-name": 1})
    assert "kho.zip!/../hai.txt: has a name that leads out of the archive" in first.err
    assert (again.json["unchanged"], again.json["articles"]) == (1, first.json["articles"])
