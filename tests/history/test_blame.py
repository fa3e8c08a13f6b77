"""When lines were last changed, and why that is not always known."""

import os
from pathlib import Path

import pytest

from designlint.history.blame import SHALLOW, UNCOMMITTED, line_dates

from ..git_repository import GitRepository


def dates(root: Path, *lines: tuple[str, int]) -> dict[tuple[str, int], str]:
    """The day of each line, or the reason why there is none."""
    found = line_dates((root / name, number) for name, number in lines)
    told = {**found.days, **found.unknown}
    return {(path.relative_to(root).as_posix(), line): said for (path, line), said in told.items()}


def test_each_line_has_its_day(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "one\ntwo\n", "sub/b.md": "one\n"})
    repository.commit("2024-02-01", {"a.md": "one\nTWO\nthree\n"})
    lines = [("a.md", 1), ("a.md", 2), ("a.md", 3), ("sub/b.md", 1)]
    days = ["2024-01-01", "2024-02-01", "2024-02-01", "2024-01-01"]
    assert dates(repository.root, *lines) == dict(zip(lines, days, strict=True))


def test_lines_keep_their_day_in_a_file_that_was_renamed(repository: GitRepository) -> None:
    text = "".join(f"line {number}\n" for number in range(20))
    repository.commit("2024-01-01", {"draft.md": text})
    repository.move("draft.md", "0001.md")
    repository.commit("2024-02-01")
    assert dates(repository.root, ("0001.md", 3)) == {("0001.md", 3): "2024-01-01"}


def test_lines_that_moved_since_the_last_commit(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "one\ntwo\n"})
    repository.write({"a.md": "new\ntwo\none, changed\n"})
    assert dates(repository.root, ("a.md", 1), ("a.md", 2), ("a.md", 3)) == {
        ("a.md", 1): UNCOMMITTED,
        ("a.md", 2): "2024-01-01",
        ("a.md", 3): UNCOMMITTED,
    }


def test_a_file_that_no_commit_has(repository: GitRepository) -> None:
    repository.write({"new.md": "one\n"})
    assert dates(repository.root, ("new.md", 1)) == {("new.md", 1): UNCOMMITTED}
    repository.commit("2024-01-01", {"a.md": "one\n"})
    repository.write({"newer.md": "one\n"})
    assert dates(repository.root, ("newer.md", 1)) == {("newer.md", 1): UNCOMMITTED}


def test_a_shallow_clone_does_not_tell_how_old_its_oldest_lines_are(
    repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit("2024-01-01", {"a.md": "one\ntwo\n"})
    repository.commit("2024-02-01", {"b.md": "one\n"})
    repository.commit("2024-03-01", {"a.md": "one\nTWO\n"})
    repository.git("clone", "-q", "--depth=2", repository.root.as_uri(), str(tmp_path / "clone"))
    assert dates(tmp_path / "clone", ("a.md", 1), ("a.md", 2)) == {
        ("a.md", 1): SHALLOW,
        ("a.md", 2): "2024-03-01",
    }


def test_without_a_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\n")
    (said,) = dates(tmp_path, ("a.md", 1)).values()
    assert said == "this is not a git repository, so there is no history"


def test_each_file_is_asked_of_its_own_repository(
    repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit("2024-01-01", {"a.md": "one\n"})
    nested = GitRepository(repository.root / "nested")
    nested.commit("2024-02-01", {"a.md": "one\n"})
    assert dates(repository.root, ("a.md", 1), ("nested/a.md", 1)) == {
        ("a.md", 1): "2024-01-01",
        ("nested/a.md", 1): "2024-02-01",
    }


def test_more_lines_than_a_command_line_takes(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "one\n" * 1200})
    found = line_dates((repository.root / "a.md", line) for line in range(1, 1201))
    assert set(found.days.values()) == {"2024-01-01"}
    assert len(found.days) == 1200


def test_names_that_look_like_something_else(repository: GitRepository) -> None:
    names = ["-L.md", ":(glob)*.md", "a b.md", "ü.md", "[a].md"]
    repository.commit("2024-01-01", dict.fromkeys(names, "one\n"))
    assert set(dates(repository.root, *((name, 1) for name in names)).values()) == {"2024-01-01"}


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
def test_nothing_of_a_repository_is_executed(repository: GitRepository, tmp_path: Path) -> None:
    mark = tmp_path / "executed"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    program.chmod(0o755)
    repository.commit("2024-01-01", {"a.md": "one\n"})
    repository.write({".gitattributes": "*.md diff=bad filter=bad\n"})
    for key in ("diff.bad.textconv", "diff.external", "filter.bad.clean", "filter.bad.smudge",
                "core.fsmonitor", "core.pager", "pager.blame"):  # fmt: skip
        repository.git("config", key, str(program))
    revisions = repository.root / "ignored"
    repository.git("config", "blame.ignoreRevsFile", str(revisions))
    repository.write({"a.md": "one\ntwo\n"})
    assert dates(repository.root, ("a.md", 1), ("a.md", 2)) == {
        ("a.md", 1): "2024-01-01",
        ("a.md", 2): UNCOMMITTED,
    }
    assert not mark.exists()
