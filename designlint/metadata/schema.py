"""A JSON Schema for front matter: read once, checked before it is used, and kept as text.

jsonschema and json are imported only where a configuration names a schema. Nothing is ever
fetched: what a `$ref` means has to stand in the same file.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from designlint.document.yaml_text import YamlPath, find_places

if TYPE_CHECKING:
    import jsonschema.protocols
    from jsonschema.exceptions import ValidationError
    from referencing import Resource


class SchemaError(Exception):
    """A schema that cannot be used; `line` is the 1-based line of its text."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class LibraryError(Exception):
    """The library for JSON Schemas is not installed."""


class FrontMatterSchema(Struct, frozen=True):
    """A schema that has been checked, as its JSON text, so that plans can be pickled."""

    text: str

    def errors(self, values: Mapping[str, Any]) -> "Iterator[ValidationError]":
        """What is wrong with front matter, in jsonschema's words, in a fixed order."""
        found = _validator(self.text).iter_errors(_as_json(values))
        return iter(sorted(found, key=lambda error: ([*map(str, error.path)], error.message)))


def read_schema(text: str) -> FrontMatterSchema:
    """The schema whose JSON is `text`.

    Raises SchemaError for one that cannot be used, and LibraryError without jsonschema.
    """
    import json

    try:
        loaded = json.loads(text)
    except json.JSONDecodeError as error:
        raise SchemaError(error.lineno, f"is not valid JSON: {error.msg}") from error
    except RecursionError as error:
        raise SchemaError(1, "is nested too deeply") from error
    if not isinstance(loaded, dict):
        raise SchemaError(1, "is no JSON Schema: it has to be an object, in `{` and `}`")
    _check(text, loaded)
    schema = FrontMatterSchema(text)
    try:
        list(schema.errors({}))
    except RecursionError as error:
        raise SchemaError(1, "refers to itself without end") from error
    return schema


def _check(text: str, loaded: dict[str, Any]) -> None:
    try:
        import jsonschema.exceptions
        from jsonschema.validators import validator_for
        from referencing import Registry, Resource
        from referencing.exceptions import Unresolvable
        from referencing.jsonschema import DRAFT202012
    except ImportError as error:
        raise LibraryError(str(error)) from error
    dialect = loaded.get("$schema", DRAFT202012_URI)
    kind = None
    if isinstance(dialect, str):
        kind = validator_for({"$schema": dialect}, default=None)  # type: ignore[arg-type]  # is allowed
    if kind is None:
        raise SchemaError(_line(text, ("$schema",)), f'has an unknown `$schema`: "{dialect}"')
    try:
        kind.check_schema(loaded)
    except jsonschema.exceptions.SchemaError as error:
        where = ".".join(map(str, error.absolute_path)) or "the schema"
        problem = f"is no valid JSON Schema: at {where}, {error.message}"
        raise SchemaError(_line(text, tuple(error.absolute_path)), problem) from error
    resource = Resource.from_contents(loaded, default_specification=DRAFT202012)
    registry = Registry().with_resource(resource.id() or "", resource)
    resolver = registry.resolver_with_root(resource)
    for part, inner in _parts(resource, resolver):
        reference = part.contents.get("$ref") if isinstance(part.contents, dict) else None
        if isinstance(reference, str):
            try:
                inner.lookup(reference)
            except Unresolvable:
                at = text.find(f'"{reference}"')
                line = text.count("\n", 0, max(at, 0)) + 1
                problem = f'refers to "{reference}", which is not in this file'
                raise SchemaError(line, f"{problem}; nothing is fetched") from None


DRAFT202012_URI = "https://json-schema.org/draft/2020-12/schema"
"""What a schema is written in that does not say."""


def _parts(resource: "Resource[Any]", resolver: Any) -> "Iterator[tuple[Resource[Any], Any]]":
    """A schema and all schemas in it, each with what resolves the references in it."""
    yield resource, resolver
    for each in resource.subresources():
        yield from _parts(each, resolver.in_subresource(each))


def _line(text: str, path: YamlPath) -> int:
    """The line of a place in JSON, which is YAML but for tabs between its tokens."""
    places = find_places(text.replace("\t", " "), 0)
    while path and path not in places:
        path = path[:-1]
    return text.count("\n", 0, places[path].span.start) + 1 if path else 1


@lru_cache(maxsize=64)
def _validator(text: str) -> "jsonschema.protocols.Validator":
    import json

    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend, validator_for
    from referencing import Registry

    schema = json.loads(text)
    kind = validator_for({"$schema": DRAFT202012_URI, **schema})
    usual = kind.VALIDATORS["properties"]

    def properties(validator: Any, known: Any, instance: Any, inner: Any) -> Iterator[Any]:
        """As jsonschema does it, which loses the name of a key whose schema is `false`."""
        refused = [name for name, each in known.items() if each is False]
        for name in refused if isinstance(instance, dict) else ():
            if name in instance:
                yield ValidationError("not allowed", path=[name], instance=instance[name])
        rest = {name: each for name, each in known.items() if each is not False}
        yield from usual(validator, rest, instance, inner)

    kind = extend(kind, {"properties": properties})  # type: ignore[no-untyped-call]  # the stubs leave it out
    # An empty registry looks nothing up elsewhere; without one, jsonschema would fetch it.
    made: jsonschema.protocols.Validator = kind(
        schema, registry=Registry(), format_checker=kind.FORMAT_CHECKER
    )
    return made


def _as_json(value: Any) -> Any:
    """A value of YAML as JSON has it: dates are ISO strings, keys are strings, sets are lists."""
    if isinstance(value, Mapping):
        return {str(key): _as_json(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_as_json(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
