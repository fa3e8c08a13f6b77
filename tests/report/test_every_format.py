"""What holds of every installed format."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from designlint import __version__
from designlint.report.escape import is_unsafe, safe
from designlint.report.formats import format_names, load_reporter
from designlint.report.reporter import View
from designlint.report.run import Run

from .readers import READERS, Told
from .runs import HOSTILE, SMALL, result

GOLDEN = Path(__file__).parent / "golden"
RUNS = {"small": SMALL, "hostile": HOSTILE, "clean": Run((result("a.md"),)), "empty": Run(())}


def render(name: str, run: Run) -> str:
    return load_reporter(name).text(run, View())


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_each_holds_the_same_findings(name: str, run: Run) -> None:
    told = [_shown(each) for each in READERS[name](render(name, run))]
    assert told == [
        _shown((each.path, each.start.line, each.rule, each.severity.value))
        for each in run.diagnostics()
    ]


def _shown(told: Told) -> Told:
    """Some formats escape what is unsafe in a path; twice is as once."""
    return (safe(told[0]), *told[1:])


@pytest.mark.parametrize("name", format_names())
def test_nothing_foreign_gets_out(name: str) -> None:
    text = render(name, HOSTILE)
    text.encode("utf-8")
    assert {each for each in text if is_unsafe(each)} <= {"\n"}


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_the_same_bytes_in_whatever_order_documents_were_checked(name: str, run: Run) -> None:
    shuffled = Run(tuple(reversed(run.results)), run.skipped, run.sources, run.rules)
    text = render(name, run)
    assert render(name, shuffled) == text
    assert not text or text.endswith("\n")


@pytest.mark.parametrize("name", sorted({*format_names()} - {"concise", "full", "json"}))
def test_to_the_letter(name: str) -> None:
    """The three others have tests of their own that do."""
    shown = (GOLDEN / f"small.{name}").read_text("utf-8")
    assert render(name, SMALL) == shown.replace("VERSION", __version__)


def test_a_format_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys; from designlint.report.formats import format_names, load_reporter;"
        "format_names(); load_reporter('jsonl');"
        "print(*(name for name in sys.modules if name.startswith('designlint.report.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {name.removeprefix("designlint.report.") for name in done.stdout.split()}
    assert "jsonl" in loaded
    assert loaded.isdisjoint({*format_names()} - {"jsonl"})
