"""Wall time of `designlint check` on one small document, beside importing what it is built on.

    python benchmarks/startup.py

Run it with the interpreter of the environment that designlint is installed in.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from measure import medians

_IMPORTS = "import click, pydantic, markdown_it"
_EXAMPLES = Path(__file__).parent.parent / "examples"


def run(*arguments: str) -> int:
    """Run this interpreter; its exit code."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=False).returncode


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("document", type=Path, nargs="?", help="instead of the README's example")
    parser.add_argument("--rounds", type=int, default=15, help="how often each is run (15)")
    given = parser.parse_args()
    check = ["-m", "designlint", "check", str(given.document or _EXAMPLES / "rate-limits.md")]
    if given.document is None:
        check += ["--template", str(_EXAMPLES / "template.md")]
    if run(*check) not in (0, 1):
        parser.error(f"designlint cannot check {given.document}")
    seconds = medians(
        {"designlint check": lambda: run(*check), _IMPORTS: lambda: run("-c", _IMPORTS)},
        given.rounds,
    )
    for name, each in seconds.items():
        print(f"{name:<40}{each * 1000:>8.0f} ms")
    ratio = seconds["designlint check"] / seconds[_IMPORTS]
    print(f"designlint takes {ratio:.2f} times as long as its imports; median of {given.rounds}")


if __name__ == "__main__":
    main()
