"""Makes a rule with the options of a TOML table."""

from collections.abc import Iterable, Mapping
from typing import Any

from designlint.config.errors import Key, did_you_mean
from designlint.config.model import kebab
from designlint.rule import Rule


class OptionError(Exception):
    """An option that is unknown or has a wrong value.

    `key` is where in the table, `message` what is wrong with it, `value` a string to look for
    there, or empty. The message names the rule where the option is `unknown`.
    """

    def __init__(self, key: Key, message: str, value: str = "", *, unknown: bool = False) -> None:
        super().__init__(message)
        self.unknown = unknown
        self.key = key
        self.message = message
        self.value = value


def make_rule(rule_class: type[Rule], table: Mapping[str, Any] | None) -> Rule:
    """The rule with the options in `table`, whose keys are kebab-case. Raises OptionError."""
    if table is None:
        return rule_class()
    name = rule_class.name()
    known = {kebab(field): field for field in rule_class.declared_options}
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known) or _listing(known)
            raise OptionError((key,), f'rule {name} has no option "{key}"{hint}', unknown=True)
    given = {known[key]: value for key, value in table.items()}
    from designlint.config.plain import plain_rule  # Most rules get no options.

    plain = plain_rule(rule_class, given)
    if plain is not None:
        return plain
    from pydantic import ValidationError

    from designlint.config.explain import explain
    from designlint.config.option_model import option_model

    model = option_model(rule_class)
    try:
        values = model.model_validate(given)
    except ValidationError as error:
        where, message, value = explain(error, model)
        raise OptionError(where, message, value) from None
    return rule_class(**{option: getattr(values, option) for option in given})


def _listing(options: Iterable[str]) -> str:
    names = ", ".join(sorted(options))
    return f"; it has {names}" if names else "; it has none"
