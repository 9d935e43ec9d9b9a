"""`sources check` from outside: stored pages, files and live ones; its suggestion put in place mends the store."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from config import wiring
from config.demo.render import frame
from config.demo.server import SampleServer, serve
from config.demo.site import pages
from config.settings import load
from crawler.article import FetchedPage
from crawler.store import PageStore

Tracuu = Callable[..., Any]  # conftest.py: arguments in, code, out, err and json out

HOME = "http://127.0.0.1:8807"
INVITATION = "Mời bạn đọc gửi tin, bài và ảnh cộng tác về hộp thư của toà soạn Nhịp Cầu."


def undress(html: str) -> str:
    """A page without description, whose lead stands above the title; and a line that belongs to no article."""
    start, end = html.index('<h2 class="detail-sapo">'), html.index("</h2>")
    lead = html[start:end].partition(">")[2]
    bare = html[:start] + html[end + len("</h2>") :]
    for name in ('name="description"', 'property="og:description"', 'type="application/ld+json"'):
        at = bare.index(name)
        bare = bare[:at] + f'data-was-{name.partition("=")[0]}="x"' + bare[at + len(name) :]
    bare = bare.replace(f'content="{lead}"', 'content=""')
    bare = bare.replace("</article>", f'<p class="loi-moi">{INVITATION}</p></article>')
    return bare.replace("<h1 ", f'<div class="khung-mo">{lead}</div><h1 ')


@pytest.fixture(scope="module")
def bodies() -> dict[str, bytes]:
    """By path: eight articles of the sample site in a dress that hides their leads."""
    site = pages(HOME)
    return {one.path: undress(site[one.path].body.decode()).encode() for one in frame().articles[:8]}


@pytest.fixture
def stored(tracuu: Tracuu, bodies: dict[str, bytes]) -> Path:
    """The data folder of a store that holds them, not read yet."""
    settings = load()
    files = []
    for path, body in bodies.items():
        at = datetime(2026, 3, 1, tzinfo=UTC)
        files.append((HOME + path, FetchedPage(HOME + path, "demo", "text/html", body, at)))
    PageStore(wiring.open_store(settings)).save_files(files)
    return settings.data


def test_a_suggestion_put_in_place_mends_what_is_stored(tracuu: Tracuu, stored: Path) -> None:
    assert tracuu("process").code == 0
    first = tracuu("sources", "check", "demo", "--json").json[0]
    assert (first["id"], first["articles"], first["lead"], first["minute"]) == ("demo", 8, 8, 0)
    assert first["replayed"]["lacks"] == {"title": 0, "lead": 8, "minute": 0, "author": 0, "thin": 0}
    assert first["replayed"]["usual"] == {"lead": 1.0, "minute": 0.0, "author": 0.0}
    assert first["repeats"] == [{"text": INVITATION, "pages": 7}]  # two of the eight are copies of each other
    assert first["suggestion"]["mends"] == {"lead": {"mended": 8, "of": 8}}

    (stored / "sites").mkdir()
    (stored / "sites" / "demo.yaml").write_text(first["suggestion"]["yaml"], "utf-8")
    again = tracuu("process")

    assert "8 stored pages are read again" in again.err
    second = tracuu("sources", "check", "demo", "--json").json[0]
    assert (second["articles"], second["lead"], second["repeats"], second["suggestion"]) == (8, 0, [], None)
    assert tracuu("process").err == ""
    hits = tracuu("search", '"hộp thư của toà soạn"', "--json").json
    assert hits["total"] == 0


def test_the_text_for_eyes_says_what_is_missing_and_where_to_put_the_mend(tracuu: Tracuu, stored: Path) -> None:
    told = tracuu("sources", "check", "demo", "--pages", "5").out
    assert "demo · 5 pages read: 5 articles" in told
    assert "missing: title 0; lead 5; minute 0; author 0; thin 0" in told
    assert "a correction that mends lead on 5 of 5; 1 of 1 repeated paragraphs, tried on all these pages" in told
    assert f"{stored / 'sites' / 'demo.yaml'}:" in told
    assert "  lead: div.khung-mo\n" in told


def test_saved_files_are_told_apart_by_the_site_that_they_name(
    tracuu: Tracuu, bodies: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for number, body in enumerate(bodies.values()):
        (folder / f"{number}.html").write_bytes(
            body.replace(b"http://127.0.0.1:8807", b"https://nhipcau.example.vn")
        )
    (folder / "strange.html").write_bytes(b"<html><body><p>404</p></body></html>")

    ended = tracuu("sources", "check", "--file", str(folder), "--file", str(tmp_path / "none.html"), "--json")

    known, unknown = ended.json
    assert (known["id"], known["replayed"]["pages"]) == ("nhipcau-example-vn", 8)
    assert known["suggestion"]["yaml"].startswith("hosts:\n- nhipcau.example.vn\nlayouts:\n")
    assert (unknown["id"], unknown["replayed"]["articles"]) == ("unknown", 0)
    assert ended.code == 1
    assert "none.html: there is no such file or folder" in ended.err


def test_ingested_files_are_checked_too(tracuu: Tracuu, bodies: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(next(iter(bodies.values())))
    tracuu("ingest", str(tmp_path / "a.html"))
    (one,) = tracuu("sources", "check", "files", "--json").json
    assert (one["id"], one["replayed"]["pages"]) == ("demo", 1)  # its address is at home there


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nirgends",), "no source nirgends"),
        (("--fetch",), "name the sources to read live"),
        (("demo", "--fetch", "--file", "x.html"), "choose one of --fetch and --file"),
        (("demo", "vnexpress", "--file", "x.html"), "name one source that the files are of"),
        (("demo", "--pages", "0"), "greater than or equal to 1"),
    ],
)
def test_wrong_use_is_told_before_anything_is_read(tracuu: Tracuu, arguments: tuple[str, ...], said: str) -> None:
    ended = tracuu("sources", "check", *arguments)
    assert (ended.code, said in " ".join(ended.err.replace("│", " ").split())) == (2, True)


def test_a_wrong_correction_is_refused_with_file_key_and_mend(tracuu: Tracuu, tmp_path: Path) -> None:
    (tmp_path / "data" / "sites").mkdir(parents=True)
    (tmp_path / "data" / "sites" / "demo.yaml").write_text("layouts: [{lead: 'h2..x'}]", "utf-8")
    ended = tracuu("sources", "check", "demo")
    assert ended.code == 2
    assert "sites/demo.yaml: layouts.0.lead: 'h2..x' is no CSS selector" in ended.err


@pytest.fixture
def live() -> Iterator[SampleServer]:
    with serve(port=0) as server:
        yield server


def test_live_pages_are_asked_for_politely_and_kept_nowhere(live: SampleServer, tmp_path: Path) -> None:
    environment = {**os.environ, "TRACUU_DATA": str(tmp_path), "TRACUU_DEMO_PORT": str(live.port)}
    command = [sys.executable, "-m", "config.cli", "sources", "check", "demo", "--fetch", "--pages", "3", "--json"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    (one,) = json.loads(ended.stdout)
    assert (ended.returncode, one["replayed"]["error"]) == (0, None)
    assert (one["replayed"]["articles"], one["replayed"]["rejected"]) == (2, {"listing-page": 1})  # a topic's page
    assert one["replayed"]["lacks"]["lead"] == 0
    assert live.visits[0].path == "/robots.txt"
    assert len(live.visits) <= 1 + 2 + 3 + 1  # robots.txt, a feed and a list, three articles, one of them moved
    assert one["articles"] == 0


def test_a_site_that_does_not_answer_is_an_error_that_names_it(tmp_path: Path) -> None:
    with serve(port=0) as server:
        port = server.port
    environment = {**os.environ, "TRACUU_DATA": str(tmp_path), "TRACUU_DEMO_PORT": str(port)}
    command = [sys.executable, "-m", "config.cli", "sources", "check", "demo", "--fetch"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "source demo: robots.txt: connection-refused" in ended.stderr
