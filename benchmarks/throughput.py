"""MB/s of a check on one process, beside a bare markdown-it-py parse of the same files.

    python benchmarks/throughput.py docs --template template.md

The check is what `designlint check` does with each file: read, parse, align, run all rules.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from markdown_it import MarkdownIt
from measure import medians

from designlint.check.plan import ActiveRule, Plan
from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.document.source import Unreadable, read_source
from designlint.outline import compile_template
from designlint.registry import load_registry


def make_plan(template: Path | None) -> Plan:
    """All rules at their defaults, against a template's file or the first built-in type."""
    registry = load_registry()
    if template is None:
        name, pack = next(iter(registry.types.items()))
        outline = compile_template(pack.template, pack.origin)
    else:
        name, outline = "", compile_template(template.read_text("utf-8"), str(template))
    rules = tuple(ActiveRule(rule(), rule.severity) for rule in registry.rules.values())
    return Plan(name, outline, rules, frozenset(registry.rules), date(2026, 1, 1))


def check_all(paths: Sequence[Path], plan: Plan) -> int:
    """Check every file that is text; the number of diagnostics."""
    found = 0
    for path in paths:
        source = read_source(path)
        if not isinstance(source, Unreadable):
            found += len(check_document(parse_document(source, str(path)), plan).diagnostics)
    return found


def parse_all(paths: Sequence[Path]) -> int:
    """Parse every file that is text with markdown-it-py, inline content too; the tokens."""
    parse = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse
    tokens = 0
    for path in paths:
        source = read_source(path)
        if not isinstance(source, Unreadable):
            tokens += len(parse(source))
    return tokens


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of Markdown documents")
    parser.add_argument("--template", type=Path, help="check against this template")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run (5)")
    given = parser.parse_args()
    paths = sorted(given.folder.rglob("*.md"))
    if not paths:
        parser.error(f"no Markdown files below {given.folder}")
    plan = make_plan(given.template)
    size = sum(path.stat().st_size for path in paths) / 1e6
    found = check_all(paths, plan)
    print(f"{len(paths)} files, {size:.2f} MB, {found} diagnostics; median of {given.rounds}")
    seconds = medians(
        {
            "designlint": lambda: check_all(paths, plan),
            "markdown-it-py": lambda: parse_all(paths),
        },
        given.rounds,
    )
    for name, each in seconds.items():
        print(f"{name:<16}{each:>8.3f} s{size / each:>8.2f} MB/s")
    ratio = seconds["designlint"] / seconds["markdown-it-py"]
    print(f"designlint takes {ratio:.2f} times as long as the bare parse")


if __name__ == "__main__":
    main()
