"""Which model file is used: the one that ships, or the one that the environment names."""

import os
from pathlib import Path

from nlp.crf import NotAModel

CHOICE = "TRACUU_NER_MODEL"  # worker processes inherit it
SHIPPED = Path(__file__).parent / "data/ner.crf"


def chosen() -> Path:
    """Raises NotAModel where there is no such file."""
    name = os.environ.get(CHOICE)
    path = Path(name) if name else SHIPPED
    if not path.is_file():
        mend = f"correct or unset {CHOICE}" if name else "install tracuu again"
        raise NotAModel(f"the model {path} is missing; {mend}, or make it with tracuu train ner")
    return path
