"""How a model was trained and how well it does in, a note for people beside its file out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import yaml

from nlp.entities.model.train import Options
from nlp.scoring.hits import Hits


@dataclass(frozen=True, slots=True)
class Note:
    gold: Sequence[str]  # names of files
    articles: int
    options: Options
    held_out: str | None
    scores: Mapping[str, Hits]  # on `held_out`, of the model alone


def write(note: Note, model: Path, *, today: date) -> None:
    """Into a file of the model's name that ends in .yaml."""
    said = {
        "trained on": {"files": [*note.gold], "articles": note.articles},
        "date": today.isoformat(),
        "options": asdict(note.options),
        "bytes": model.stat().st_size,
    }
    if note.held_out:
        rates = {name: _rates(one) for name, one in note.scores.items()}
        said["precision, recall, F1"] = {note.held_out: rates}
    model.with_suffix(".yaml").write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")


def _rates(hits: Hits) -> str:
    return f"{hits.precision:.3f}, {hits.recall:.3f}, {hits.f1:.3f}"
