"""Results of earlier runs: used where they are the same, and never to be seen in a report."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

import pytest
from msgspec.msgpack import decode, encode

from designlint.api import Context, Corpus, CrossDocumentRule, PlacedFinding, Severity
from designlint.cli.task import Made, Task, Worker
from designlint.registry import Registry, load_registry
from designlint.replay import run as replay
from designlint.replay.folder import VARIABLE

from ..command import environment, run, run_here
from ..replay.conftest import make_project
from .conftest import BrokenRule, Invoke

CHECK = ("check", "--output-format", "concise")
DOCUMENTS = 5
"""How many the project has that are checked, one of them only for its requirements."""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make_project(tmp_path)
    (folder / "shelf.md").write_text(
        "# Memo: Shelf\n\n## Background\n\n[Down](deep/down.md#nowhere)\n"
    )
    monkeypatch.chdir(folder)
    return folder


@contextmanager
def counted() -> Iterator[list[str]]:
    """Which documents are checked, and not known."""
    done: list[str] = []
    do = Worker.do

    def noted(worker: Worker, task: Task) -> Made:
        done.append(task.shown)
        return do(worker, task)

    with patch.object(Worker, "do", noted):
        yield done


def results_in(folder: Path) -> Path:
    (file,) = folder.glob("results-*")
    return file


def test_results_are_used_by_other_command_lines(work: Path) -> None:
    with counted() as cold:
        run_here(*CHECK)
    assert len(cold) == DOCUMENTS
    others = ((), ("--output-format", "github"), ("--fail-on", "never"), ("docs", "product"))
    for arguments in others:
        with counted() as warm:
            known = run_here("check", *arguments)
        assert warm == []
        assert known == run_here("check", *arguments, "--no-cache")
    (work / "docs/soup.md").write_text("# Memo: Soup\n\n## Background\n\nSoup.\n")
    with counted() as edited:
        after = run_here(*CHECK)
    assert edited == ["docs/soup.md"]
    assert after == run_here(*CHECK, "--no-cache")


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "todo-marker"),
        ("--ignore", "todo-marker"),
        ("--severity", "todo-marker=info"),
        ("--as-status", "draft"),
        ("--template", "../memo.md"),
        ("--no-config",),
    ],
)
def test_what_results_depend_on(arguments: tuple[str, ...]) -> None:
    run_here(*CHECK)
    assert run_here(*CHECK, *arguments) == run_here(*CHECK, *arguments, "--no-cache")


@pytest.mark.parametrize("order", [1, -1])
def test_a_type_for_all_and_the_same_type_by_configuration(work: Path, order: int) -> None:
    """With --type, the document that only defines requirements is held to the template."""
    runs = [(), ("--type", "memo")]
    for arguments in runs[::order]:
        named = (*CHECK, *arguments, "product/wanted.md")
        assert run_here(*named) == run_here(*named, "--no-cache")
    assert run_here(*CHECK, *runs[0], "product") != run_here(*CHECK, *runs[1], "product")


def test_documents_that_are_read_along(work: Path) -> None:
    """The same file is checked in one run, and read for its requirements in another."""
    for arguments in (("docs",), ("product",), ("docs/lunch.md",), ("docs/soup.md", "product")):
        assert run_here(*CHECK, *arguments) == run_here(*CHECK, *arguments, "--no-cache")
    text = (work / "product/wanted.md").read_text()
    (work / "product/wanted.md").write_text(text.replace("REQ-1", "REQ-2"))
    for arguments in (("docs/lunch.md",), ("product",)):
        assert run_here(*CHECK, *arguments) == run_here(*CHECK, *arguments, "--no-cache")


def test_where_results_are_kept(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = work.parent / ".designlint_cache"
    monkeypatch.delenv(VARIABLE)
    run_here(*CHECK, "--no-cache")
    assert not usual.exists()
    run_here(*CHECK, "--cache-dir", "../given")
    monkeypatch.setenv(VARIABLE, "../said")
    run_here(*CHECK)
    assert not usual.exists()
    monkeypatch.delenv(VARIABLE)
    run_here(*CHECK)
    for folder in (usual, work.parent / "given", work.parent / "said"):
        names = sorted(path.name.partition("-")[0] for path in folder.iterdir())
        assert names == [".gitignore", "CACHEDIR.TAG", "results", "run"]


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("folder", ["../memo.md", "../memo.md/deep", "/dev/null", "/proc/none/x"])
def test_a_folder_that_cannot_be_written(folder: str) -> None:
    expected = run_here(*CHECK, "--no-cache")
    for _ in range(2):
        assert run_here(*CHECK, "--cache-dir", folder) == expected


def test_results_that_are_none(work: Path, cache_folder: Path) -> None:
    """As somebody could bring along who knows what a file of results looks like."""
    expected = run_here(*CHECK)
    file = results_in(cache_folder)
    index_size = int(file.read_bytes().split(b"\n", 1)[0].split()[-1])
    index = decode(file.read_bytes().split(b"\n", 1)[1][:index_size])
    for garbage in (b"", b"x", b"\xc0", b"\x93\x01\x02\x03", b"\x91" * 9_000):
        new = encode([(path, digest, len(garbage)) for path, digest, _ in index])
        body = new + garbage * len(index)
        file.write_bytes(b"designlint results 1 %d %d\n%s" % (crc32(body), len(new), body))
        with counted() as done:
            again = run_here(*CHECK, "--fail-on", "info")
        if garbage:
            assert len(done) == DOCUMENTS
            assert again.output == expected.output
        for path in cache_folder.glob("run-*"):
            path.unlink()


def test_rules_that_raised_may_do_better_the_next_time(
    folder: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.md").write_text("# Memo: A\n\n## Why\n\nbroken\n\n## How\n\nSo.\n")
    for _ in range(2):
        assert invoke("check", "--type", "memo", "a.md").exit_code == 2
    monkeypatch.setattr(BrokenRule, "check", lambda rule, context: iter(()))
    assert invoke("check", "--type", "memo", "a.md").exit_code == 0


@dataclass(frozen=True)
class Title:
    text: str
    place: object


class EqualTitle(CrossDocumentRule):
    """Two documents have one title."""

    group = "own"
    severity = Severity.ERROR

    def collect(self, context: Context) -> Iterator[Title]:
        """The title."""
        section = context.document.sections[0]
        yield Title(section.title, context.place(section.anchor))

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """All that another document has."""
        titles = list(corpus.of(Title))
        for title in titles:
            if [each.text for each in titles].count(title.text) > 1:
                yield PlacedFinding(title.place, "again", "")  # type: ignore[arg-type]


def test_rules_whose_facts_are_not_named(
    work: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Registry({**load_registry().rules, "equal-title": EqualTitle}, registry.types)
    monkeypatch.setattr("designlint.cli.project.load_registry", lambda plugins: own)
    (work / "docs/again.md").write_text("# Memo: Soup\n\n## Background\n\nSo.\n")
    first = run_here(*CHECK)
    assert first.output.count(b"error[equal-title] again") == 2
    with counted() as warm:
        again = run_here(*CHECK, "--fail-on", "warning")
    assert again.output == first.output
    assert "docs/again.md" in warm


def test_runs_are_bounded(work: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_MOST", 3)
    for number in range(6):
        run_here("check", "docs", *["."] * number)
    assert len([*cache_folder.glob("run-*")]) == 3
    assert run_here("check", "docs", *["."] * 5).replayed


def test_several_runs_at_once(work: Path, cache_folder: Path) -> None:
    expected = run(work, *CHECK, "--no-cache")
    for _ in range(2):
        started = [
            subprocess.Popen(
                [sys.executable, "-m", "designlint", *CHECK],
                cwd=work,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment(work),
            )
            for _ in range(4)
        ]
        for process in started:
            output, errors = process.communicate()
            assert (process.returncode, output, errors) == (
                expected.returncode,
                expected.stdout,
                expected.stderr,
            )
    assert not [*cache_folder.glob("unfinished-*")]
    assert run(work, *CHECK).stdout == expected.stdout


@pytest.mark.parametrize("after", [0.05, 0.2, 0.4, 0.6])
def test_a_run_that_is_killed(after: float, work: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "designlint", *CHECK],
        cwd=work,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(work),
    )
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    expected = run_here(*CHECK, "--no-cache")
    assert run_here(*CHECK) == expected
    assert run_here(*CHECK) == expected


def test_a_run_that_is_killed_at_any_step_of_writing(work: Path, cache_folder: Path) -> None:
    """Whatever the last thing is that it does to the disk."""
    expected = run_here(*CHECK, "--no-cache")
    for function in ("mkdir", "replace", "unlink", "utime"):
        with patch(f"designlint.replay.folder.os.{function}", side_effect=KeyboardInterrupt):
            run_here(*CHECK)
        assert run_here(*CHECK) == expected
        for path in cache_folder.glob("r*"):
            path.unlink()
