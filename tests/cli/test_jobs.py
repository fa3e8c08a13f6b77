"""Several processes do the work of one, and nobody can tell from what they print."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from designlint.api import Context, Finding, Rule, Severity
from designlint.registry import Registry, load_registry
from designlint.workers import pool

from ..command import Ran, environment, run_here
from ..replay.conftest import make_project

EVERYWHERE = ("--output-format", "json"), ("--output-format", "full"), ("--statistics",)
MANY = 40
SLOW = """
import os, sys, time
import designlint.cli.work
designlint.cli.work._WORTH_A_PROCESS = 1
designlint.cli.work.available = lambda: 3
import designlint.cli.task
do = designlint.cli.task.Worker.do
def slowly(worker, task):
    os.write(1, b"ready\\n")
    time.sleep(60)
    return do(worker, task)
designlint.cli.task.Worker.do = slowly
from designlint.__main__ import main
main()
"""


class DeadlyWord(Rule):
    """A rule with a library that crashes."""

    group = "own"
    severity = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """Ends the process, or raises."""
        if "deadly" in context.document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "crumbling" in context.document.text:
            raise KeyError("here")
        yield from ()


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents of all kinds, of which each is worth a process."""
    folder = make_project(tmp_path)
    (folder / "docs/bytes.md").write_bytes(b"# Memo: \xff\n")
    (folder / "docs/late.md").write_text(
        "# Memo: Late\n\n## Background\n\n"
        "<!-- designlint: ignore[todo-marker] later -->\nTODO\n\n"
        "<!-- designlint: ignore[broken-link] not yet -->\n[x](none.md)\n\n"
        "<!-- designlint: ignore[broken-anchor] for nothing -->\nText, by REQ-5.\n"
    )
    for number in range(MANY):
        text = f"# Memo: {number}\n\n## Background\n\n[next](n{number + 1}.md#memo-{number + 1})\n"
        (folder / f"docs/n{number}.md").write_text(text + "\nTODO\n" * (number % 3))
    monkeypatch.chdir(folder)
    monkeypatch.setattr("designlint.cli.work._WORTH_A_PROCESS", 1)
    registry = load_registry()
    own = Registry({**registry.rules, "deadly-word": DeadlyWord}, registry.types)
    monkeypatch.setattr("designlint.cli.project.load_registry", lambda plugins: own)
    return folder


def check(*arguments: str, processes: int = 0) -> Ran:
    """Run `check`, which is to start so many processes."""
    with patch.object(pool, "_start", wraps=pool._start) as started:
        ran = run_here("check", *arguments)
    assert started.call_count == processes
    return ran


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("arguments", EVERYWHERE)
def test_output_is_the_same(arguments: tuple[str, ...]) -> None:
    alone = check(*arguments, "--no-cache", "-j", "1")
    assert alone.code == 1
    for jobs in (2, 5):
        assert check(*arguments, "--no-cache", "-j", str(jobs), processes=jobs) == alone
    assert check(*arguments, "-j", "5", processes=5) == alone
    assert check(*arguments, "-j", "2") == alone


def test_rules_that_raise(work: Path) -> None:
    for name in ("n3", "n7", "late"):
        path = work / f"docs/{name}.md"
        path.write_text(path.read_text() + "\ncrumbling\n")
    alone = check("--no-cache", "-j", "1")
    assert alone.code == 2
    assert b"rule deadly-word failed on docs/late.md (and on 2 other documents)" in alone.errors
    assert check("--no-cache", "-j", "4", processes=4) == alone


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("memo.md", "[What led to this]", "<!-- designlint: optoinal -->", b"memo.md:"),
        ("designlint.toml", 'template = "memo.md"', 'template = "none.md"', b"designlint.toml:"),
        ("designlint.toml", "[requirements]", "[requirement]", b"designlint.toml:"),
    ],
)
def test_errors_of_templates_and_configurations(
    name: str, old: str, new: str, said: bytes, work: Path
) -> None:
    path = work.parent / name
    path.write_text(path.read_text().replace(old, new))
    ran = [run_here("check", "--no-cache", "-j", jobs) for jobs in ("1", "2", "5")]
    assert ran[0] == ran[1] == ran[2]
    assert ran[0].code == 2
    assert said in ran[0].errors


def test_a_worker_that_dies(work: Path) -> None:
    """Its documents are named, the rest is checked, and the others' results are kept."""
    path = work / "docs/n3.md"
    text = path.read_text()
    path.write_text(text + "\ndeadly\n")
    died = check("--output-format", "concise", "-j", "2", processes=3)
    assert died.code == 2
    lost = b"docs/n3.md was not checked: its worker process was ended by SIGKILL"
    assert died.errors.splitlines()[0] == lost
    path.write_text(text)
    for arguments in ((), ("--no-cache",)):
        after = run_here("check", "--output-format", "concise", "-j", "1", *arguments)
        assert {*died.output.splitlines()[:-1]} < {*after.output.splitlines()}


@pytest.mark.usefixtures("work")
def test_small_runs_stay_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("designlint.cli.work._WORTH_A_PROCESS", 250_000)
    check("--no-cache", "-j", "8")
    monkeypatch.setattr("designlint.cli.work._WORTH_A_PROCESS", 1)
    check("--no-cache", "-j", "8", "docs/n1.md")


@pytest.mark.usefixtures("work")
def test_all_processors_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda process: {0, 2, 5})
    check("--no-cache", processes=3)
    assert run_here("check", "-j", "0").code == 2


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_ctrl_c(jobs: str, work: Path, cache_folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "check", "-j", jobs],
        cwd=work,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(work),
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=50)
    assert process.returncode == 130
    assert output.replace(b"ready\n", b"") == b""
    assert errors == b""
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    assert not [*cache_folder.glob("unfinished-*")]
