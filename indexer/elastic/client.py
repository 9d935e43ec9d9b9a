"""An address in, a client of Elasticsearch out; what goes wrong with it, in words that name the mend."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote, urlsplit

from elastic_transport.client_utils import DEFAULT
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    NotFoundError,
    TransportError,
    UnsupportedProductError,
)

from indexer.engine import EngineError, EngineUnavailable

TIMEOUT_S = 30.0  # of one request; a bulk request of 10 MB takes a second or two
_OLDEST_SERVER = 8
_CLIENT = version("elasticsearch")
_ADDRESS = "TRACUU_ELASTICSEARCH_URL"


class Server:
    """One Elasticsearch.  Nothing is sent before `asked`; then first who it is."""

    def __init__(self, url: str, *, api_key: str | None, ca_certificate: Path | None) -> None:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
        if not parts.hostname or not port:
            raise EngineError(f"{url!r} is no address of an Elasticsearch: write {_ADDRESS}=http://host:9200")
        self.address = f"{parts.scheme}://{parts.hostname}:{port}{parts.path.rstrip('/')}"  # without the password
        login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        self._client = Elasticsearch(
            self.address,
            api_key=api_key,
            basic_auth=None if api_key else login,
            request_timeout=TIMEOUT_S,
            max_retries=2,
            ca_certs=str(ca_certificate) if ca_certificate else DEFAULT,
        )
        self._is_known = False

    @contextmanager
    def asked(self) -> Iterator[Elasticsearch]:
        """The client.  What it raises inside comes out as EngineError or EngineUnavailable."""
        try:
            if not self._is_known:
                self._greet()
            yield self._client
        except UnsupportedProductError as error:
            raise EngineUnavailable(
                f"{self.address} is no Elasticsearch. Its client refuses OpenSearch and other relatives: "
                "run Elasticsearch 8 or 9, or choose TRACUU_ENGINE=embedded"
            ) from error
        except (AuthenticationException, AuthorizationException) as error:
            raise EngineUnavailable(
                f"Elasticsearch at {self.address} refuses us ({error.message}): check "
                f"TRACUU_ELASTICSEARCH_API_KEY, or the name and password in {_ADDRESS}"
            ) from error
        except NotFoundError as error:
            raise EngineUnavailable(
                f"Elasticsearch at {self.address} has no index for this store; run: tracuu rebuild --index"
            ) from error
        except ApiError as error:
            raise self._refused(error) from error
        except TransportError as error:
            raise EngineUnavailable(
                f"Elasticsearch at {self.address} does not answer ({error.message}): "
                f"start it, correct {_ADDRESS}, or choose TRACUU_ENGINE=embedded"
            ) from error

    def close(self) -> None:
        self._client.close()

    def _greet(self) -> None:
        """A client works with servers of its own major version and the next."""
        server = str(self._client.info()["version"]["number"])
        if int(server.split(".", maxsplit=1)[0]) < _OLDEST_SERVER:
            raise EngineUnavailable(
                f"Elasticsearch at {self.address} is {server}, too old for its client {_CLIENT}: "
                f"upgrade the server to {_OLDEST_SERVER} or later"
            )
        self._is_known = True

    def _refused(self, error: ApiError) -> EngineError:
        if "media_type_header_exception" in str(error):
            return EngineUnavailable(
                f"Elasticsearch at {self.address} is older than its client {_CLIENT}: "
                "run: pip install 'elasticsearch>=8.19,<9'"
            )
        if error.status_code in (429, 502, 503, 504):
            return EngineUnavailable(
                f"Elasticsearch at {self.address} is overloaded or not ready ({error.message}); try again"
            )
        return EngineError(f"Elasticsearch at {self.address} refused a request: {error}")
