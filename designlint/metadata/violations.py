"""Where front matter differs from its schema: one finding for each key or value."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from designlint.alignment.likeness import similar_name
from designlint.document import Document
from designlint.document.front_matter import FrontMatter
from designlint.document.span import Span
from designlint.document.yaml_text import YamlPath
from designlint.finding import Finding, quoted
from designlint.language.lexicon import Lexicon
from designlint.metadata.schema import FrontMatterSchema
from designlint.metadata.wording import explain, wrong_type

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_WEIGHTIEST = ("properties", "type", "const", "enum")
_MOST_UNKNOWN = 100
"""Keys of one mapping that are told to be unknown; nobody reads on."""
_FORMS = ("anyOf", "oneOf")


def find_violations(
    schema: FrontMatterSchema, document: Document, lexicon: Lexicon
) -> Iterator[Finding]:
    """One finding for each key that is missing or unknown, and for each value that is wrong.

    A document without front matter is judged as one with an empty one, and told all that it
    lacks in one finding. Raises FrontMatterError for YAML that is broken.
    """
    front_matter = document.front_matter
    found = _Found(front_matter, lexicon)
    for error in schema.errors(front_matter.values if front_matter else {}):
        found.add(_telling(error))
    yield from found.findings()


class _Unknown(Struct, frozen=True):
    """A key that is not in the schema, and the one that was probably meant."""

    parent: YamlPath
    key: str
    meant: str


class _Found:
    """The errors of one document, gathered so that one cause is told once."""

    def __init__(self, front_matter: FrontMatter | None, lexicon: Lexicon) -> None:
        self._front_matter = front_matter
        self._lexicon = lexicon
        self._missing: dict[YamlPath, None] = {}
        self._unknown: dict[YamlPath, _Unknown] = {}
        self._wrong: dict[YamlPath, ValidationError] = {}

    def add(self, error: "ValidationError") -> None:
        """Take note of an error, unless something weightier is known of its place."""
        path: YamlPath = tuple(error.absolute_path)
        names = _names_missing(error)
        if names:
            self._missing.update({(*path, name): None for name in names})
        elif error.validator in ("additionalProperties", "unevaluatedProperties"):
            for key in _names_unknown(error):
                self._add_unknown(path, key, error)
        elif "propertyNames" in list(error.absolute_schema_path)[-2:]:
            self._add_unknown(path, str(error.instance), error)
        elif path not in self._wrong or _weight(error) < _weight(self._wrong[path]):
            self._wrong[path] = error

    def findings(self) -> Iterator[Finding]:
        """What is to be told, in no particular order."""
        meant = {(*each.parent, each.meant) for each in self._unknown.values() if each.meant}
        missing = [path for path in self._missing if path not in meant]
        if self._front_matter is None and missing:
            names = quoted(_shown(path) for path in missing)
            yield Finding(
                Span(0, 0),
                f"There is no front matter, and the schema asks for {names}",
                "Open the file with a line `---`, a line for each of them, and a line `---`.",
            )
            return
        for path in missing:
            yield Finding(
                self._span(path[:-1]),
                f"{_name(path)} is missing from the front matter",
                f"Add `{path[-1]}: …`{_below(path[:-1])}.",
            )
        for path, unknown in self._unknown.items():
            did = f"Did you mean `{unknown.meant}`? " if unknown.meant else ""
            place = self._front_matter.places.get(path) if self._front_matter else None
            yield Finding(
                (place and place.key) or self._span(path[:-1]),
                f"{_name(path)} is no key of the schema",
                f"{did}Rename or delete it.",
            )
        for path, error in self._wrong.items():
            yield Finding(self._span(path), *_explained(error, path))

    def _add_unknown(self, parent: YamlPath, key: str, error: "ValidationError") -> None:
        schema = error.schema if isinstance(error.schema, dict) else {}
        used = error.instance if isinstance(error.instance, dict) else {}
        free = [name for name in schema.get("properties", {}) if name not in used]
        unknown = _Unknown(parent, key, similar_name(key, free, self._lexicon))
        self._unknown[(*parent, key)] = unknown

    def _span(self, path: YamlPath) -> Span:
        """The place of a value, or of the nearest one around it that has a place of its own."""
        if self._front_matter is None:
            return Span(0, 0)
        places = self._front_matter.places
        while path and path not in places:
            path = path[:-1]
        return places[path].span if path else self._front_matter.fence


def _telling(error: "ValidationError") -> "ValidationError":
    """The error itself, or where a value fits none of several forms, why not the likeliest."""
    while error.validator in _FORMS and error.context:
        if (
            len({tuple(map(str, each.path)) for each in error.context}) == 1
            and len(error.context) > 1
        ):
            return error
        error = max(error.context, key=lambda each: (len(each.path), each.validator != "type"))
    return error


def _explained(error: "ValidationError", path: YamlPath) -> tuple[str, str]:
    name = _name(path)
    if error.validator in (None, "properties"):
        return f"{name} is not allowed by the schema", "Delete it."
    if error.validator in _FORMS:
        kinds = [str(each.validator_value) for each in error.context if each.validator == "type"]
        if kinds and len(kinds) == len(error.context):
            return wrong_type(name, error.instance, kinds)
        names = [name for each in error.context for name in _names_missing(each)]
        if names:
            return f"{name} has none of {quoted(names)}", "Add the one that applies."
    return explain(error, name)


def _names_missing(error: "ValidationError") -> Sequence[str]:
    instance: Any = error.instance
    value: Any = error.validator_value
    if isinstance(instance, dict) and isinstance(value, list) and error.validator == "required":
        return [name for name in value if name not in instance]
    if isinstance(value, dict) and error.validator in ("dependentRequired", "dependencies"):
        asked = [names for key, names in value.items() if key in instance]
        lists = (names for names in asked if isinstance(names, list))
        return [name for names in lists for name in names if name not in instance]
    return ()


def _names_unknown(error: "ValidationError") -> list[str]:
    """The keys that jsonschema's message names: no other part of an error does."""
    keys = list(error.instance) if isinstance(error.instance, dict) else []
    named = (key for key in keys if repr(key) in error.message)
    return list(islice(named, _MOST_UNKNOWN)) or keys[:_MOST_UNKNOWN]


def _weight(error: "ValidationError") -> int:
    known = str(error.validator)
    return _WEIGHTIEST.index(known) if known in _WEIGHTIEST else len(_WEIGHTIEST)


def _shown(path: YamlPath) -> str:
    """A path as people write it: `authors[0].name`."""
    parts = (f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)
    return "".join(parts).removeprefix(".")


def _name(path: YamlPath) -> str:
    return f"`{_shown(path)}`" if path else "The front matter"


def _below(path: YamlPath) -> str:
    return f" below `{_shown(path)}`" if path else ""
