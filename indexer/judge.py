"""Judged queries and what a search gave for them in; how good the order is out."""

import csv
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with the grades of the documents that answer it."""

    id: str
    text: str
    grades: Mapping[str, int]


class BadCollection(Exception):
    """A folder that is no judged collection; the message names the file and what is missing."""


def load(folder: Path) -> tuple[Judged, ...]:
    """The queries of a BEIR folder (`queries.jsonl`, `qrels.tsv`) that have an answer.  Raises BadCollection."""
    try:
        grades = _grades(folder / "qrels.tsv")
        lines = (folder / "queries.jsonl").read_text("utf-8").splitlines()
        queries = [json.loads(line) for line in lines if line.strip()]
        return tuple(
            Judged(one["_id"], one["text"], grades[one["_id"]]) for one in queries if one["_id"] in grades
        )
    except (OSError, ValueError, KeyError) as error:
        hint = "a folder with queries.jsonl (_id, text) and qrels.tsv (query-id, corpus-id, score) is wanted"
        raise BadCollection(f"{folder}: {error}; {hint}") from error


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], *, depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain with gains of 2^grade - 1: 1 for the best order that there is."""
    gain = _gain([grades.get(one, 0) for one in ranking[:depth]])
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return gain / best


def mean_ndcg(rankings: Mapping[str, Sequence[str]], queries: Sequence[Judged]) -> float:
    """Over all queries; one without a ranking counts 0."""
    return fmean(ndcg(rankings.get(one.id, ()), one.grades) for one in queries)


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def _grades(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row["score"]) > 0:
                grades.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    return grades
