"""What the mapping and the index of a real Elasticsearch do when they are not as expected."""

from uuid import uuid4

import pytest
from elasticsearch import BadRequestError, Elasticsearch

from indexer.elastic.engine import ElasticEngine
from indexer.engine import EngineUnavailable
from indexer.query import Everything, Request

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def client(elasticsearch_url):
    with Elasticsearch(elasticsearch_url) as client:
        yield client


@pytest.fixture
def name(client):
    name = f"test-{uuid4().hex}"
    yield name
    for index in client.indices.get(index=f"{name}-*"):
        client.indices.delete(index=index)


@pytest.fixture
def engine(elasticsearch_url, name):
    engine = ElasticEngine(url=elasticsearch_url, name=name, shards=2)
    yield engine
    engine.close()


def index_of(client, name):
    (index,) = client.indices.get_alias(name=name)
    return index


def test_a_field_that_nobody_planned_is_refused(engine, client, name, record):
    engine.write([record("a", title="sông")])
    with pytest.raises(BadRequestError, match="strict_dynamic_mapping_exception"):
        client.index(index=name, document={"stray": 1})


def test_texts_are_not_kept(engine, client, name, record):
    engine.write([record("a", title="sông Hồng", body="nước lớn")])
    kept = client.get(index=name, id="a")["_source"]
    assert not {"text", "folded", "title", "title_folded"} & set(kept)


def test_an_index_has_the_shards_and_replicas_of_the_settings(engine, client, name, record):
    engine.write([record("a", title="sông")])
    settings = client.indices.get_settings(index=name)[index_of(client, name)]["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("2", "0")


def test_an_index_that_vanished_is_missed_and_never_made_by_chance(engine, client, name, record):
    engine.write([record("a", title="sông")])
    client.indices.delete(index=index_of(client, name))
    with pytest.raises(EngineUnavailable, match="index_not_found_exception"):
        engine.write([record("b", title="sông")])
    with pytest.raises(EngineUnavailable, match="run: tracuu rebuild --index"):
        engine.search(Request(Everything()))
    assert not client.indices.exists(index=name)
    assert "there is no index" in engine.check()


def test_a_server_that_takes_no_documents_keeps_the_batch_waiting(engine, client, name, record):
    engine.write([record("a", title="sông")])
    client.indices.put_settings(index=name, settings={"index.blocks.write": True})
    with pytest.raises(EngineUnavailable, match="took no documents"):
        engine.write([record("b", title="sông")])


def test_the_index_before_stays_until_the_next_rebuild(engine, client, name, record):
    made = []
    for version in range(1, 4):
        with engine.rebuild() as generation:
            generation.write([record("a", title="sông", version=version)])
            generation.publish()
        made.append(index_of(client, name))
    assert sorted(client.indices.get(index=f"{name}-*")) == made[1:]


def test_names_that_begin_alike_are_kept_apart(engine, elasticsearch_url, client, name, record):
    """One store's rebuild must not sweep away the index of another, whose name begins with its own."""
    other = ElasticEngine(url=elasticsearch_url, name=f"{name}-2")
    other.write([record("b", title="núi")])
    for _ in range(3):
        with engine.rebuild() as generation:
            generation.publish()
    assert other.count() == 1
    assert other.check() is None
    other.close()


def test_words_are_counted_over_several_shards(engine, record):
    engine.write([record(f"{n}", title="sông", places=[f"Xã {n % 5}"]) for n in range(50)])
    result = engine.search(Request(Everything(), facets=("places",), facet_size=2))
    assert [(one.value, one.count) for one in result.facets[0][1]] == [("Xã 0", 10), ("Xã 1", 10)]
    assert result.warnings == ()
