"""What is plainly right in a configuration file, told without pydantic.

pydantic knows what may stand in a file and what is wrong with it, and takes as long to import as a
small run lasts. Values that have just the types that are asked for come out the same without it.
"""

from collections.abc import Mapping
from typing import Any, get_type_hints

from msgspec import ValidationError, convert

from designlint.config.model import Config
from designlint.option import Option
from designlint.rule import Rule

_WORDED = frozenset(("requirements", "words"))
"""The tables that hold words, which have to be looked at one by one."""
_TYPES = (bool, int, str, tuple[str, ...])


def plain_config(data: Any) -> Config | None:
    """The configuration in the values of a TOML file; None where pydantic has to look at them."""
    if not isinstance(data, dict) or data.keys() & _WORDED:
        return None
    try:
        return convert(data, Config)
    except ValidationError:
        return None


def plain_rule(rule_class: type[Rule], given: Mapping[str, Any]) -> Rule | None:
    """The rule with these options; None where pydantic has to look at them."""
    types = get_type_hints(rule_class, include_extras=True)
    values = {}
    for name, declared in rule_class.declared_options.items():
        if not isinstance(declared, Option) or types[name] not in _TYPES:
            return None
        if name in given:
            try:
                value = convert(given[name], types[name])
            except ValidationError:
                return None
            if declared.ge is not None and value < declared.ge:
                return None
            values[name] = value
    return rule_class(**values)
