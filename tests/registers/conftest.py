"""Collecting the entries of one document for one register."""

from collections.abc import Callable
from datetime import date

import pytest

from designlint.check.plan import Plan
from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.outline import compile_template
from designlint.registers import Entry

Collect = Callable[[str, str, str], tuple[Entry, ...]]
TODAY = date(2026, 5, 1)


@pytest.fixture
def collect() -> Collect:
    """The entries for a register, of a document held against a template."""

    def run(register: str, template: str, text: str) -> tuple[Entry, ...]:
        outline = compile_template(template, "t.md")
        plan = Plan("", outline, (), frozenset(), TODAY, registers=(register,))
        return check_document(parse_document(text, "docs/a.md"), plan).entries

    return run
