"""A YAML file that somebody wrote and its model in, a checked entry out; what is wrong is told with its mend."""

import difflib
from importlib.resources.abc import Traversable
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

SUFFIXES = (".yaml", ".yml")


def files_in(folder: Traversable) -> list[Traversable]:
    """The YAML files of a folder in the order of their names; none where there is no such folder."""
    if not folder.is_dir():
        return []
    return [one for one in sorted(folder.iterdir(), key=lambda one: one.name) if one.name.endswith(SUFFIXES)]


def read(file: Traversable, model: type[M], *, parts: type[BaseModel], problems: list[str]) -> M | None:
    """What the file says; None where something is wrong, which then stands in `problems`.

    `parts` is the model of what its lists hold: a misspelt key is compared with the right names.
    """
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        problems.append(f"{file}: is no YAML: {' '.join(str(error).split())}")
        return None
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{file}: can't be read: {error}")
        return None
    if not isinstance(content, dict):
        problems.append(f"{file}: holds no keys; write them as in any of the bundled ones")
        return None
    try:
        return model.model_validate(content)
    except ValidationError as error:
        problems.extend(f"{file}: {_describe(problem, model, parts)}" for problem in error.errors())
        return None


def _describe(problem: ErrorDetails, model: type[BaseModel], parts: type[BaseModel]) -> str:
    """One of pydantic's errors as key, what is wrong, and the mend."""
    steps = [str(step) for step in problem["loc"]]
    key = ".".join(steps) or "the whole"
    match problem["type"]:
        case "missing":
            return f"{key}: is missing; add it"
        case "extra_forbidden":
            known = list((parts if len(steps) > 1 else model).model_fields)
            return f"{key}: there is no such key; {_suggestion(steps[-1], known)}"
        case "value_error":
            return f"{key}: {problem['ctx']['error']}"
        case _:
            return f"{key}: {problem['msg']}; it is {problem['input']!r}"


def _suggestion(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
