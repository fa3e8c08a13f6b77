"""A rule's options, from its fields: in words, and as TOML."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from designlint.config.model import kebab
from designlint.config.option_model import option_model
from designlint.rule import Rule

_WIDEST = 96
_WORDS = {
    bool: ("true or false", "truth values"),
    int: ("a whole number", "whole numbers"),
    float: ("a number", "numbers"),
    str: ("a string", "strings"),
    date: ("a date", "dates"),
}


def options_section(rule_class: type[Rule]) -> str:
    """The part of a page that tells its options; empty for a rule without any."""
    fields = option_model(rule_class).model_fields
    if not fields:
        return ""
    parts = ["## Options"]
    for name, info in fields.items():
        parts += [f"### `{kebab(name)}`", _facts(info)]
    table = f"rules.{rule_class.name()}"
    settings = [
        _assignment(kebab(name), value)
        for name, info in fields.items()
        if (value := _default(info)) is not None
    ]
    where = f"(in `pyproject.toml` the table is `[tool.designlint.{table}]`)"
    parts.append(f"In `designlint.toml`, with the defaults {where}:")
    parts.append("\n".join(["```toml", f"[{table}]", *settings, "```"]))
    return "\n\n".join(parts)


def type_in_words(annotation: Any, *, many: bool = False) -> str:
    """What a value of this type is called in a configuration file: `a list of strings`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return type_in_words(arguments[0], many=many)
    if origin in (Union, UnionType):
        kept = [each for each in arguments if each is not NoneType]
        return " or ".join(type_in_words(each, many=many) for each in kept)
    if origin is Literal:
        return _listed(arguments)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _listed(tuple(member.value for member in annotation))
    container = origin or annotation
    if isinstance(container, type) and issubclass(container, Mapping):
        inner = type_in_words(arguments[-1], many=True) if arguments else "values"
        return f"{'tables' if many else 'a table'} of {inner}"
    if container in (list, tuple, set, frozenset, Sequence):
        inner = type_in_words(arguments[0], many=True) if arguments else "values"
        return f"{'lists' if many else 'a list'} of {inner}"
    words = _WORDS.get(annotation)
    return words[many] if words else str(getattr(annotation, "__name__", annotation))


def toml_value(value: Any) -> str:
    """A value as TOML. Raises TypeError for what TOML does not have."""
    match value:
        case bool():
            return "true" if value else "false"
        case Enum():
            return toml_value(value.value)
        case int() | float() | date():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Mapping():
            items = ", ".join(
                f"{toml_value(key)} = {toml_value(each)}" for key, each in value.items()
            )
            return f"{{ {items} }}" if items else "{}"
        case set() | frozenset():
            return toml_value(sorted(value))
        case list() | tuple():
            return f"[{', '.join(map(toml_value, value))}]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _facts(info: FieldInfo) -> str:
    words = type_in_words(info.annotation)
    default = _default(info)
    told = "not set" if default is None else f"`{toml_value(default)}`"
    facts = f"{words[:1].upper()}{words[1:]}; {told} by default."
    return f"{facts} {info.description}" if info.description else facts


def _default(info: FieldInfo) -> Any:
    return None if info.is_required() else info.get_default(call_default_factory=True)


def _assignment(name: str, value: Any) -> str:
    line = f"{name} = {toml_value(value)}"
    if len(line) <= _WIDEST or not isinstance(value, (list, tuple, set, frozenset)):
        return line
    return "\n".join([f"{name} = [", *_wrapped(list(value)), "]"])


def _wrapped(values: list[Any]) -> Iterator[str]:
    """The items of a long list, as many to a line as fit."""
    line = ""
    for value in values:
        item = f"{toml_value(value)},"
        if line and len(line) + len(item) + 1 > _WIDEST:
            yield line
            line = ""
        line = f"{line} {item}" if line else f"    {item}"
    yield line


def _listed(values: tuple[Any, ...]) -> str:
    words = [f"`{toml_value(value)}`" for value in values]
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
