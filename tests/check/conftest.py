"""Checking a text with rules made up for these tests."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.context import Context
from designlint.document import parse_document
from designlint.document.source import Unreadable
from designlint.document.span import Span
from designlint.finding import Finding, Note, Severity
from designlint.outline import compile_template
from designlint.rule import Rule, SourceRule, SuppressionRule
from designlint.suppression import Review

TEMPLATE = "# T\n\n## Why\n\n[Why]\n\n## How\n\n- **Tool**: [Which]\n"
TODAY = date(2026, 1, 2)


class LoudWord(Rule):
    """A word in capitals."""

    group: ClassVar[str] = "tone"
    severity: ClassVar[Severity] = Severity.WARNING
    variants: ClassVar[Mapping[str, Severity]] = {
        "shout": Severity.ERROR,
        "remark": Severity.INFO,
    }

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each; five letters are a shout, three a remark."""
        text = context.document.text
        at = 0
        for word in text.split():
            at = text.index(word, at)
            if word.isupper() and word.isalpha() and len(word) > 1:
                variant = {5: "shout", 3: "remark"}.get(len(word), "")
                note = Note(Span(0, 1), "as of the first letter")
                yield Finding(
                    Span(at, at + len(word)), f'"{word}" is loud', "Hush.", (note,), variant
                )
            at += len(word)


class MissingWord(LoudWord):
    """The same, but about completeness."""

    completeness: ClassVar[bool] = True


class QuietWord(LoudWord):
    """The same, but off unless something selects it."""

    severity: ClassVar[Severity] = Severity.OFF


class WholeSection(Rule):
    """A section is there."""

    group: ClassVar[str] = "tone"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each heading."""
        for section in context.document.sections:
            yield Finding(section.anchor, "there is a section")


class BrokenRule(Rule):
    """Raises."""

    group: ClassVar[str] = "tone"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding, then an error."""
        yield Finding(Span(0, 1), "never told")
        raise ZeroDivisionError("by zero")


class FencedDocument(SourceRule):
    """A file without a document."""

    group: ClassVar[str] = "meta"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """At the fence."""
        if context.alignment.fence:
            yield Finding(context.alignment.fence.span, "all in a fence")

    def check_source(self, problem: Unreadable) -> Iterator[tuple[str, str]]:
        """The problem's own words."""
        yield f"this file {problem.message}", problem.help


class SuppressionReport(SuppressionRule):
    """What became of each suppression."""

    group: ClassVar[str] = "meta"
    severity: ClassVar[Severity] = Severity.INFO

    def review(self, review: Review) -> Iterator[Finding]:
        """One finding for each."""
        for each in review.suppressions:
            words = [
                each.rule or "no rule",
                "used" if each in review.used else "unused",
                "known" if each.rule in review.known else "unknown",
                "selected" if each.rule in review.selected else "not selected",
                f"because {each.reason}" if each.reason else "for no reason",
            ]
            yield Finding(each.span, ", ".join(words))


@dataclass(frozen=True)
class Checker:
    """Checks texts with the rules given; every rule has the severity it states."""

    rules: tuple[Rule, ...]

    def plan(
        self,
        *,
        ladder: Mapping[str, Mapping[str, Severity]] | None = None,
        as_status: str = "",
        severity: Severity | None = None,
    ) -> Plan:
        active = tuple(ActiveRule(rule, severity or rule.severity) for rule in self.rules)
        return Plan(
            "memo",
            compile_template(TEMPLATE, "memo.md"),
            active,
            frozenset(["loud-word", "missing-word", "other-rule"]),
            TODAY,
            ladder or {},
            as_status,
        )

    def __call__(self, text: str, path: str = "a.md") -> DocumentResult:
        return check_document(parse_document(text, path), self.plan())


MakeChecker = Callable[..., Checker]


@pytest.fixture
def loud() -> Checker:
    return Checker((LoudWord(),))


@pytest.fixture
def whole() -> Checker:
    return Checker((WholeSection(),))


@pytest.fixture
def rules() -> dict[str, Rule]:
    """One of each kind, by name."""
    every = (
        LoudWord(),
        MissingWord(),
        QuietWord(),
        BrokenRule(),
        FencedDocument(),
        SuppressionReport(),
    )
    return {rule.name(): rule for rule in every}


@pytest.fixture
def checker(rules: dict[str, Rule]) -> MakeChecker:
    return lambda *names: Checker(tuple(rules[name] for name in names))
