"""The name of a list in the data folder in, its entries out."""

from functools import cache
from importlib import resources


@cache
def entries(name: str) -> tuple[str, ...]:
    """Lines of `data/<name>.txt`, comments and empty ones left out."""
    text = resources.files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#"))
