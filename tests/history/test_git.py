"""Git is run so that nothing of a repository's is; its failures become one line."""

import os
import stat
from pathlib import Path

import pytest

from designlint.history import git
from designlint.history.base import read_base
from designlint.history.births import read_history
from designlint.history.git import git_output, git_stream
from designlint.history.model import HistoryError
from designlint.history.revisions import version_at

from ..git_repository import GitRepository


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def fake_git(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program(folder / "bin/git", script)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")


def test_a_hostile_repository_runs_nothing(repository: GitRepository, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    trap = program(tmp_path / "trap", f'echo "$0 $@" >> {trace}; exit 1')
    lines = "".join(f"line {number}\n" for number in range(30))
    repository.commit("2024-01-01", {".gitattributes": "*.md diff=evil filter=evil\n"})
    repository.commit("2024-01-02", {"t.md": "# T\n\n## A\n", "a.md": lines})
    repository.move("a.md", "b.md")
    repository.commit("2024-01-03", {"b.md": lines + "more\n"})
    for name, value in (
        ("core.fsmonitor", str(trap)),
        ("core.pager", str(trap)),
        ("pager.log", "true"),
        ("core.editor", str(trap)),
        ("core.sshCommand", str(trap)),
        ("core.hooksPath", str(tmp_path)),
        ("alias.log", f"!{trap}"),
        ("alias.cat-file", f"!{trap}"),
        ("alias.ls-tree", f"!{trap}"),
        ("alias.merge-base", f"!{trap}"),
        ("diff.external", str(trap)),
        ("diff.evil.command", str(trap)),
        ("diff.evil.textconv", str(trap)),
        ("filter.evil.clean", str(trap)),
        ("filter.evil.smudge", str(trap)),
        ("log.showSignature", "true"),
        ("gpg.program", str(trap)),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", f"ext::{trap}"),
        ("remote.origin.promisor", "true"),
        ("protocol.ext.allow", "always"),
    ):
        repository.git("config", name, value)
    trace.unlink(missing_ok=True)
    template, document = repository.root / "t.md", repository.root / "b.md"
    history = read_history({template: (document,)})
    birth = history.birth(document)
    assert birth is not None
    assert birth.commit.date == "2024-01-02"
    assert history.at_birth(template, birth) is not None
    assert version_at(template, "HEAD~1").blob.data == b"# T\n\n## A\n"
    repository.write({"t.md": "changed\n"})
    base = read_base(repository.root, "HEAD~1")
    assert base.contents(["t.md"]) == {"t.md": b"# T\n\n## A\n"}
    assert not trace.exists()


def test_the_trap_works(repository: GitRepository, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    trap = program(tmp_path / "trap", f"echo x >> {trace}")
    repository.commit("2024-01-01", {"a.md": "a\n"})
    repository.git("config", "core.fsmonitor", str(trap))
    repository.git("status")
    assert trace.exists()


def test_what_a_partial_clone_lacks_is_not_fetched(
    repository: GitRepository, tmp_path: Path
) -> None:
    lines = "".join(f"line {number}\n" for number in range(30))
    repository.commit("2024-01-01", {"t.md": "# T\n\n## A\n", "a.md": lines})
    repository.commit("2024-01-02", {"t.md": "# T\n\n## A\n\n## B\n"})
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--filter=blob:none", f"file://{repository.root}", str(clone))
    with pytest.raises(HistoryError, match=r"partial clone.*`git fetch --refetch"):
        read_history({clone / "t.md": (clone / "a.md",)})
    base = read_base(clone, "HEAD~1")
    with pytest.raises(HistoryError, match=r"partial clone.*`git fetch --refetch"):
        base.contents(["t.md"])


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("# T\n")
    with pytest.raises(HistoryError, match=r"^this is not a git repository"):
        read_history({tmp_path / "t.md": (tmp_path / "a.md",)})


def test_a_bare_repository_among_the_documents(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"docs/t.md": "# T\n"})
    repository.git("clone", "-q", "--bare", ".", "docs/bare")
    for folder in ("docs/bare", ".git"):
        with pytest.raises(HistoryError, match=r"bare repository|without a work tree"):
            read_history({repository.root / folder / "t.md": ()})


def test_no_git(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.root))
    with pytest.raises(HistoryError, match=r"^git is not installed, or not on PATH$"):
        git_output(repository.root, "version")


def test_a_repository_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(
        tmp_path,
        "echo \"fatal: detected dubious ownership in repository at '/x'\n"
        "To add an exception for this directory, call:\n\n"
        '\tgit config --global --add safe.directory /x" >&2; exit 128',
        monkeypatch,
    )
    with pytest.raises(HistoryError) as caught:
        read_history({tmp_path / "t.md": ()})
    assert str(caught.value) == (
        "git: detected dubious ownership in repository at '/x'; "
        "`git config --global --add safe.directory /x` allows it"
    )


def test_a_failure_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path, "printf 'warning: w\\nfatal: it broke\\nmore\\n' >&2; exit 3", monkeypatch)
    with pytest.raises(HistoryError, match=r"^git: it broke$"):
        git_output(tmp_path, "version")
    fake_git(tmp_path, "exit 3", monkeypatch)
    with pytest.raises(HistoryError, match=r"^git: exit code 3$"):
        git_output(tmp_path, "version")


def test_git_that_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path, "exec sleep 60", monkeypatch)
    monkeypatch.setattr(git, "TIMEOUT", 0.2)
    with pytest.raises(HistoryError, match="git took longer than 0 s"):
        git_output(tmp_path, "version")


def test_a_reader_may_leave_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_git(tmp_path, "exec yes", monkeypatch)
    with git_stream(tmp_path, "version") as stream:
        assert stream.read(4) == b"y\ny\n"
