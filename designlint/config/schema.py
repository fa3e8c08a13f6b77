"""The JSON Schema of the configuration, with the rules that are loaded: editors complete them."""

from typing import Any

from designlint.config.model import kebab
from designlint.config.option_model import option_model
from designlint.config.tables import ConfigTable
from designlint.registry import Registry
from designlint.rule import Rule

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(registry: Registry) -> dict[str, Any]:
    """The schema of `designlint.toml` and of `[tool.designlint]`."""
    schema = ConfigTable.model_json_schema(by_alias=True)
    definitions: dict[str, Any] = schema.setdefault("$defs", {})
    names = {"enum": list(registry.rules)}
    definitions["Selector"] = {
        "enum": [
            *registry.groups,
            *registry.rules,
            *(f"{rule.group}/{name}" for name, rule in registry.rules.items()),
        ],
        "type": "string",
    }
    properties = schema["properties"]
    for name in ("select", "ignore"):
        properties[name]["items"] = {"$ref": "#/$defs/Selector"}
    own = definitions["DocumentsTable"]["properties"]
    own["type"]["examples"] = list(registry.types)
    for severities in (
        properties["severity"],
        properties["status"]["additionalProperties"],
        own["severity"],
    ):
        severities["propertyNames"] = names
    properties["rules"] = {
        "type": "object",
        "description": properties["rules"]["description"],
        "additionalProperties": False,
        "properties": {
            name: _options_schema(rule, definitions) for name, rule in registry.rules.items()
        },
    }
    return {"$schema": _DRAFT, **schema, "title": "Configuration of designlint"}


def _options_schema(rule: type[Rule], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one rule's options, their names as in a file."""
    schema = option_model(rule).model_json_schema(ref_template=f"#/$defs/{rule.name()}.{{model}}")
    for name, definition in schema.pop("$defs", {}).items():
        definitions[f"{rule.name()}.{name}"] = definition
    summary = schema.get("description", "").partition("\n")[0]
    return {
        "type": "object",
        "description": summary,
        "additionalProperties": False,
        "properties": {kebab(name): value for name, value in schema.get("properties", {}).items()},
    }
