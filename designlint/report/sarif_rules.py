"""Rules as SARIF describes them."""

import inspect

from designlint.finding import Severity
from designlint.rule import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def descriptor(name: str, rule: type[Rule] | None) -> dict[str, object]:
    """The `reportingDescriptor` of a rule; of one that is not installed just its id."""
    if rule is None:
        return {"id": name}
    page = inspect.cleandoc(rule.__doc__ or name)
    lead = page.partition("\n## ")[0].strip()
    # A rule that is off is a warning once it is selected by its name.
    configuration: dict[str, object] = {"level": LEVELS.get(rule.severity, "warning")}
    if rule.severity is Severity.OFF:
        configuration["enabled"] = False
    return {
        "id": name,
        "name": rule.__name__,
        "shortDescription": {"text": lead.partition("\n")[0]},
        "fullDescription": {"text": lead},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": configuration,
        "properties": {"tags": [rule.group]},
    }
