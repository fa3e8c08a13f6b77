"""A rule's options as a pydantic model, which validates them and describes them."""

from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from designlint.option import REQUIRED, Option
from designlint.rule import Rule


def option_model(rule_class: type[Rule]) -> type[BaseModel]:
    """The model; its name and docstring are those of the rule."""
    types = get_type_hints(rule_class, include_extras=True)
    fields: dict[str, Any] = {
        name: (types[name], _field(declared))
        for name, declared in rule_class.declared_options.items()
    }
    return create_model(
        rule_class.__name__,
        __config__=ConfigDict(extra="forbid"),
        __doc__=rule_class.__doc__,
        __module__=rule_class.__module__,
        **fields,
    )


def _field(declared: Any) -> Any:
    if isinstance(declared, Option):
        return Field(declared.default, description=declared.description, ge=declared.ge)
    return ... if declared is REQUIRED else declared
