"""Lists of names as YAML files; the name of one in, what it holds out."""

from importlib import resources
from typing import Any

import yaml


def load(name: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the slow one takes a second for all files
    return yaml.load((resources.files(__package__) / f"{name}.yaml").read_text("utf-8"), loader)  # noqa: S506 - safe
