"""Data files on names of persons: `load("parts")` reads parts.yaml."""

from importlib.resources import files
from typing import Any

import yaml


def load(name: str) -> Any:
    return yaml.load(files(__name__).joinpath(f"{name}.yaml").read_bytes(), Loader=yaml.CSafeLoader)
