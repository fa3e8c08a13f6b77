"""How fast designlint is, beside the bare parse and other linters; for POSIX systems.

    python benchmarks/performance.py FOLDER --template FILE
    python benchmarks/performance.py FOLDER --template FILE --page docs/performance.md

All are measured from outside, as whole programs, in turn, on copies of the Markdown files below
FOLDER. With --page the tables of that page are brought up to date, and the growth is drawn beside
it, which takes `pip install 'designlint[bench]'`.
"""

import argparse
import shlex
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from comparison import Task, compare
from growth import sizes_up_to
from interleave import RunError
from page import PARTS, make_parts
from workspace import InputError

from designlint.pages.markers import MarkerError, splice

_FEWEST_TO_DRAW = 100


def tell(text: str) -> None:
    """Say what is being done."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure, print, and write."""
    given = parse_arguments()
    task = Task(
        given.designlint,
        given.folder,
        given.template,
        given.name or given.folder.resolve().name,
        given.rounds,
        sizes_up_to(given.largest),
        given.growth_rounds,
    )
    try:
        if given.page:  # is looked at before the long wait
            splice(given.page, dict.fromkeys(PARTS, ""))
        with tempfile.TemporaryDirectory(prefix="designlint-") as root:
            comparison = compare(task, Path(root), tell)
    except (InputError, MarkerError, RunError, OSError) as error:
        sys.exit(f"error: {error}")
    parts = make_parts(comparison)
    print("\n".join(parts.values()))
    if given.page:
        from plot import draw  # matplotlib may be absent where nothing is drawn

        given.page.write_text(splice(given.page, parts), "utf-8")
        draw(comparison.growth, given.page.with_suffix(".svg"))


def find_command(words: str) -> tuple[str, ...]:
    """A command that can be run in any folder."""
    name, *rest = shlex.split(words)
    program = shutil.which(name)
    if program is None:
        raise argparse.ArgumentTypeError(f"there is no program {name}")
    return (str(Path(program).absolute()), *rest)


def parse_arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of Markdown documents")
    parser.add_argument("--template", type=Path, required=True, help="their template")
    parser.add_argument("--name", help="what the documents are called (the folder's name)")
    parser.add_argument("--rounds", type=int, default=7, help="how often each is run (7)")
    parser.add_argument(
        "--largest", type=int, default=10_000, help="the most documents to grow to (10000)"
    )
    parser.add_argument(
        "--growth-rounds", type=int, default=3, help="how often each of those is run (3)"
    )
    parser.add_argument("--page", type=Path, help="a page to bring up to date, with its picture")
    parser.add_argument(
        "--designlint",
        type=find_command,
        default=(sys.executable, "-m", "designlint"),
        help="the command to measure (that of this Python)",
    )
    given = parser.parse_args()
    if min(given.rounds, given.growth_rounds) < 1:
        parser.error("there is no median of less than one round")
    if given.page and given.largest < _FEWEST_TO_DRAW:
        parser.error(f"--page draws a line: it takes --largest {_FEWEST_TO_DRAW} or more")
    if given.page and find_spec("matplotlib") is None:
        parser.error("--page draws with matplotlib: pip install 'designlint[bench]'")
    return given


if __name__ == "__main__":
    main()
