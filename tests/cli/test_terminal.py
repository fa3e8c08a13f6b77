"""What only a terminal shows: how far a run has come, colours, and lines of its width."""

import os
import pty
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from ..command import environment
from ..replay.conftest import make_project

IMPATIENT = """
import designlint.cli.progress
designlint.cli.progress._PATIENCE = designlint.cli.progress._INTERVAL = 0
from designlint.__main__ import main
main()
"""
AT_ONCE = "from designlint.__main__ import main; main()"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def on_terminal(
    folder: Path, *arguments: str, program: str = AT_ONCE, width: int = 80, stdout: bool = True
) -> tuple[bytes, bytes]:
    """What a program prints to a terminal of this width, and to a pipe where only stderr is one."""
    here, there = pty.openpty()
    termios.tcsetwinsize(there, (24, width))
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=there if stdout else subprocess.PIPE,
        stderr=there,
        env=environment(folder),
    )
    os.close(there)
    shown = b""
    try:
        while piece := os.read(here, 1 << 16):
            shown += piece
    except OSError:
        pass  # Linux says so where nobody writes any more.
    os.close(here)
    return shown, process.communicate()[0] or b""


def test_a_long_run_says_how_far_it_has_come(work: Path) -> None:
    shown, report = on_terminal(work, "check", "--no-cache", program=IMPATIENT, stdout=False)
    assert b"todo-marker" in report
    lines = [line for line in shown.split(b"\r\x1b[K") if line]
    assert lines
    for line in lines:
        assert re.fullmatch(rb"Checked \d of \d documents, [\d,]+ in a second", line)
    assert shown.endswith(b"\r\x1b[K")


def test_a_short_run_says_nothing_of_it(work: Path) -> None:
    shown, report = on_terminal(work, "check", "--no-cache", stdout=False)
    assert shown == b""
    assert b"todo-marker" in report


def test_where_nobody_looks_nothing_is_said(work: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPATIENT, "check", "--no-cache"],
        cwd=work,
        capture_output=True,
        check=False,
        env=environment(work),
    )
    assert done.stderr == b""


def test_a_terminal_of_another_width(work: Path) -> None:
    narrow = on_terminal(work, "check", width=40)
    wide = on_terminal(work, "check", width=120)
    assert narrow != wide
    assert b"\x1b[" in narrow[0]
    for width, shown in ((40, narrow), (120, wide)):
        assert on_terminal(work, "check", width=width) == shown
        assert on_terminal(work, "check", "--no-cache", width=width) == shown


def test_a_terminal_and_a_pipe(work: Path) -> None:
    coloured, _ = on_terminal(work, "check")
    _, plain = on_terminal(work, "check", stdout=False)
    assert b"\x1b[" in coloured
    assert b"\x1b[" not in plain
    assert on_terminal(work, "check")[0] == coloured
