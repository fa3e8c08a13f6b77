"""What is wrong with a value, in plain words: jsonschema's errors, a sentence for each keyword."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from designlint.finding import quoted, shortened

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "array": "a list",
    "object": "a mapping of keys to values",
    "null": "no value",
}
_FORMATS = {
    "date": ("ISO date", "2026-03-01"),
    "date-time": ("ISO date and time", "2026-03-01T12:00:00Z"),
    "time": ("time", "12:00:00Z"),
    "email": ("e-mail address", "ada@example.org"),
    "uri": ("URI", "https://example.org/design"),
    "uuid": ("UUID", "123e4567-e89b-12d3-a456-426614174000"),
}
_LIMITS = {
    "minLength": "has fewer characters than {}",
    "maxLength": "has more characters than {}",
    "minItems": "has fewer items than {}",
    "maxItems": "has more items than {}",
    "minProperties": "has fewer keys than {}",
    "maxProperties": "has more keys than {}",
    "minimum": "is less than {}",
    "maximum": "is more than {}",
    "exclusiveMinimum": "is not more than {}",
    "exclusiveMaximum": "is not less than {}",
    "multipleOf": "is no multiple of {}",
}
_Said = tuple[str, str]


def explain(error: "ValidationError", name: str) -> _Said:
    """A message and a help for an error about the value that messages call `name`."""
    keyword, value, instance = str(error.validator), error.validator_value, error.instance
    empty = instance is None or instance == "" or (instance == [] and keyword == "minItems")
    if empty and keyword != "not":
        return f"{name} has no value", "Fill it." + _examples(error)
    if keyword in _LIMITS:
        return f"{name} {_LIMITS[keyword].format(value)}", f"It says `{_shown(instance)}`."
    explained = _EXPLAINED.get(keyword)
    if explained is not None:
        return explained(name, instance, value)
    asked = shortened(f"{keyword}: {_shown(value)}", 80)
    return f"{name} is not what the schema asks for", f"The schema says `{asked}`."


def wrong_type(name: str, instance: Any, kinds: Iterable[str]) -> _Said:
    """What to say of a value that is none of the `kinds` of value that JSON Schema names."""
    wanted = " or ".join(_TYPES.get(kind, kind) for kind in kinds)
    return f"{name} is {_type_of(instance)}, and is to be {wanted}", f"Make it {wanted}."


def _type_of(instance: Any) -> str:
    kinds: Mapping[type, str] = {bool: "boolean", str: "string", list: "array", dict: "object"}
    return _TYPES[kinds.get(type(instance), "number")]


def _examples(error: "ValidationError") -> str:
    schema = error.schema if isinstance(error.schema, dict) else {}
    values = schema.get("enum")
    return f" Use one of {quoted(map(_shown, values))}." if values else ""


def _shown(value: Any) -> str:
    import json  # Most runs have no schema.

    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shortened(text, 60)


def _type(name: str, instance: Any, value: Any) -> _Said:
    return wrong_type(name, instance, [value] if isinstance(value, str) else value)


def _enum(name: str, instance: Any, value: Any) -> _Said:
    message = f"{name} says `{_shown(instance)}`, which the schema does not list"
    return message, f"Use one of {quoted(map(_shown, value))}."


def _const(name: str, instance: Any, value: Any) -> _Said:
    message = f"{name} says `{_shown(instance)}`, and is to be `{_shown(value)}`"
    return message, f"Write `{_shown(value)}`."


def _pattern(name: str, instance: Any, value: Any) -> _Said:
    message = f"{name} says `{_shown(instance)}`, which is not of the form that the schema asks for"
    return message, f"Write it so that it matches `{value}`."


def _format(name: str, instance: Any, value: Any) -> _Said:
    noun, example = _FORMATS.get(value, (str(value), ""))
    such = f"Write one, such as `{example}`." if example else f"Write it as {noun}."
    return f"{name} says `{_shown(instance)}`, which is no {noun}", such


def _unique(name: str, instance: Any, value: Any) -> _Said:
    return f"{name} has an item twice", "Delete one of them."


def _forms(name: str, instance: Any, value: Any) -> _Said:
    says = "" if isinstance(instance, (dict, list)) else f" says `{_shown(instance)}`, which"
    message = f"{name}{says} is in no form that the schema allows"
    return message, "Write it in one of the forms that the schema gives."


def _excluded(name: str, instance: Any, value: Any) -> _Said:
    message = f"{name} says `{_shown(instance)}`, which the schema excludes"
    return message, "Write something else."


_EXPLAINED: Mapping[str, Callable[[str, Any, Any], _Said]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "uniqueItems": _unique,
    "anyOf": _forms,
    "oneOf": _forms,
    "not": _excluded,
}
