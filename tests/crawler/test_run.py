"""Whole crawls: a child process with Scrapy in it against a server on loopback, judged by store and access log."""

import gzip
import json
import signal
import ssl
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import func, select, text

from crawler.database import connect, metadata
from crawler.pages import page, page_version

DAY = timedelta(days=1)
CHILD = """
import json, re, sys
from crawler.run import SETTINGS, crawl
from crawler.source import Listing, Source

def source(id_, home, **other):
    given = {"name": id_, "article": re.compile(r"-\\d+\\.(html|pdf)"), "delay_s": 0.0, "allow_private": True}
    given["listings"] = (Listing(home + "tin/"),)
    return Source(id=id_, home=home, **(given | other))

sites, database_url = json.loads(sys.argv[1]), sys.argv[2]
SETTINGS["DOWNLOAD_TIMEOUT"] = 2.0
SETTINGS["MEMUSAGE_ENABLED"] = False  # it reads the highest mark, which comes down from the tests' own process
"""
RUN = """
tallies = crawl(sources, database_url=database_url, user_agent="tracuu/0 (+mailto:thu@example.vn)")
print(json.dumps({id_: tally.as_dict() for id_, tally in tallies.items()}))
"""


@dataclass
class Server:
    """`pages` by path: bytes, a status, where a redirect leads, or a function of the handler."""

    pages: dict[str, object] = field(default_factory=dict)
    log: list[tuple[float, str]] = field(default_factory=list)  # when, and the path
    pause_s: float = 0.0
    certificate: Path | None = None
    url: str = ""

    def wait_for(self, requests):
        deadline = time.monotonic() + 20
        while len(self.log) < requests and time.monotonic() < deadline:
            time.sleep(0.002)

    def paths(self):
        return [path for _, path in self.log]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site = self.server.site
        site.log.append((time.monotonic(), self.path))
        self.server.agents.add(self.headers["user-agent"])
        time.sleep(site.pause_s)
        found = site.pages.get(self.path, 404)
        if callable(found):
            found(self)
        elif isinstance(found, str):
            self.answer(302, location=found)
        elif isinstance(found, int):
            self.answer(found)
        elif self.headers["if-none-match"] == etag(found):
            self.answer(304)
        else:
            self.answer(200, found, etag=etag(found), content_type="text/html; charset=utf-8")

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", len(body))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Listener(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site):
        super().__init__(("127.0.0.1", 0), Handler)
        self.site, self.agents = site, set()
        site.url = f"http://127.0.0.1:{self.server_port}/"
        if site.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(site.certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
            site.url = site.url.replace("http", "https")

    def handle_error(self, *_):
        """A crawler that hangs up is no error."""


def etag(body):
    return f'"{len(body)}-{sum(body)}"'


def listing(*links):
    return "".join(f'<a href="{link}">Tin</a>' for link in links).encode()


@pytest.fixture
def serve():
    running = []

    def start(pages, **settings):
        listener = Listener(Server(pages, **settings))
        thread = Thread(target=listener.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        running.append((listener, thread))
        return listener.site

    yield start
    for listener, thread in running:
        listener.shutdown()
        listener.server_close()
        thread.join()


@pytest.fixture
def store(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def start(store, *sites, code="sources = [source('mau', sites[0])]"):
    script = CHILD + textwrap.dedent(code) + RUN
    addresses = json.dumps([site.url for site in sites])
    command = [sys.executable, "-c", script, addresses, str(store.url)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def crawl(store, *sites, **options):
    child = start(store, *sites, **options)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    tallies = json.loads(out)
    return tallies["mau"] if list(tallies) == ["mau"] else tallies


def articles(store, *columns):
    with store.connect() as connection:
        rows = connection.execute(select(*columns).where(page.c.role == "article").order_by(page.c.id))
        return [row[0] if len(columns) == 1 else tuple(row) for row in rows]


def news(count):
    return {f"/tin-{number}.html": f"<p>Hội nghị đối ngoại số {number}</p>".encode() for number in range(count)}


def test_a_second_crawl_fetches_only_what_changed(serve, store):
    pages = news(6) | {"/tin/": listing(*news(6), "/cu-7.html", "/mat-8.html"), "/cu-7.html": "/tin-0.html"}
    site = serve(pages)
    first = crawl(store, site)
    assert (first["lists"], first["new"], first["moved"], first["gone"]) == (1, 6, 1, 1)
    assert sorted(site.paths()) == sorted(["/robots.txt", "/tin/", *news(6), "/cu-7.html", "/mat-8.html"])
    site.log.clear()
    pages["/tin-3.html"] = "<p>Hội nghị đối ngoại số 3, tin đã sửa</p>".encode()
    again = crawl(store, site)
    assert (again["new"], again["changed"], again["unchanged"], again["fetched"]) == (0, 1, 5, 1)
    assert "/cu-7.html" not in site.paths()
    with store.connect() as connection:
        versions = select(func.count()).select_from(page_version).join(page, page.c.id == page_version.c.page_id)
        assert connection.execute(versions.where(page.c.role == "article")).scalar_one() == 7


def test_the_access_log_shows_robots_and_delay_obeyed_and_who_asks(serve, store):
    robots = b"User-agent: *\nCrawl-delay: 0.3\nDisallow: /tin-1\n"
    site = serve(news(4) | {"/robots.txt": robots, "/tin/": listing(*news(4))})
    tally = crawl(store, site, code="sources = [source('mau', sites[0], delay_s=0.1)]")
    assert (tally["new"], tally["refused"]) == (3, 1)
    assert site.paths() == ["/robots.txt", "/tin/", "/tin-0.html", "/tin-2.html", "/tin-3.html"]
    times = [at for at, _ in site.log]
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps) >= 0.3


def test_a_crawl_killed_five_times_ends_with_everything_once(serve, store):
    links = [f"/tin-{number}.html" for number in range(40)]
    pages = news(40) | {"/tin/": listing(*links[:20]), "/tin/trang-2/": listing(*links[20:])}
    site = serve(pages, pause_s=0.01)
    turning = """
    turned = Listing(sites[0] + "tin/", sites[0] + "tin/trang-{page}/", 2)
    sources = [source("mau", sites[0], listings=(turned,))]
    """
    for requests in (1, 2, 6, 14, 23):
        site.log.clear()
        child = start(store, site, code=turning)
        site.wait_for(requests)
        child.kill()
        child.communicate()
    crawl(store, site, code=turning)
    assert sorted(articles(store, page.c.url)) == sorted(site.url + link[1:] for link in links)
    assert set(articles(store, page.c.state)) == {"fetched"}
    with store.connect() as connection:
        versions = select(page_version.c.page_id).join(page, page.c.id == page_version.c.page_id)
        owners = connection.execute(versions.where(page.c.role == "article")).scalars().all()
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    assert len(owners) == len(set(owners)) == 40


def test_a_terminated_crawl_ends_in_order_and_the_next_goes_on(serve, store):
    site = serve(news(30) | {"/tin/": listing(*news(30))}, pause_s=0.05)
    child = start(store, site)
    site.wait_for(6)
    child.send_signal(signal.SIGTERM)
    out, err = child.communicate(timeout=20)
    assert (child.returncode, err) == (0, "")
    assert json.loads(out)["mau"]["error"] == "stopped by a signal; the next crawl goes on from here"
    site.pause_s = 0
    assert crawl(store, site)["new"] + json.loads(out)["mau"]["new"] == 30


def test_no_source_is_led_into_a_private_network(serve, store):
    canary = serve({"/tin-1.html": b"bi mat"})
    port = canary.url.split(":")[-1].rstrip("/")
    hosts = (
        "127.0.0.1",
        "localhost",
        "localhost.",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "0",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "１２７.０.０.１",
        "noi-bo.example.vn",
    )
    targets = [f"http://{host}:{port}/tin-1.html" for host in hosts]
    targets += [
        f"//127.1:{port}/tin-1.html",
        f"http://a@127.0.0.1:{port}/",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://127.0.0.1/",
    ]
    leading = {f"/dan-{number}.html": target for number, target in enumerate(targets)}
    refresh = f'<meta http-equiv="refresh" content="0;url=http://127.0.0.1:{port}/tin-1.html">'.encode()
    site = serve(leading | {"/tin/": listing(*leading, *targets, "/lam-moi-99.html"), "/lam-moi-99.html": refresh})
    code = """
    import socket
    found = socket.gethostbyname
    socket.gethostbyname = lambda host: "127.0.0.1" if host.endswith("example.vn") else found(host)
    sources = [source("mau", sites[0]), source("mo", "http://noi-bo.example.vn/", allow_private=False),
               source("so", sites[1], allow_private=False)]
    """
    tallies = crawl(store, site, canary, code=code)
    assert canary.log == []
    assert tallies["mau"]["new"] == 1  # the page with the meta refresh, which is not followed
    assert tallies["mau"]["error"] is None
    assert (
        tallies["mo"]["error"]
        == "robots.txt: private-address; allow_private: true in the source's file lets it pass"
    )
    assert tallies["so"]["error"] == "no list answered: private-address"


BOMB = gzip.compress(bytes(20_000_000))


def bomb(handler):
    handler.answer(200, BOMB, content_encoding="gzip", content_type="text/html")


def endless(handler):
    handler.send_response(200)
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"20000\r\n" + b"a" * 0x20000 + b"\r\n")


def truncated(handler):
    handler.send_response(200)
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>Tin")
    handler.close_connection = True


def boastful(handler):
    handler.send_response(200)
    handler.send_header("content-length", str(10**10))
    handler.end_headers()


def silent(_handler):
    time.sleep(3)


def huge_robots(handler):
    handler.send_response(200)
    handler.send_header("content-length", str(40_000_000))
    handler.end_headers()
    handler.wfile.write(b"User-agent: *\nDisallow: /cam-\n")
    for _ in range(40):
        handler.wfile.write(b"Allow: /a\n" * 100_000)


def test_hostile_answers_cost_their_own_page_alone(serve, store):
    hostile = {"/bom-1.html": bomb, "/dai-2.html": endless, "/cut-3.html": truncated, "/im-4.html": silent}
    hostile["/bao-5.html"] = boastful
    pages = hostile | news(2) | {"/robots.txt": huge_robots, "/tin/": listing(*hostile, "/cam-6.html", *news(2))}
    tally = crawl(store, serve(pages))
    assert (tally["new"], tally["refused"], tally["error"]) == (2, 1, None)
    assert tally["failed"] == {"too-large": 3, "truncated": 1, "timeout": 1}
    assert tally["body_bytes"] < 1_000


def test_a_document_may_be_larger_than_a_page(serve, store):
    def scan(handler):
        handler.answer(200, b"%PDF-1.7\n" + bytes(9 * 1024 * 1024), content_type="application/pdf")

    tally = crawl(store, serve({"/cong-van-1.pdf": scan, "/tin/": listing("/cong-van-1.pdf")}))
    assert (tally["new"], tally["failed"]) == (1, {})


def test_one_source_that_is_down_does_not_hurt_the_others(serve, store):
    site = serve(news(3) | {"/tin/": listing(*news(3))})
    code = """
    empty = source("rong", sites[0], listings=())
    sources = [source("tat", "http://127.0.0.1:9/"), source("mau", sites[0]), empty]
    """
    tallies = crawl(store, site, code=code)
    assert tallies["mau"]["new"] == 3
    assert tallies["tat"]["error"] == "robots.txt: connection-refused; nothing may be asked until it answers"
    assert tallies["rong"]["error"] == "no list answered: the source names none"


def self_signed(folder):
    """A certificate that nobody vouches for, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now - DAY, now + DAY
    )
    pem = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption()
    pem += key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "site.pem").write_bytes(pem)
    return folder / "site.pem"


def test_a_certificate_must_be_vouched_for_unless_the_source_says_otherwise(serve, store, tmp_path):
    site = serve(news(1) | {"/tin/": listing(*news(1))}, certificate=self_signed(tmp_path))
    code = "sources = [source('mau', sites[0]), source('tin', sites[0], verify_tls=False)]"
    tallies = crawl(store, site, code=code)
    assert tallies["mau"]["error"].startswith("robots.txt: tls; its certificate can't be verified")
    assert tallies["tin"]["new"] == 1


def test_a_store_without_tables_is_told_and_no_traceback_comes(serve, tmp_path):
    site = serve(news(1) | {"/tin/": listing(*news(1))})
    engine = connect(f"sqlite:///{tmp_path}/empty.sqlite")
    tally = crawl(engine, site)
    assert "no such table: page" in tally["error"]
