"""What is told of front matter that differs from its schema, and where."""

import json
from typing import Any

import pytest

from designlint.document import parse_document
from designlint.language.lexicon import ENGLISH
from designlint.metadata.schema import read_schema
from designlint.metadata.violations import find_violations

_TEXT = {"type": "string"}
_DATE = {"type": "string", "format": "date"}
_PERSON = {"type": "object", "required": ["name"], "properties": {"name": _TEXT}}


def told(schema: dict[str, Any], front_matter: str | None) -> list[tuple[str, str, str]]:
    """What each finding points at, its message, and its help, in document order."""
    text = "# T\n" if front_matter is None else f"---\n{front_matter}\n---\n\n# T\n"
    document = parse_document(text)
    found = find_violations(read_schema(json.dumps(schema)), document, ENGLISH)
    return [
        (each.span.slice(text), each.message, each.help)
        for each in sorted(found, key=lambda each: each.span)
    ]


def of_value(schema: dict[str, Any], value: str) -> tuple[str, str, str]:
    """What is told of the one value `key: value`."""
    (finding,) = told({"properties": {"key": schema}}, f"key: {value}")
    return finding


@pytest.mark.parametrize(
    ("schema", "value", "place", "message", "help_text"),
    [
        (_TEXT, "7", "7", "`key` is a number, and is to be text", "Make it text."),
        (_TEXT, "[a]", "key", "`key` is a list, and is to be text", "Make it text."),
        (_TEXT, "yes", "yes", "`key` is `true` or `false`, and is to be text", "Make it text."),
        (_TEXT, "", "key", "`key` has no value", "Fill it."),
        ({"type": ["integer", "null"]}, "a", "a",
         "`key` is text, and is to be a whole number or no value",
         "Make it a whole number or no value."),
        ({"enum": ["draft", 7, None]}, "'done'", "done",
         "`key` says `done`, which the schema does not list", "Use one of `draft`, `7`, `null`."),
        ({"type": "string", "enum": ["a", "b"]}, "", "key", "`key` has no value",
         "Fill it. Use one of `a`, `b`."),
        ({"const": "adr"}, "rfc", "rfc", "`key` says `rfc`, and is to be `adr`", "Write `adr`."),
        ({"pattern": "^ADR-"}, "RFC-1", "RFC-1",
         "`key` says `RFC-1`, which is not of the form that the schema asks for",
         "Write it so that it matches `^ADR-`."),
        (_DATE, "last May", "last May", "`key` says `last May`, which is no ISO date",
         "Write one, such as `2026-03-01`."),
        ({"minLength": 3}, "ab", "ab", "`key` has fewer characters than 3", "It says `ab`."),
        ({"minLength": 3}, '""', "key", "`key` has no value", "Fill it."),
        ({"minItems": 1}, "[]", "key", "`key` has no value", "Fill it."),
        ({"maxItems": 1}, "[a, b]", "key", "`key` has more items than 1", 'It says `["a", "b"]`.'),
        ({"maximum": 5}, "7", "7", "`key` is more than 5", "It says `7`."),
        ({"uniqueItems": True}, "[a, a]", "key", "`key` has an item twice", "Delete one of them."),
        ({"not": {"const": "x"}}, "x", "x", "`key` says `x`, which the schema excludes",
         "Write something else."),
        ({"contains": {"const": "x"}}, "[a]", "key", "`key` is not what the schema asks for",
         'The schema says `contains: {"const": "x"}`.'),
        ({"anyOf": [_TEXT, {"type": "array"}]}, "7", "7",
         "`key` is a number, and is to be text or a list", "Make it text or a list."),
        ({"oneOf": [{"const": "a"}, {"pattern": "^b"}]}, "c", "c",
         "`key` says `c`, which is in no form that the schema allows",
         "Write it in one of the forms that the schema gives."),
        ({"anyOf": [_TEXT, {"items": {"enum": ["a"]}}]}, "[b]", "b",
         "`key[0]` says `b`, which the schema does not list", "Use one of `a`."),
        (False, "x", "x", "`key` is not allowed by the schema", "Delete it."),
    ],
)  # fmt: skip
def test_values(
    schema: dict[str, Any], value: str, place: str, message: str, help_text: str
) -> None:
    assert of_value(schema, value) == (place, message, help_text)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (_DATE, "2026-03-01"),
        (_DATE, "'2026-03-01'"),
        ({"type": "string"}, "2026-03-01 12:00:00"),
        ({"type": "array", "items": _DATE}, "[2026-03-01]"),
        ({"type": "object", "required": ["1"]}, "{1: x}"),
        ({"type": "array"}, "!!set {a, b}"),
    ],
)
def test_values_of_yaml_are_values_of_json(schema: dict[str, Any], value: str) -> None:
    assert told({"properties": {"key": schema}}, f"key: {value}") == []


def test_missing_keys_are_told_at_the_fence_or_at_what_should_hold_them() -> None:
    schema = {
        "required": ["title", "owner"],
        "properties": {"owner": _PERSON, "authors": {"items": _PERSON}},
    }
    assert told(schema, "owner: {}\nauthors:\n  - name: Ada\n  - mail: x") == [
        ("---", "`title` is missing from the front matter", "Add `title: …`."),
        ("owner", "`owner.name` is missing from the front matter", "Add `name: …` below `owner`."),
        (
            "mail: x",
            "`authors[1].name` is missing from the front matter",
            "Add `name: …` below `authors[1]`.",
        ),
    ]


def test_one_of_several_missing_keys() -> None:
    schema = {"anyOf": [{"required": ["owner"]}, {"required": ["team"]}]}
    assert told(schema, "a: b") == [
        ("---", "The front matter has none of `owner`, `team`", "Add the one that applies.")
    ]
    assert told({"dependentRequired": {"a": ["b"]}}, "a: x") == [
        ("---", "`b` is missing from the front matter", "Add `b: …`.")
    ]


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_a_misspelt_key_is_told_once_with_what_was_meant(keyword: str) -> None:
    schema = {"properties": {"author": _TEXT, "x": {}}, "required": ["author"], keyword: False}
    assert told(schema, "autor: Ada\nsize: 3\nx: 1") == [
        ("autor", "`autor` is no key of the schema", "Did you mean `author`? Rename or delete it."),
        ("size", "`size` is no key of the schema", "Rename or delete it."),
    ]


def test_names_of_keys() -> None:
    schema = {"propertyNames": {"pattern": "^[a-z]+$"}}
    assert told(schema, "Title: x\nowner: y") == [
        ("Title", "`Title` is no key of the schema", "Rename or delete it.")
    ]


def test_a_document_without_front_matter_has_an_empty_one() -> None:
    schema = {"required": ["title", "owner"], "minProperties": 1}
    assert told(schema, None) == [
        (
            "",
            "There is no front matter, and the schema asks for `title`, `owner`",
            "Open the file with a line `---`, a line for each of them, and a line `---`.",
        )
    ]
    assert told({}, None) == []


def test_aliases_and_merged_keys_are_found_where_they_are_written() -> None:
    schema = {"properties": {"a": {}, "b": {"properties": {"n": _TEXT}}}}
    assert told(schema, "a: &a\n  n: 7\nb:\n  <<: *a")[0][:2] == (
        "b",
        "`b.n` is a number, and is to be text",
    )
