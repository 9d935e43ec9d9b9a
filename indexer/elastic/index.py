"""Entries in, documents of Elasticsearch out; indexes made, filled and let answer under one alias."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch
from elasticsearch.helpers import streaming_bulk

from indexer.analysis import KEYED
from indexer.analysis import VERSION as ANALYSIS_VERSION
from indexer.elastic.query import Json, keys_field
from indexer.engine import Change, Delete, EngineUnavailable, Refusal
from indexer.entry import Entry, accept
from indexer.record import VERSION as RECORD_VERSION

SCHEMA_VERSION = 3  # raise it when mapping.json changes
MAX_BYTES = 10_000_000  # of one bulk request; Elasticsearch's own limit is 100 MB
_CONFLICT = 409
_BAD_DOCUMENT = 400


@dataclass(frozen=True, slots=True)
class Shape:
    shards: int
    replicas: int


def create(client: Elasticsearch, index: str, shape: Shape, *, alias: str | None = None) -> None:
    """With an alias it answers at once."""
    body = json.loads(resources.files("indexer.elastic").joinpath("mapping.json").read_text(encoding="utf-8"))
    client.indices.create(
        index=index,
        settings={**body["settings"], "number_of_shards": shape.shards, "number_of_replicas": shape.replicas},
        mappings={**body["mappings"], "_meta": _label()},
        aliases={alias: {"is_write_index": True}} if alias else {},
    )


def create_first(client: Elasticsearch, alias: str, shape: Shape) -> None:
    """Of two processes that do so at once one is refused, as an alias has one index to write to; it uses that."""
    try:
        create(client, timestamped(alias), shape, alias=alias)
    except BadRequestError:
        if not answering(client, alias):
            raise


def timestamped(alias: str) -> str:
    return f"{alias}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"


def answering(client: Elasticsearch, alias: str) -> list[str]:
    """The index behind the alias, as a list that is empty before the first."""
    return [index for index, is_answering in _ours(client, alias).items() if is_answering]


def fault(client: Elasticsearch, alias: str) -> str | None:
    """Why what stands behind the alias can't be read as it is, or None."""
    for index in answering(client, alias):
        mapping = client.indices.get_mapping(index=index)[index]["mappings"]
        made_by = mapping.get("_meta", {})
        changed = [part for part, version in _label().items() if made_by.get(part) != version]
        return f"the index {index} was made by another version of: {', '.join(changed)}" if changed else None
    return f"there is no index {alias} yet"


def publish(client: Elasticsearch, alias: str, index: str) -> None:
    """One step lets `index` answer.  The one before stays until the next; older ones go."""
    ours = _ours(client, alias)
    before = [name for name, is_answering in ours.items() if is_answering]
    removals = [{"remove": {"index": name, "alias": alias}} for name in before]
    addition = {"add": {"index": index, "alias": alias, "is_write_index": True}}
    client.indices.update_aliases(actions=[*removals, addition])
    for name in ours:
        if name < index and name not in before:
            client.indices.delete(index=name, ignore_unavailable=True)


def _ours(client: Elasticsearch, alias: str) -> dict[str, bool]:
    """Every index that was made for the alias, and whether it answers."""
    found = client.indices.get_alias(index=f"{alias}-*", allow_no_indices=True)
    ours = re.compile(rf"{re.escape(alias)}-\d{{20}}")
    return {name: alias in index["aliases"] for name, index in found.items() if ours.fullmatch(name)}


def write(client: Elasticsearch, changes: Sequence[Change], *, index: str, is_alias: bool) -> tuple[Refusal, ...]:
    """Durable when it returns, and found by the next search."""
    accepted, refusals = accept(changes)
    actions = map(_action, accepted)
    answers = streaming_bulk(
        client,
        actions,
        chunk_size=500,
        max_chunk_bytes=MAX_BYTES,
        max_retries=5,
        initial_backoff=0.5,
        max_backoff=30,
        retry_on_status=(429, 502, 503),
        raise_on_error=False,
        index=index,
        require_alias=is_alias,
    )
    refused = [_refusal(next(iter(answer.values()))) for is_done, answer in answers if not is_done]
    client.indices.refresh(index=index)
    return (*refusals, *(refusal for refusal in refused if refusal))


def _refusal(answer: dict[str, Any]) -> Refusal | None:
    """None where nothing was left to do: the server holds this version or a higher one, or nothing to delete.

    Raises EngineUnavailable where not the document is at fault but the server, after all retries.
    """
    error = answer.get("error")
    if error is None or answer["status"] == _CONFLICT:
        return None
    reason = f"{error['type']}: {error['reason']}"
    if answer["status"] != _BAD_DOCUMENT:
        raise EngineUnavailable(f"Elasticsearch took no documents ({reason}); mend that and try again")
    return Refusal(answer["_id"], reason)


def _action(change: Entry | Delete) -> Json:
    """The version is the outbox's, so that of two writers the later state stays, whoever comes first."""
    action: Json = {"_id": change.id, "version": change.version, "version_type": "external"}
    if isinstance(change, Delete):
        return {"_op_type": "delete", **action}
    return {"_op_type": "index", **action, "_source": _document(change)}


def _document(entry: Entry) -> Json:
    document: Json = {
        "text": [part.exact for part in entry.parts],
        "folded": [part.folded for part in entry.parts],
        "title": entry.title.exact,
        "title_folded": entry.title.folded,
        "newest": entry.sort.newest,
        "oldest": entry.sort.oldest,
    }
    if entry.day is not None:
        document["day"] = entry.day
    for keywords in entry.keywords:
        document[keywords.field] = list(keywords.shown)
        if keywords.field in KEYED:
            document[keys_field(keywords.field)] = list(keywords.keys)
    return document


def _label() -> dict[str, int]:
    return {"schema": SCHEMA_VERSION, "analysis": ANALYSIS_VERSION, "record": RECORD_VERSION}
