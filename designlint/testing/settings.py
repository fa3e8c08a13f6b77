"""The TOML fences of a suite: `options` and `settings`."""

import tomllib
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from designlint.config.errors import did_you_mean
from designlint.config.explain import explain
from designlint.config.locate import line_of
from designlint.config.model import ConfiguredRequirements
from designlint.config.patterns import pattern_problem
from designlint.config.tables import RequirementsTable, read_requirements
from designlint.expressions import expression
from designlint.testing.errors import SuiteError
from designlint.testing.suite import DEFAULT_TODAY, DOCUMENT_PATH, CaseSettings, Fence, Options

_KEYS = ("path", "requirements", "rules", "status", "today")
_AT_LINE = expression(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_options(fence: Fence | None, path: str) -> Options:
    """The options in a fence; which of them the rule has is seen when the case is run."""
    return Options(_load(fence, path), fence) if fence else Options()


def read_settings(fence: Fence | None, path: str) -> CaseSettings:
    """The settings in a fence. Raises SuiteError for what is not one."""
    if fence is None:
        return CaseSettings()
    values = _load(fence, path)
    for key in values:
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"; known are {', '.join(_KEYS)}"
            raise error_at(fence, path, key, f'unknown setting "{key}"{hint}')
    status = values.get("status", "")
    if not isinstance(status, str):
        raise error_at(fence, path, "status", "`status` takes a string")
    own = values.get("path", DOCUMENT_PATH)
    if not isinstance(own, str) or not own:
        raise error_at(fence, path, "path", "`path` takes a path, as in `docs/a.md`")
    today = values.get("today", DEFAULT_TODAY)
    if not isinstance(today, date) or isinstance(today, datetime):
        raise error_at(fence, path, "today", "`today` takes a date, as in `today = 2026-01-31`")
    rules = _rules(values.get("rules", []), fence, path)
    requirements = _requirements(values.get("requirements"), fence, path)
    return CaseSettings(status, today, rules, fence.line, own, requirements)


def error_at(fence: Fence, path: str, key: str, message: str) -> SuiteError:
    """An error at the line of `key` within a TOML fence."""
    return SuiteError(path, fence.line + line_of(fence.text, (key,)), message)


def _rules(value: Any, fence: Fence, path: str) -> tuple[str, ...] | None:
    if value == "all":
        return None
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise error_at(fence, path, "rules", '`rules` takes a list of names, or "all"')


def _requirements(value: Any, fence: Fence, path: str) -> ConfiguredRequirements | None:
    if value is None:
        return None
    try:
        table = read_requirements(value)
    except ValidationError as error:
        _, message, _ = explain(error, RequirementsTable)
        raise error_at(fence, path, "requirements", message) from None
    for pattern in table.pattern:
        problem = pattern_problem(pattern)
        if problem:
            raise error_at(fence, path, "requirements", f"the pattern `{pattern}` {problem}")
    return table


def _load(fence: Fence, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(fence.text)
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.search(str(error))
        line = int(match[1]) if match and match[1] else max(fence.text.count("\n"), 1)
        message = f"this is not valid TOML: {_AT_LINE.sub('', str(error))}"
        raise SuiteError(path, fence.line + line, message) from None
