"""The command line in a folder of its own, with rules made up for these tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main
from designlint.context import Context
from designlint.document.blocks import Heading
from designlint.document.source import Unreadable
from designlint.finding import Finding, Severity
from designlint.registry import PackType, Registry
from designlint.rule import Rule, SourceRule

MEMO = "# Memo: [Title]\n\n## Why\n\n[Reason]\n\n## How\n\n[Way]\n"


class LoudHeading(Rule):
    """A heading shouts.

    Nobody likes that.
    """

    group = "tone"
    severity = Severity.ERROR

    mark: str = "!"

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each heading that ends with the mark."""
        for section in context.document.sections:
            if isinstance(section.heading, Heading) and section.title.endswith(self.mark):
                message = f'"{section.title}" shouts'
                yield Finding(section.heading.span, message, f"Leave out the `{self.mark}`.")


class LongDocument(Rule):
    """A document is long."""

    group = "length"
    severity = Severity.OFF

    most_lines: int = 5

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the first line of a long document."""
        if len(context.document.lines) > self.most_lines:
            yield Finding(context.document.blocks[0].span, "the document is long")


class UnreadableDocument(SourceRule):
    """A file cannot be read."""

    group = "meta"
    severity = Severity.ERROR

    def check_source(self, problem: Unreadable) -> Iterator[tuple[str, str]]:
        """Says what is wrong."""
        yield f"this file {problem.message}", problem.help


class BrokenRule(Rule):
    """Raises on documents that mention it."""

    group = "tone"
    severity = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """Always raises."""
        if "broken" in context.document.text:
            raise ZeroDivisionError("by \x1b zero")
        yield from ()


@pytest.fixture
def registry() -> Registry:
    rules = (BrokenRule, LongDocument, LoudHeading, UnreadableDocument)
    memo = PackType(
        "memo", "What was decided.", MEMO, "the built-in template of memo", (), "memo_pack"
    )
    return Registry({rule.name(): rule for rule in rules}, {"memo": memo})


Invoke = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def invoke(folder: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Runs `designlint` in `folder` with the registry of these tests."""
    monkeypatch.setattr("designlint.cli.project.load_registry", lambda plugins: registry)

    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)

    return run
