"""The command as a process: it ends at once, and nothing that it has to say is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FINDINGS = 2000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document with many findings."""
    (tmp_path / "t.md").write_text("# [Title]\n\n## Why\n")
    (tmp_path / "a.md").write_text("# One\n\n## Why\n\n" + "TODO\n\n" * FINDINGS)
    return tmp_path


def check(
    folder: Path, *before: str, stdout: int = subprocess.PIPE
) -> "subprocess.CompletedProcess[str]":
    """Run `designlint check`, with `before` done first."""
    code = "; ".join((*before, "from designlint.__main__ import main", "main()"))
    arguments = ["check", "a.md", "--template", "t.md", "--no-config", "--output-format=concise"]
    return subprocess.run(
        [sys.executable, "-c", code, *arguments, "--fail-on=warning"],
        cwd=folder,
        text=True,
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def test_a_long_report_is_whole(folder: Path) -> None:
    done = check(folder)
    assert (done.returncode, done.stderr) == (1, "")
    *lines, last = done.stdout.splitlines()
    assert (len(lines), last) == (FINDINGS, f"{FINDINGS} warnings in 1 document.")


def test_what_others_do_at_the_end_is_done(folder: Path) -> None:
    done = check(folder, "import atexit", "atexit.register(lambda: print('over'))")
    assert done.returncode == 1
    assert done.stdout.endswith("\nover\n")


def test_nobody_reads_the_report(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = check(folder, stdout=writing)
    os.close(writing)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_the_end_without_a_report(folder: Path) -> None:
    (folder / "t.md").unlink()
    done = check(folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--template: there is no file t.md\n"
