"""Which runs are printed again, and what stands in the way."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint import disk
from designlint.cli.task import Made, Task, Worker
from designlint.replay import run as replay
from designlint.replay.folder import VARIABLE

from ..command import Ran, environment, run_here
from ..git_repository import GitRepository
from .test_record import sealed

CHECK = ("check", "--output-format", "concise")


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("run-*"))


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--output-format", "json"),
        ("--statistics", "docs"),
        ("--fail-on", "warning"),
        ("--fail-on", "never", "-j", "2"),
        ("--select", "todo-marker", "--as-status", "draft"),
        ("--cache-dir", "../../kept"),
    ],
)
def test_a_run_is_printed_again(arguments: tuple[str, ...]) -> None:
    first = run_here("check", *arguments)
    again = run_here("check", *arguments)
    assert (first.replayed, again.replayed) == (False, True)
    assert first == again == run_here("check", *arguments, "--no-cache")


def test_a_run_that_makes_the_cache_folder_is_printed_again(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.chdir(work.parent)
    first = run_here(*CHECK)
    assert (work.parent / ".designlint_cache/.gitignore").exists()
    assert run_here(*CHECK) == first
    assert run_here(*CHECK).replayed


def test_other_arguments_and_other_folders(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_here("check", ".")
    assert not run_here("check", "docs").replayed
    monkeypatch.chdir(work / "docs")
    elsewhere = run_here("check", ".")
    assert not elsewhere.replayed
    assert elsewhere != first
    monkeypatch.chdir(work)
    assert run_here("check", ".").replayed


@pytest.mark.usefixtures("work")
def test_another_day(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# Memo: A\n\n## Background\n\nB\n\n## Open Questions\n\n- Why?\n  - Due: 2026-03-01\n"
    (work / "docs/soup.md").write_text(text)

    def on(day: date) -> Ran:
        monkeypatch.setattr(replay, "localtime", day.timetuple)
        monkeypatch.setattr("designlint.cli.check.date", SimpleNamespace(today=lambda: day))
        return run_here(*CHECK, "docs/soup.md")

    before = on(date(2026, 3, 1))
    after = on(date(2026, 3, 2))
    assert not after.replayed
    assert b"overdue-question" in after.output
    assert b"overdue-question" not in before.output
    assert on(date(2026, 3, 1)) == before


@pytest.mark.usefixtures("work")
def test_another_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    run_here(*CHECK)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not run_here(*CHECK).replayed
    assert run_here(*CHECK).replayed
    monkeypatch.setattr("sys.path", [*sys.path, "/no/such/folder"])
    assert not run_here(*CHECK).replayed


def write_file(work: Path) -> tuple[str, ...]:
    (work / "report.txt").unlink(missing_ok=True)
    return ("--output", "report.txt")


def write_json(work: Path) -> tuple[str, ...]:
    (work / "report.json").unlink(missing_ok=True)
    return ("--output-format", "json=report.json", "--output-format", "concise")


def read_stdin(work: Path) -> tuple[str, ...]:
    sys.stdin = TextIOWrapper(BytesIO(b"# Memo: A\n"))
    return ("-", "--template", "../memo.md")


def old_template(work: Path) -> tuple[str, ...]:
    return ("--template-version", "birth")


NEVER: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "a report in a file": write_file,
    "one of two reports in a file": write_json,
    "standard input": read_stdin,
    "templates of old": old_template,
    "changed since": lambda work: ("--changed-since", "HEAD"),
    "no document": lambda work: ("none.md",),
    "no such option": lambda work: ("--colour",),
    "no such rule": lambda work: ("--select", "none"),
    "no such template": lambda work: ("--template", "none.md"),
}


@pytest.mark.parametrize("arguments", NEVER.values(), ids=NEVER)
def test_what_is_never_printed_again(
    arguments: Callable[[Path], tuple[str, ...]],
    work: Path,
    cache_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", sys.stdin)
    shutil.rmtree(work.parent / ".git")
    repository = GitRepository(work.parent)
    repository.git("add", ".")
    repository.git("commit", "-qm", "All")
    first = run_here("check", *arguments(work))
    written = {path.name for path in work.iterdir()}
    again = run_here("check", *arguments(work))
    assert not again.replayed
    assert again == first == run_here("check", *arguments(work), "--no-cache")
    assert {path.name for path in work.iterdir()} == written
    assert not kept(cache_folder)


def test_a_pipe_is_read_each_time_and_whole(work: Path) -> None:
    for text in ("# Memo: A\n\n## Background\n\nYes.\n", "# Memo: A\n"):
        here, there = os.pipe()
        os.write(there, text.encode())
        os.close(there)
        piped = run_here(*CHECK, "--template", "../memo.md", f"/dev/fd/{here}")
        os.close(here)
        (work / "a.md").write_text(text)
        plain = run_here(*CHECK, "--template", "../memo.md", "a.md")
        assert not piped.replayed
        assert piped.output == plain.output.replace(b"a.md", f"/dev/fd/{here}".encode())


def test_a_document_that_is_edited_amid_a_run(work: Path) -> None:
    """Another process reads it after this one has noted what is in it."""
    soup = work / "docs/soup.md"
    before = soup.read_text()
    do = Worker.do

    def edited(worker: Worker, task: Task) -> Made:
        soup.write_text("# Memo: Soup\n\n## Background\n\nSoup.\n")
        with patch.object(disk, "_noted", None):
            return do(worker, task)

    with patch.object(Worker, "do", edited):
        run_here(*CHECK)
    soup.write_text(before)
    again = run_here(*CHECK)
    assert not again.replayed
    assert again == run_here(*CHECK, "--no-cache")


def test_both_streams_in_their_order(tmp_path: Path, cache_folder: Path) -> None:
    """Where both lead to one place, as in the log of a build."""
    (tmp_path / "a.md").write_text("# Notes\n")

    def log(*arguments: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "designlint", "check", "a.md", *arguments],
            cwd=tmp_path,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment(tmp_path),
        ).stdout

    first = log()
    assert kept(cache_folder)
    assert log() == first == log("--no-cache")
    assert first.index(b"none has a known") < first.index(b"No document was checked")


@given(garbage=st.binary(max_size=300), seal=st.booleans(), key=st.booleans())
def test_a_damaged_file_is_made_anew(
    garbage: bytes, seal: bool, key: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged"
    folder.mkdir(exist_ok=True)
    (folder / "a.md").write_text("# Notes\n")
    arguments = ("check", str(folder / "a.md"), "--no-config", "--cache-dir", str(folder / "kept"))
    expected = run_here(*arguments, "--no-cache")
    assert run_here(*arguments) == expected
    (file,) = kept(folder / "kept")
    line = file.read_bytes().split(b"\n", 2)[1]
    body = line + b"\n" + garbage if key else garbage
    file.write_bytes(sealed(body) if seal else body)
    again = run_here(*arguments)
    assert again == expected
    assert not again.replayed
    assert run_here(*arguments).replayed


HUGE = 2**70


@pytest.mark.parametrize(
    "lines",
    [
        b"0 0 1 0\nfile\t1 1 1 1 %d 0\t/etc/passwd\n" % HUGE,
        b"0 0 1 0\nfile\t1 1 1 1 -7 0\t/etc/passwd\n",
        b"0 0 1 0\nfile\t1 1 1 1 1 0\t/etc/pass\\x00wd\n",
        b"0 0 1 0\nreal\tx\t/etc/pass\\x00wd\n",
        b"0 0 1 0\ntree\tx\t/etc/pass\\x00wd\n",
        b"0 0 %d 0\n" % HUGE,
        b"0 0 0 -1\n",
        b"0 0 0 %d\nx" % HUGE,
    ],
)
def test_nonsense_of_the_right_form(lines: bytes, work: Path, cache_folder: Path) -> None:
    expected = run_here(*CHECK)
    (file,) = kept(cache_folder)
    key = file.read_bytes().split(b"\n", 2)[1]
    file.write_bytes(sealed(key + b"\n" + lines))
    again = run_here(*CHECK)
    assert again == expected
    assert not again.replayed


def test_output_that_ends_amid_what_is_printed(work: Path, cache_folder: Path) -> None:
    """What has been printed cannot be taken back, so it is said, and the file is gone."""
    (work / "docs/long.md").write_text("# Memo: A\n\n## Background\n\n" + "TODO\n\n" * 3000)
    expected = run_here(*CHECK)
    (file,) = kept(cache_folder)
    _, key, rest = file.read_bytes().split(b"\n", 2)
    file.write_bytes(sealed(b"\n".join((key, rest[:-200]))))
    cut = run_here(*CHECK)
    assert cut.code == 2
    assert expected.output.startswith(cut.output)
    assert b"run it again" in cut.errors
    assert run_here(*CHECK) == expected
