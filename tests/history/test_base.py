"""The files as they stood where the work at hand began."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from designlint.history.base import read_base
from designlint.history.model import EntryKind, HistoryError

from ..git_repository import GitRepository


def test_the_last_common_commit(repository: GitRepository) -> None:
    common = repository.commit("2024-01-01", {"docs/a.md": "a\n", "b.md": "b\n"})
    repository.git("switch", "-q", "-c", "work")
    repository.commit("2024-01-02", {"docs/a.md": "mine\n"})
    repository.git("switch", "-q", "main")
    repository.commit("2024-01-03", {"docs/a.md": "theirs\n", "c.md": "c\n"})
    repository.git("switch", "-q", "work")
    repository.write({"docs/a.md": "on disk\n"})
    base = read_base(repository.root, "main")
    assert base.commit == common
    assert {name: entry.kind for name, entry in base.entries.items()} == {
        "docs": EntryKind.FOLDER,
        "docs/a.md": EntryKind.FILE,
        "b.md": EntryKind.FILE,
    }
    assert base.contents(["docs/a.md", "docs", "nowhere.md"]) == {"docs/a.md": b"a\n"}
    assert base.contents([]) == {}


def test_an_annotated_tag_names_its_commit(repository: GitRepository) -> None:
    tagged = repository.commit("2024-01-01", {"a.md": "a\n"})
    repository.git("tag", "-a", "-m", "first", "v1")
    repository.commit("2024-01-02", {"a.md": "b\n"})
    assert read_base(repository.root, "v1").commit == tagged


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_submodules_and_odd_names(repository: GitRepository, tmp_path: Path) -> None:
    inner = GitRepository(repository.root / "inner")
    inner.commit("2024-01-01", {"a.md": "a\n"})
    (repository.root / "link.md").symlink_to("ü\t\n.md")
    repository.git("-c", "advice.addEmbeddedRepo=false", "add", "--all")
    repository.commit("2024-01-01", {"ü\t\n.md": "odd\n"})
    base = read_base(repository.root, "HEAD")
    assert {name: entry.kind for name, entry in base.entries.items()} == {
        "inner": EntryKind.REPOSITORY,
        "link.md": EntryKind.LINK,
        "ü\t\n.md": EntryKind.FILE,
    }
    assert base.contents(base.entries) == {"ü\t\n.md": b"odd\n"}
    assert base.name_of(repository.root / "link.md") == "ü\t\n.md"
    assert base.name_of(repository.root / "new/a.md") == "new/a.md"
    assert base.name_of(repository.root / "inner/a.md") is None
    assert base.name_of(tmp_path / "a.md") is None


def test_an_object_that_is_lost(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "a\n"})
    base = read_base(repository.root, "HEAD")
    lost = base.entries["a.md"].id
    (repository.root / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(HistoryError, match=r"^git lacks a.md as of \w{7}; `git fsck` says more$"):
        base.contents(["a.md"])


def test_what_is_no_commit(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "a\n"})
    blob = repository.git("rev-parse", "HEAD:a.md").strip()
    with pytest.raises(HistoryError, match=r"^unknown revision"):
        read_base(repository.root, blob)


def test_the_number_of_processes(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"{number}.md": f"{number}\n" for number in range(50)}
    repository.commit("2024-01-01", files)
    started: list[object] = []
    run = subprocess.Popen

    def counted(*arguments: Any, **options: Any) -> Any:
        started.append(arguments)
        return run(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert len(read_base(repository.root, "HEAD").contents(files)) == 50
    assert len(started) == 4
