"""One HTTP request in, the page or "not changed" out, and its line in the log."""

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from config.demo.site import Page, not_found, pages

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request; `path` as asked for, with its query."""

    time: str  # ISO 8601, UTC
    method: str
    path: str
    status: int


class Listener(ThreadingHTTPServer):
    """Holds the pages and the log.  Raises OSError or OverflowError where the port can't be had."""

    def __init__(self, port: int, *, log: Path | None, extra: Mapping[str, Page], pause_s: float) -> None:
        super().__init__((HOST, port), _Handler)
        self.url = f"http://{HOST}:{self.server_port}"
        self.pages = pages(self.url)
        self.extra = extra
        self.log = log
        self.pause_s = pause_s
        self.visits: list[Visit] = []
        self._lock = Lock()

    def page(self, path: str) -> Page:
        return self.extra.get(path) or self.pages.get(path) or not_found(path, self.url)

    def note(self, method: str, path: str, status: int) -> None:
        visit = Visit(datetime.now(UTC).isoformat(timespec="milliseconds"), method, path, status)
        with self._lock:
            self.visits.append(visit)
            if self.log:
                with self.log.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(asdict(visit)) + "\n")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor that hangs up in the middle of an answer is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Listener

    def _answer(self) -> None:
        page = self.server.page(urlsplit(self.path).path)
        status = 304 if self._has(page) else page.status
        self.server.note(self.command, self.path, status)
        time.sleep(self.server.pause_s)
        self.send_response(status)
        for name, value in _headers(page).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if status != 304 and self.command != "HEAD":
            self.wfile.write(page.body)

    do_GET = do_HEAD = _answer  # noqa: N815 - the names that http.server calls

    def _has(self, page: Page) -> bool:
        """Whether the visitor says it has the page as it is now; the tag outweighs the date (RFC 9110, 13.2.2)."""
        if page.status != 200:
            return False
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return page.etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        since = self.headers.get("If-Modified-Since")
        if since is None or page.last_modified is None:
            return False
        try:
            return int(page.last_modified.timestamp()) <= parsedate_to_datetime(since).timestamp()
        except ValueError:  # no date: as if nothing had been said
            return False

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in http.server
        """Nothing on stderr: the log is `Listener.note`."""


def _headers(page: Page) -> dict[str, str]:
    charset = "; charset=utf-8" if page.media_type.startswith("text/") else ""
    headers = {"Content-Type": page.media_type + charset, "Cache-Control": "no-cache"}
    if page.etag:
        headers["ETag"] = page.etag
    if page.last_modified:
        headers["Last-Modified"] = format_datetime(page.last_modified.astimezone(UTC), usegmt=True)
    if page.location:
        headers["Location"] = page.location
    return headers
