"""`python -m designlint.pages [--check]`, run in the root of a repository of rules."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from designlint.pages.files import stale_files, write_files
from designlint.pages.markers import MarkerError
from designlint.pages.page import page_problems
from designlint.registry import PluginError, load_registry


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages; 1 for a rule without a full page or, with --check, for a stale file."""
    parser = argparse.ArgumentParser(
        prog="python -m designlint.pages",
        description="Write docs/rules/*.md and the README's table from the rules' docstrings.",
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    given = parser.parse_args(arguments)
    root = Path.cwd()
    try:
        registry = load_registry()
        problems = [
            f"{name}: {problem}"
            for name, rule_class in registry.rules.items()
            for problem in page_problems(rule_class)
        ]
        if problems:
            print("\n".join(problems), file=sys.stderr)
            return 1
        if given.check:
            stale = [path for path, _ in stale_files(root, registry)]
            for path in stale:
                print(f"{path.relative_to(root)} is stale; run `python -m designlint.pages`")
            return 1 if stale else 0
        for path in write_files(root, registry):
            print(path.relative_to(root))
    except (MarkerError, PluginError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
