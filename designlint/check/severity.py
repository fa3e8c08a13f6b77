"""How severe a finding is: the rule's default, the configuration, and the status ladder."""

from designlint.check.plan import ActiveRule, Plan
from designlint.finding import Severity

_SETTLED = ("accepted", "approved", "implemented")


def judged_severity(variant: str, active: ActiveRule, status: str, plan: Plan) -> Severity:
    """The severity of a rule's findings of a variant, in a document of the given status.

    A variant has a severity of its own, which the configuration leaves alone as long as the rule
    is on. Completeness rules are a step milder in a draft, and errors once the document is
    accepted; a variant of level info stays a remark. `[status.NAME]` has the last word.
    """
    rule = active.rule
    severity = active.severity
    # Off by the configuration is off; a rule that is off by itself may still have louder variants.
    if severity is not Severity.OFF or rule.severity is Severity.OFF:
        severity = rule.variants.get(variant, severity)
    if rule.completeness and severity is not Severity.OFF:
        if status == "draft":
            severity = severity.lowered()
        elif status in _SETTLED and not (variant and severity is Severity.INFO):
            severity = Severity.ERROR
    return plan.ladder.get(status, {}).get(rule.name(), severity)
