"""What only a server can suffer: absence, age, keys, relatives.  The servers here say what they are told to."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from indexer.elastic.engine import ElasticEngine
from indexer.engine import EngineError, EngineUnavailable
from indexer.query import Everything, Request

INFO = {"version": {"number": "8.19.8"}, "tagline": "You Know, for Search"}
PRODUCT = {"X-Elastic-Product": "Elasticsearch"}
Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts a server that gives one answer to everything; its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(status: int, body: object, headers: dict[str, str] = PRODUCT) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_GET  # noqa: N815 - the name that the base class calls

            def log_message(self, *args: object) -> None:
                """Not on the terminal."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def trouble(url: str) -> str:
    engine = ElasticEngine(url=url, name="tin")
    with pytest.raises(EngineUnavailable) as raised:
        engine.search(Request(Everything()))
    engine.close()
    return str(raised.value)


def test_nothing_is_sent_before_it_is_needed():
    ElasticEngine(url="http://127.0.0.1:9", name="tin").close()


def test_a_server_that_does_not_answer_is_named_with_ways_out():
    message = trouble("http://ai:bi%40mat@127.0.0.1:9")
    assert "Elasticsearch at http://127.0.0.1:9 does not answer" in message
    assert "TRACUU_ELASTICSEARCH_URL" in message
    assert "mat" not in message


def test_opensearch_is_refused_in_words(serve):
    message = trouble(serve(200, {"version": {"distribution": "opensearch", "number": "2.11.0"}}, {}))
    assert "is no Elasticsearch" in message
    assert "OpenSearch" in message


def test_a_server_that_is_too_old_is_named(serve):
    message = trouble(serve(200, {"version": {"number": "7.17.9"}}))
    assert "is 7.17.9, too old for its client" in message
    assert "upgrade the server to 8 or later" in message


def test_a_client_that_is_too_new_is_told_what_to_install(serve):
    error = {"type": "media_type_header_exception", "reason": "Invalid media-type value"}
    message = trouble(serve(400, {"error": {"root_cause": [error], **error}, "status": 400}))
    assert "pip install 'elasticsearch>=8.19,<9'" in message


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_names_the_setting(serve, status):
    error = {"type": "security_exception", "reason": "missing authentication credentials"}
    message = trouble(serve(status, {"error": error, "status": status}))
    assert "refuses us (security_exception)" in message
    assert "TRACUU_ELASTICSEARCH_API_KEY" in message


def test_an_overloaded_server_is_to_be_tried_again(serve):
    message = trouble(serve(503, {"error": {"type": "cluster_block_exception", "reason": "x"}, "status": 503}))
    assert "overloaded or not ready" in message


@pytest.mark.parametrize("url", ["nonsense", "http://", "ftp://host/x", "", "host:9200"])
def test_what_is_no_address_is_named_at_once(url):
    with pytest.raises(EngineError, match="TRACUU_ELASTICSEARCH_URL=http://host:9200"):
        ElasticEngine(url=url, name="tin")
