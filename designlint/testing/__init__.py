"""Literate tests of rules: Markdown suites that read as documentation and run as tests.

A suite is the Markdown file of one rule. Its level-1 heading is the rule's name, and every
level-2 heading is a case: a document in a `markdown` fence, and in a `findings` fence exactly
what the rule says of it. Prose between them is free. See `designlint.testing.load` for the
format, and run suites with `python -m designlint.testing [--update] FILES…`.
"""

from designlint.testing.check import check_case, check_suite
from designlint.testing.errors import SuiteError
from designlint.testing.load import load_suite, read_suite
from designlint.testing.run import run_case
from designlint.testing.suite import Case, Suite
from designlint.testing.update import update_suite

__all__ = [
    "Case",
    "Suite",
    "SuiteError",
    "check_case",
    "check_suite",
    "load_suite",
    "read_suite",
    "run_case",
    "update_suite",
]
