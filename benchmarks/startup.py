"""Wall time of `designlint check` on one small document, beside importing what it is built on.

    python benchmarks/startup.py

Run it with the interpreter of the environment that designlint is installed in.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import medians

from designlint.registry import load_registry

_IMPORTS = "import click, pydantic, markdown_it"


def run(*arguments: str) -> int:
    """Run this interpreter; its exit code."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, check=False).returncode


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("document", type=Path, nargs="?", help="instead of the built-in template")
    parser.add_argument("--rounds", type=int, default=15, help="how often each is run (15)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        document = given.document
        if document is None:
            document = Path(folder) / "document.md"
            pack = next(iter(load_registry().types.values()))
            document.write_text(pack.template, "utf-8")
        check = ("-m", "designlint", "check", str(document))
        if run(*check) not in (0, 1):
            parser.error(f"designlint cannot check {document}")
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
