"""The OpenAPI description in; what the page for programmers shows of it out.

Our own page, because the usual one loads a megabyte of JavaScript, and from another site.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]  # JSON Schema, as OpenAPI has it


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of an object; `model` names the object that its values are."""

    name: str
    type: str
    model: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: str | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    description: str
    fields: tuple[Field, ...]


def operations(openapi: Schema) -> tuple[Operation, ...]:
    return tuple(
        Operation(
            method=method.upper(),
            path=path,
            summary=one["summary"],
            description=one.get("description", ""),
            parameters=tuple(_parameter(parameter) for parameter in one.get("parameters", ())),
            body=_model(one.get("requestBody", {})),
            answer=_model(one["responses"]["200"]["content"]["application/json"]["schema"]),
        )
        for path, methods in openapi["paths"].items()
        for method, one in methods.items()
    )


def models(openapi: Schema) -> tuple[Model, ...]:
    """Every object that an answer may hold, in the order of the alphabet."""
    return tuple(
        Model(
            name,
            schema.get("description", ""),
            tuple(_field(field, inner) for field, inner in schema.get("properties", {}).items()),
        )
        for name, schema in openapi["components"]["schemas"].items()
    )


def _parameter(parameter: Schema) -> Field:
    schema = parameter["schema"]
    limits = tuple(
        f"{word} {schema[key]}"
        for key, word in (("minimum", "from"), ("maximum", "to"), ("maxLength", "at most"), ("default", "default"))
        if schema.get(key) not in {None, ""}
    )
    note = "; ".join(filter(None, (parameter.get("description", ""), ", ".join(limits))))
    return Field(parameter["name"], _shown(schema), _model(schema), note)


def _field(name: str, schema: Schema) -> Field:
    return Field(name, _shown(schema), _model(schema), schema.get("description", ""))


def _shown(schema: Schema) -> str:
    """A schema in a few words: string or null, array of Snippet."""
    for key, show in _WORDS:
        if key in schema:
            return show(schema[key])
    return str(schema.get("type", "any"))


# What a schema that has this key is called, the more telling key first.
_WORDS: tuple[tuple[str, Callable[[Any], str]], ...] = (
    ("$ref", lambda address: str(address).rpartition("/")[2]),
    ("anyOf", lambda schemas: " or ".join(map(_shown, schemas))),
    ("enum", lambda values: " | ".join(map(str, values))),
    ("prefixItems", lambda schemas: f"[{', '.join(map(_shown, schemas))}]"),
    ("items", lambda schema: f"array of {_shown(schema)}"),
    ("additionalProperties", lambda schema: f"object of {_shown(schema)}"),
)


def _model(schema: Schema) -> str | None:
    """The object that the schema leads to, however deep."""
    return next(_referred(schema), None)


def _referred(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield _shown(schema)
        for inner in schema.values():
            yield from _referred(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _referred(inner)
