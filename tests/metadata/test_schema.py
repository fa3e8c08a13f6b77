"""Which schemas can be used, and where the others are wrong."""

import json
import pickle
import socket
from typing import Any

import pytest

from designlint.metadata.schema import SchemaError, read_schema


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("{\n  'a': 1}", 2, "is not valid JSON: Expecting property name enclosed in double quotes"),
        ("", 1, "is not valid JSON: Expecting value"),
        ("[]", 1, "is no JSON Schema: it has to be an object, in `{` and `}`"),
        ("true", 1, "is no JSON Schema: it has to be an object, in `{` and `}`"),
        ("[" * 100_000, 1, "is nested too deeply"),
        (
            '{\n\t"properties": {\n\t\t"status": {\n\t\t\t"type": "sting"\n\t\t}\n\t}\n}',
            4,
            "is no valid JSON Schema: at properties.status.type, "
            "'sting' is not valid under any of the given schemas",
        ),
        ('{\n "type": "object",\n "required": "a"}', 3, "'a' is not of type 'array'"),
        ('{"properties": {"a":\n {"pattern": "("}}}', 2, "'(' is not a 'regex'"),
        ('{\n"$schema": "https://example.org/none"}', 2, 'has an unknown `$schema`: "https://exam'),
        ('{\n"$schema": 7}', 2, 'has an unknown `$schema`: "7"'),
        (
            '{"properties": {\n"a": {"$ref": "#/$defs/b"}}}',
            2,
            'refers to "#/$defs/b", which is not in this file; nothing is fetched',
        ),
        ('{"allOf": [\n{"$ref": "https://example.org/a.json"}]}', 2, "nothing is fetched"),
        ('{"$ref": "other.json"}', 1, 'refers to "other.json"'),
        ('{"$ref": "#"}', 1, "refers to itself without end"),
    ],
)
def test_schemas_that_cannot_be_used(text: str, line: int, message: str) -> None:
    with pytest.raises(SchemaError) as raised:
        read_schema(text)
    assert message in raised.value.message
    assert raised.value.line == line


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"$ref": "#/$defs/a", "$defs": {"a": {"type": "object"}}},
        {"$id": "https://example.org/adr.json", "$ref": "a", "$defs": {"x": {"$id": "a"}}},
        {"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a",
         "definitions": {"a": {}}},
        {"properties": {"$ref": {"type": "string"}}, "enum": [{}, {"$ref": "nowhere"}]},
    ],
)  # fmt: skip
def test_schemas_that_can(schema: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    assert not list(read_schema(json.dumps(schema)).errors({}))


def test_a_schema_survives_pickling() -> None:
    schema = pickle.loads(pickle.dumps(read_schema('{"required": ["a"]}')))
    assert [error.validator for error in schema.errors({})] == ["required"]
