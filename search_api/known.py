"""A store in; the registry that holds for it now, and how often each document is cited, out."""

from collections.abc import Iterable, Mapping
from threading import Lock

from sqlalchemy import Connection

from indexer.catalog import tally
from indexer.catalog.known import registry
from nlp.directives.registry import Document, Registry


class Known:
    """Made when first asked for, and again when the store says something else; any thread may ask.

    `own` are the user's own entries of the registry: a change of them is seen by the next process.
    """

    def __init__(self, own: Iterable[Document] = ()) -> None:
        self._own = tuple(own)
        self._lock = Lock()
        self._registry: tuple[object, Registry] | None = None
        self._citing: tuple[object, Mapping[str, int]] | None = None
        self._texts: tuple[object, object] | None = None

    def registry(self, connection: Connection) -> Registry:
        with self._lock:
            stamp = self._stamp(connection)
            if self._registry is None or self._registry[0] != stamp:
                self._registry = (stamp, registry(connection, self._own))
            return self._registry[1]

    def citing(self, connection: Connection) -> Mapping[str, int]:
        """Numbers of citing articles, of every document that is cited."""
        with self._lock:
            seen = tally.changes(connection)
            if self._citing is None or self._citing[0] != seen:
                self._citing = (seen, tally.citing_articles(connection))
            return self._citing[1]

    def _stamp(self, connection: Connection) -> object:
        """Articles come in all the time: only those that are official texts make another registry."""
        seen = tally.changes(connection)
        if self._texts is None or self._texts[0] != seen:
            self._texts = (seen, (tally.texts(connection), seen[1]))
        return self._texts[1]
