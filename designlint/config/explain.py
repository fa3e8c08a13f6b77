"""pydantic's errors in the words of a configuration file."""

from pydantic import BaseModel, ValidationError

from designlint.config.errors import Key, did_you_mean
from designlint.config.model import kebab
from designlint.config.tables import ConfigTable, DocumentsTable, RequirementsTable, WordsTable

_KINDS = {
    "string_type": "a string",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_parsing": "true or false",
}


def explain(error: ValidationError, model: type[BaseModel]) -> tuple[Key, str, str]:
    """The gravest error: the key it is at, what to say of it, and the value to look for there."""
    # A misspelt key is the likely cause of a missing one.
    errors = sorted(
        error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden"
    )
    first = errors[0]
    key: Key = tuple(part for part in first["loc"] if part != "[key]")
    if model is not ConfigTable and key:
        # Options of rules have no aliases: pydantic gives the Python name of the field.
        key = (kebab(str(key[0])), *key[1:])
    value = first["input"]
    kind = first["type"]
    name = next((part for part in reversed(key) if isinstance(part, str)), "")
    sought = value if isinstance(value, str) else ""
    if kind == "extra_forbidden":
        known = _keys_at(key, model)
        hint = did_you_mean(name, known) or f"; the keys here are {', '.join(sorted(known))}"
        return key, f'unknown key "{name}"{hint}', ""
    if kind == "missing":
        return key, f"{_table(key[:-1])}needs the key `{name}`", ""
    if kind in ("enum", "literal_error"):
        allowed = _allowed(str(first.get("ctx", {}).get("expected", "")))
        hint = did_you_mean(sought, allowed) if sought else ""
        words = " or ".join(part for part in (", ".join(allowed[:-1]), allowed[-1]) if part)
        return key, f"`{name}` is {words}, not {_quoted(value)}{hint}", sought
    if kind in ("too_short", "string_too_short") and not value:
        return key, f"`{name}` must not be empty", sought
    if kind in _KINDS:
        return key, f"`{name}` takes {_KINDS[kind]}, not {_quoted(value)}", sought
    message = first["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return key, f"`{name}`: {message[:1].lower()}{message[1:]}", sought


def _keys_at(key: Key, model: type[BaseModel]) -> list[str]:
    """The keys that the table holding `key` may have."""
    if model is ConfigTable and len(key) > 1 and key[0] == "documents":
        model = DocumentsTable
    if model is ConfigTable and len(key) > 1 and key[0] == "words":
        model = WordsTable
    if model is ConfigTable and len(key) > 1 and key[0] == "requirements":
        model = RequirementsTable
    return [kebab(name) for name in model.model_fields]


def _table(key: Key) -> str:
    return f"[[{key[0]}]] " if len(key) == 2 and isinstance(key[1], int) else ""


def _allowed(expected: str) -> list[str]:
    """The words in pydantic's `'a', 'b' or 'c'`."""
    return expected.split("'")[1::2] or [expected]


def _quoted(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else str(value)
