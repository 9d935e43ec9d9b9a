"""Lists of words as a YAML file in, the same in standard spelling out."""

from importlib import resources

import yaml

from nlp.normalize import standard


def load(name: str) -> dict[str, tuple[str, ...]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (resources.files(__package__) / f"{name}.yaml").read_text("utf-8")
    lists = yaml.load(text, loader)  # noqa: S506 - safe
    return {key: tuple(dict.fromkeys(map(standard, words))) for key, words in lists.items()}
