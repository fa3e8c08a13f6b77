"""A small registry of rules to test the runner with; built-in rules have their own suites."""

from collections.abc import Iterator
from typing import ClassVar

import pytest

from designlint.api import Context, Finding, Note, Paragraph, Rule, Severity, Span
from designlint.registry import Registry


class ShoutedWord(Rule):
    """A word is in capitals."""

    group: ClassVar[str] = "style"
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True

    longest: int = 3

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each line with such a word."""
        text = context.document.text
        first = context.document.sections[0].anchor if context.document.sections else Span(0, 0)
        for leaf in context.document.leaves:
            if isinstance(leaf, Paragraph):
                for line in leaf.lines:
                    for word in line.slice(text).split():
                        if word.isupper() and len(word) > self.longest:
                            at = text.index(word, line.start)
                            yield Finding(
                                Span(at, at + len(word)),
                                f'"{word}" shouts',
                                help="Write it as:\n\n" + word.lower(),
                                notes=(Note(first, f"as of {context.today}"),),
                            )


class ShoutedTitle(Rule):
    """A title is in capitals."""

    group: ClassVar[str] = "style"
    severity: ClassVar[Severity] = Severity.OFF

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each title."""
        for section in context.document.sections:
            if section.title.isupper():
                yield Finding(section.anchor, f'the title "{section.title}" shouts')


class BrokenRule(Rule):
    """A rule with a defect."""

    group: ClassVar[str] = "style"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """Raises."""
        raise RuntimeError("lost the thread")


@pytest.fixture
def registry() -> Registry:
    """Two rules that work and one that does not."""
    rules = (BrokenRule, ShoutedTitle, ShoutedWord)
    return Registry({rule.name(): rule for rule in rules}, {})
