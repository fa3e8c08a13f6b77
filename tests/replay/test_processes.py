"""What only whole processes show: plugins that change, and what is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from designlint.replay.folder import VARIABLE

from ..command import environment, run

RULE = """
from designlint.api import Finding, Rule, Severity
import own_words


class OwnRule(Rule):
    \"\"\"A rule of this repository.\"\"\"

    group = "own"
    severity = Severity.ERROR

    def check(self, context):
        title = context.document.title
        yield Finding(title.anchor, own_words.MESSAGE)
"""
DOCUMENT = "# A\n\n## Why\n\nTODO, as [others](b.md).\n"
CHECK = ("check", "a.md", "--template", "t.md")
SLOW = ("pydantic", "markdown_it", "click", "msgspec", "pathspec", "yaml", "typing", "pathlib")
LOADED = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from designlint.__main__ import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, "../kept")
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "t.md").write_text("# [Title]\n\n## Why\n\n[Reason]\n")
    (folder / "a.md").write_text(DOCUMENT)
    return folder


def check(folder: Path, *arguments: str) -> tuple[int, bytes, bytes]:
    done = run(folder, *CHECK, *arguments)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["own_rules.py", "own_words.py"])
def test_code_of_a_plugin_and_what_it_imports_from_beside(folder: Path, name: str) -> None:
    (folder / "designlint.toml").write_text('plugins = ["designlint_rules", "own_rules"]\n')
    (folder / "own_rules.py").write_text(RULE)
    (folder / "own_words.py").write_text('MESSAGE = "Bad"\n')
    first = check(folder)
    assert b"error[own-rule] Bad" in first[1]
    assert check(folder) == first
    path = folder / name
    changed = path.read_text().replace("own_words.MESSAGE", '"Even worse"')
    path.write_text(changed.replace("Bad", "Even worse"))
    after = check(folder)
    assert b"error[own-rule] Even worse" in after[1]
    assert after == check(folder, "--no-cache")
    # Another command line finds no results of the old rule either.
    assert b"Even worse" in check(folder, "--fail-on", "never")[1]


def test_a_rule_that_is_added_to_a_package(folder: Path) -> None:
    (folder / "designlint.toml").write_text('plugins = ["designlint_rules", "own_pack"]\n')
    (folder / "own_pack").mkdir()
    (folder / "own_pack/__init__.py").write_text(RULE.replace("own_words.MESSAGE", '"One"'))
    (folder / "own_words.py").write_text("")
    first = check(folder)
    assert b"One" in first[1]
    other = RULE.replace("own_words.MESSAGE", '"Two"').replace("OwnRule", "OtherRule")
    (folder / "own_pack/other.py").write_text(other)
    after = check(folder)
    assert b"error[other-rule] Two" in after[1]
    assert after == check(folder, "--no-cache")


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that are loaded when `designlint check` ends."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env=environment(folder),
    )
    assert done.returncode == 1, done.stderr.decode()
    return set(done.stderr.decode().splitlines()[-1].split())


def test_a_run_that_is_printed_again_loads_nothing_that_takes_long(folder: Path) -> None:
    before = loaded(folder, *CHECK)
    assert before.issuperset({"click", "msgspec", "designlint.document"})
    warm = loaded(folder, *CHECK)
    bare = {name.partition(".")[0] for name in warm}
    # What site-packages of the test environment load at every start is not ours.
    start = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert bare.intersection(SLOW).issubset(start.stdout.split())
    ours = {name for name in warm if name.startswith("designlint.")}
    assert "designlint.replay.run" in ours
    assert not ours.intersection({"designlint.cli", "designlint.replay.recording"})
    assert len(ours) < 10


def test_results_are_known_to_other_command_lines(folder: Path) -> None:
    """In processes whose sets are in another order."""
    (folder / "designlint.toml").write_text(
        'plugins = ["designlint_rules"]\n'
        '[[documents]]\ntype = "note"\nfiles = ["a.md"]\ntemplate = "t.md"\n'
    )
    first = run(folder, "check", "a.md", PYTHONHASHSEED="1")
    (results,) = (folder.parent / "kept").glob("results-*")
    before = results.read_bytes()
    again = run(folder, "check", "./a.md", PYTHONHASHSEED="2")
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
    assert [*(folder.parent / "kept").glob("results-*")] == [results]
    assert results.read_bytes() == before
    assert "markdown_it" not in loaded(folder, "check", "a.md", "--fail-on", "warning")


def test_closed_streams(folder: Path) -> None:
    for closed in (">&-", "2>&-"):
        for again in range(2):
            done = subprocess.run(
                ["/bin/sh", "-c", f"{sys.executable} -m designlint {' '.join(CHECK)} {closed}"],
                cwd=folder,
                capture_output=True,
                check=False,
                env=environment(folder),
            )
            assert done.returncode == 1, again
            assert b"Traceback" not in done.stderr
            assert (b"broken-link" in done.stdout) == (closed == "2>&-")


def test_nobody_reads_what_is_printed_again(folder: Path) -> None:
    (folder / "a.md").write_text(DOCUMENT + "\nTODO\n" * 20_000)
    first = check(folder, "--output-format", "concise")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "designlint", *CHECK, "--output-format", "concise"],
        cwd=folder,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        env=environment(folder),
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
    assert first[0] == 1
