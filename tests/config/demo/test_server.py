import http.client
import json
import signal
import socket
import subprocess
import sys
from contextlib import closing
from datetime import datetime

import pytest

from config.demo.server import PortRefused, SampleServer, serve
from config.demo.site import Page

ARTICLE = "/doi-ngoai/nhung-nhip-cau-tu-long-dan-102521.html"


@pytest.fixture(scope="module")
def server():
    with serve(port=0) as running:
        yield running


def ask(
    server: SampleServer, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)) as connection:
        connection.request(method, path, headers=headers or {})
        response = connection.getresponse()
        return response, response.read()


@pytest.mark.parametrize(
    ("path", "status", "media_type"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        (ARTICLE, 200, "text/html; charset=utf-8"),
        (ARTICLE + "?utm_source=rss", 200, "text/html; charset=utf-8"),
        ("/doi-ngoai/trang-3/", 200, "text/html; charset=utf-8"),
        ("/rss.xml", 200, "application/rss+xml"),
        ("/sitemap.xml", 200, "application/xml"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/doi-ngoai/hoi-thao-khoa-hoc-ve-doi-ngoai-nhan-dan-102371.html", 301, "text/html; charset=utf-8"),
        ("/doi-ngoai/lich-tiep-doan-khach-quoc-te-thang-8-102233.html", 410, "text/html; charset=utf-8"),
        ("/doi-ngoai/trang-4/", 404, "text/html; charset=utf-8"),
    ],
)
def test_an_address_is_answered_with(server, path, status, media_type):
    response, body = ask(server, path)
    assert (response.status, response.headers["Content-Type"]) == (status, media_type)
    assert int(response.headers["Content-Length"]) == len(body) > 0


def test_a_moved_article_names_its_new_address(server):
    response, _ = ask(server, "/doi-ngoai/hoi-thao-khoa-hoc-ve-doi-ngoai-nhan-dan-102371.html")
    target = "/doi-ngoai/hoi-thao-doi-ngoai-nhan-dan-ly-luan-va-thuc-tien-102377.html"
    assert response.headers["Location"] == server.url + target


@pytest.mark.parametrize("path", ["/", ARTICLE, "/doi-ngoai/trang-2/", "/rss.xml", "/sitemap.xml", "/robots.txt"])
def test_whoever_has_the_page_gets_no_body(server, path):
    first, _ = ask(server, path)
    again, body = ask(server, path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-Modified-Since": "Sat, 20 Dec 2025 02:15:00 GMT"}, 304),
        ({"If-Modified-Since": "Sat, 20 Dec 2025 02:14:59 GMT"}, 200),
        ({"If-Modified-Since": "hôm qua".encode().decode("latin-1")}, 200),
        ({"If-None-Match": '"0123456789abcdef"'}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": "Sat, 20 Dec 2025 02:15:00 GMT"}, 200),
    ],
)
def test_a_conditional_request_is_answered_with(server, headers, status):
    response, _ = ask(server, ARTICLE, headers=headers)
    assert response.status == status
    assert response.headers["Last-Modified"] == "Sat, 20 Dec 2025 02:15:00 GMT"


def test_head_gives_the_headers_alone(server):
    response, body = ask(server, ARTICLE, method="HEAD")
    full, content = ask(server, ARTICLE)
    assert (response.status, body) == (200, b"")
    assert int(response.headers["Content-Length"]) == len(content)
    assert response.headers["ETag"] == full.headers["ETag"]


def test_every_request_is_logged_in_memory_and_in_the_file(tmp_path):
    log = tmp_path / "access.jsonl"
    with serve(port=0, log=log) as server:
        ask(server, "/?trang=1")
        ask(server, "/khong-co", method="HEAD")
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [(line["method"], line["path"], line["status"]) for line in lines] == [
        ("GET", "/?trang=1", 200),
        ("HEAD", "/khong-co", 404),
    ]
    assert datetime.fromisoformat(lines[0]["time"]).utcoffset() is not None
    assert [visit.path for visit in server.visits] == ["/?trang=1", "/khong-co"]


def test_an_extra_page_stands_in_for_the_sites_own_and_may_change():
    extra = {ARTICLE: Page(200, "text/html", b"<p>Tin 1</p>", etag='"1"')}
    with serve(port=0, extra=extra) as server:
        assert ask(server, ARTICLE)[1] == b"<p>Tin 1</p>"
        extra[ARTICLE] = Page(200, "text/html", b"", etag='"2"')
        response, body = ask(server, ARTICLE, headers={"If-None-Match": '"1"'})
        assert (response.status, body) == (200, b"")


def test_a_visitor_that_hangs_up_disturbs_nobody(capfd):
    with serve(port=0, pause_s=0.05) as server:
        with closing(socket.create_connection(("127.0.0.1", server.port))) as visitor:
            visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            visitor.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert ask(server, "/")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_refused_with_the_mend(server):
    message = rf"127\.0\.0\.1:{server.port} .* set TRACUU_DEMO_PORT to a free port"
    with pytest.raises(PortRefused, match=message), serve(port=server.port):
        pass


def test_a_port_that_is_none_is_refused():
    with pytest.raises(PortRefused, match="TRACUU_DEMO_PORT"), serve(port=70_000):
        pass


def test_it_runs_by_itself_and_ends_when_told(tmp_path):
    log = tmp_path / "access.jsonl"
    command = [sys.executable, "-m", "config.demo.server", "--port", "0", "--log", str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = process.stdout.readline().strip()
        port = int(url.removesuffix("/").rpartition(":")[2])
        assert ask(SampleServer(url, port, []), "/robots.txt")[0].status == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert json.loads(log.read_text("utf-8"))["path"] == "/robots.txt"


def test_by_itself_it_says_which_port_is_taken_and_ends(server):
    command = [sys.executable, "-m", "config.demo.server", "--port", str(server.port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"127.0.0.1:{server.port} can't be listened on" in done.stderr
    assert "Traceback" not in done.stderr
