"""The order of hits is graded as other scorers grade it."""

from pathlib import Path

import pytest

from indexer.judge import BadCollection, load, mean_ndcg, ndcg


@pytest.mark.parametrize(
    ("ranking", "score"),
    [
        (["a", "b", "x"], 1.0),
        (["b", "a"], 0.7967),
        (["x", "a"], 0.5212),
        (["x", "y"], 0.0),
        ([], 0.0),
    ],
)
def test_a_better_order_is_graded_higher(ranking: list[str], score: float) -> None:
    assert ndcg(ranking, {"a": 2, "b": 1}) == pytest.approx(score, abs=1e-4)


def test_only_the_first_ten_count() -> None:
    assert ndcg(["x"] * 10 + ["a"], {"a": 1}) == 0


def test_a_collection_is_read_and_a_query_without_an_answer_left_out(tmp_path: Path) -> None:
    (tmp_path / "queries.jsonl").write_text(
        '{"_id": "q1", "text": "hội nghị"}\n{"_id": "q2", "text": "x"}\n', "utf-8"
    )
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\nq2\td1\t0\n", "utf-8")

    queries = load(tmp_path)

    assert [(one.id, one.text, dict(one.grades)) for one in queries] == [("q1", "hội nghị", {"d1": 2})]
    assert mean_ndcg({"q1": ["d1"]}, queries) == 1


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadCollection, match=r"qrels\.tsv"):
        load(tmp_path)
