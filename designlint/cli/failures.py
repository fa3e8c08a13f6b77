"""What is said of rules that raised."""

from designlint.check.result import RuleFailure
from designlint.report.summary import plural


def failure_lines(failures: tuple[RuleFailure, ...]) -> list[str]:
    """One line for each rule that raised, with the first document it raised on."""
    lines = []
    for rule in sorted({failure.rule for failure in failures}):
        own = [failure for failure in failures if failure.rule == rule]
        more = f" (and on {plural(len(own) - 1, 'other document')})" if len(own) > 1 else ""
        lines.append(f"rule {rule} failed on {own[0].path}{more}: {own[0].error}")
    return lines
