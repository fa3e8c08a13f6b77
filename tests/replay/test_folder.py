"""The folder of what is kept: where it is, and what is left in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from designlint.replay.folder import VARIABLE, bound, cache_folder, make, replace, used


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path, size: int, age: int) -> None:
    path.write_bytes(b"0" * size)
    os.utime(path, (2_000_000_000 - age, 2_000_000_000 - age))


def test_it_is_at_the_root_of_the_repository(tmp_path: Path) -> None:
    below = tmp_path / "docs/deep"
    below.mkdir(parents=True)
    (tmp_path / "docs/.git").write_text("gitdir: elsewhere\n")
    (tmp_path / ".git").mkdir()
    assert cache_folder(None, str(below)) == str(tmp_path / "docs/.designlint_cache")
    assert cache_folder(None, str(tmp_path)) == str(tmp_path / ".designlint_cache")


def test_outside_of_any_repository_it_is_here(tmp_path: Path) -> None:
    assert cache_folder(None, str(tmp_path)) == str(tmp_path / ".designlint_cache")


def test_it_is_where_somebody_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache_folder("kept", str(tmp_path)) == str(tmp_path / "kept")
    monkeypatch.setenv(VARIABLE, "/var/kept")
    assert cache_folder(None, str(tmp_path)) == "/var/kept"
    assert cache_folder("kept", str(tmp_path)) == str(tmp_path / "kept")
    monkeypatch.setenv(VARIABLE, "")
    assert cache_folder(None, str(tmp_path)) == str(tmp_path / ".designlint_cache")


def test_it_keeps_itself_out_of_git_and_backups(tmp_path: Path) -> None:
    folder = tmp_path / "not/there/yet"
    make(str(folder))
    make(str(folder))
    assert names(folder) == [".gitignore", "CACHEDIR.TAG"]
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def test_a_folder_that_somebody_made_is_left_as_it_is(tmp_path: Path) -> None:
    make(str(tmp_path))
    assert names(tmp_path) == []


def test_a_file_is_put_whole_or_not_at_all(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    replace(str(tmp_path), "run", [b"old"])
    with pytest.raises(KeyboardInterrupt):
        replace(str(tmp_path), "run", parts())
    assert names(tmp_path) == ["run"]
    assert (tmp_path / "run").read_bytes() == b"old"
    replace(str(tmp_path), "run", [b"new", memoryview(b"er")])
    assert (tmp_path / "run").read_bytes() == b"newer"


def test_two_writers_of_the_same_number(tmp_path: Path) -> None:
    """As in two containers that share a folder: the first process of each is number 1."""

    def parts() -> Iterator[bytes]:
        yield b"first, "
        replace(str(tmp_path), "run", [b"second"])
        yield b"to the end"

    replace(str(tmp_path), "run", parts())
    assert names(tmp_path) == ["run"]
    assert (tmp_path / "run").read_bytes() == b"first, to the end"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    for age in range(6):
        write(tmp_path / f"run-{age}", 10, age)
    write(tmp_path / "results-old", 10, 100)
    bound(str(tmp_path), "run-", 4, 1000)
    assert names(tmp_path) == ["results-old", "run-0", "run-1", "run-2", "run-3"]
    bound(str(tmp_path), "run-", 4, 25)
    assert names(tmp_path) == ["results-old", "run-0", "run-1"]
    used(str(tmp_path / "run-1"))
    os.utime(tmp_path / "run-1", (2_000_000_100, 2_000_000_100))
    bound(str(tmp_path), "run-", 4, 5)
    assert names(tmp_path) == ["results-old", "run-1"]


def test_what_is_used_is_as_new(tmp_path: Path) -> None:
    write(tmp_path / "run-1", 1, 500_000_000)
    before = (tmp_path / "run-1").stat().st_mtime
    used(str(tmp_path / "run-1"))
    assert (tmp_path / "run-1").stat().st_mtime > before
    used(str(tmp_path / "run-2"))


def test_what_nobody_finished_is_removed_in_the_end(tmp_path: Path) -> None:
    write(tmp_path / "unfinished-17-1-run-1", 1, 2_000_000_000)
    (tmp_path / "unfinished-18-1-run-1").write_bytes(b"at work")
    bound(str(tmp_path), "run-", 4, 1000)
    assert names(tmp_path) == ["unfinished-18-1-run-1"]
