"""Holds what is found against what a suite expects."""

from collections.abc import Iterator

from designlint.registry import Registry
from designlint.testing.errors import SuiteError
from designlint.testing.run import run_case
from designlint.testing.suite import Case, Suite


def check_case(case: Case, registry: Registry) -> str:
    """Empty where the case finds what it expects; else where it differs, for people."""
    try:
        actual = run_case(case, registry)
    except SuiteError as error:
        return str(error)
    if actual == case.expected:
        return ""
    return f"{case.path}:{case.findings.line}: {case.name}\n{_difference(case.expected, actual)}"


def check_suite(suite: Suite, registry: Registry) -> tuple[str, ...]:
    """One text for each case that does not hold, and for a suite that shows only one side."""
    problems = [problem for case in suite.cases if (problem := check_case(case, registry))]
    try:
        suite.require_both_outcomes()
    except SuiteError as error:
        problems.append(str(error))
    return tuple(problems)


def _difference(expected: str, actual: str) -> str:
    return "\n".join(_marked(expected.splitlines(), actual.splitlines()))


def _marked(expected: list[str], actual: list[str]) -> Iterator[str]:
    """All lines: `-` expected and not found, `+` found and not expected."""
    import difflib  # Only for a case that fails.

    for line in difflib.ndiff(expected, actual):
        if not line.startswith("?"):
            yield f"  {line}".rstrip()
