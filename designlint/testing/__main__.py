"""`python -m designlint.testing [--update] [--plugin NAME] FILES…`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from designlint.registry import PluginError, Registry, load_registry
from designlint.report.summary import plural
from designlint.testing.check import check_suite
from designlint.testing.errors import SuiteError
from designlint.testing.load import load_suite
from designlint.testing.update import update_suite


def main(arguments: Sequence[str] | None = None) -> int:
    """Run suites: 0 if all hold, 1 if a case does not, 2 for a suite that cannot be run."""
    parser = argparse.ArgumentParser(
        prog="python -m designlint.testing", description="Run literate test suites of rules."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a suite")
    parser.add_argument(
        "--update", action="store_true", help="rewrite the findings to what is found now"
    )
    parser.add_argument(
        "--plugin",
        action="append",
        default=[],
        metavar="NAME",
        help="a package of rules to load beside the installed ones",
    )
    given = parser.parse_args(arguments)
    try:
        registry = load_registry(given.plugin)
    except PluginError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return max(_run(path, registry, update=given.update) for path in given.files)


def _run(path: Path, registry: Registry, *, update: bool) -> int:
    try:
        if update:
            for name in update_suite(path, registry):
                print(f"{path}: updated {name}")
        suite = load_suite(path)
        problems = check_suite(suite, registry)
    except SuiteError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    for problem in problems:
        print(problem)
    cases = plural(len(suite.cases), "case")
    if problems:
        print(f"{path}: {plural(len(problems), 'problem')} in {cases}")
    else:
        print(f"{path}: {cases} hold")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
