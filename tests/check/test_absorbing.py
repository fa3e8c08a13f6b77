"""A finding that tells another along with its own takes its place, whoever is asked first."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from designlint.api import Context, Finding, Rule, Severity, Span
from designlint.check.plan import ActiveRule, Plan
from designlint.check.run import check_document
from designlint.config.plans import NO_OUTLINE
from designlint.document import parse_document

WORD = Span(2, 6)


class Narrow(Rule):
    """Tells a word."""

    group: ClassVar[str] = "test"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding."""
        yield Finding(WORD, "the word")


class Wide(Rule):
    """Tells the document, and the word with it."""

    group: ClassVar[str] = "test"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding."""
        yield Finding(Span(0, 1), "all of it", absorbs=(WORD,))


def found(*rules: Rule, **changes: object) -> list[str]:
    active = tuple(ActiveRule(rule, rule.severity) for rule in rules)
    plan = Plan("", NO_OUTLINE, active, frozenset(), date(2026, 1, 1))
    result = check_document(parse_document("# Word\n"), replace(plan, **changes))
    return [each.message for each in result.diagnostics]


def test_in_any_order() -> None:
    assert found(Narrow(), Wide()) == ["all of it"]
    assert found(Wide(), Narrow()) == ["all of it"]


def test_alone_each_is_told() -> None:
    assert found(Narrow()) == ["the word"]
    assert found(Wide()) == ["all of it"]


def test_what_is_off_absorbs_nothing() -> None:
    off = {"status": {"wide": Severity.OFF}}
    assert found(Narrow(), Wide(), ladder=off, as_status="status") == ["the word"]
