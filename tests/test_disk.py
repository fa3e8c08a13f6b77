"""What is asked of the disk is noted, and an answer holds until it would be another."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest

from designlint import disk

Ask = Callable[[Path], object]
Change = Callable[[Path], object]
OLD = 1_700_000_000


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    with patch.object(disk, "_once", {}):
        yield
    disk.stop_noting()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which nothing is new."""
    (tmp_path / "a.md").write_text("one")
    (tmp_path / "sub/__pycache__").mkdir(parents=True)
    (tmp_path / "sub/b.py").write_text("1")
    (tmp_path / "link").symlink_to("a.md")
    (tmp_path / "nowhere").symlink_to("missing")
    for path in (tmp_path / "a.md", tmp_path / "sub/b.py"):
        os.utime(path, (OLD, OLD))
    return tmp_path


def asked(*questions: Callable[[], object]) -> disk.Answers:
    answers = disk.note_answers()
    for question in questions:
        with suppress(OSError):
            question()
    disk.stop_noting()
    return answers


def hold(answers: disk.Answers, noted_at: int | None = None) -> bool:
    now = time.time_ns() if noted_at is None else noted_at
    return all(disk.same(*key, answer, now) for key, answer in answers.given.items())


def rewrite(path: Path, text: str) -> None:
    """Another text of the same size, the time of the old one put back."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def relink(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def swap_for_file(path: Path, text: str) -> None:
    new = path.with_name("new")
    new.write_text(text)
    os.utime(new, (OLD, OLD))
    new.replace(path)


def swap_for_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def swap_for_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


BEGIN = partial(disk.read_bytes, most=2)
CHANGES: dict[str, tuple[Ask, str, Change]] = {
    "same size and time": (disk.read_bytes, "a.md", lambda folder: rewrite(folder / "a.md", "two")),
    "another file of the same size and time": (
        disk.read_bytes,
        "a.md",
        lambda folder: swap_for_file(folder / "a.md", "two"),
    ),
    "longer": (disk.read_bytes, "a.md", lambda folder: (folder / "a.md").write_text("one two")),
    "longer than was read": (BEGIN, "a.md", lambda folder: (folder / "a.md").write_text("one two")),
    "removed": (disk.read_bytes, "a.md", lambda folder: (folder / "a.md").unlink()),
    "a folder now": (
        disk.read_bytes,
        "a.md",
        lambda folder: swap_for_folder(folder / "a.md"),
    ),
    "a pipe now": (disk.read_bytes, "a.md", lambda folder: swap_for_pipe(folder / "a.md")),
    "appeared": (disk.read_bytes, "missing", lambda folder: (folder / "missing").write_text("")),
    "unreadable for another reason": (
        disk.read_bytes,
        "missing",
        lambda folder: (folder / "missing").symlink_to("missing"),
    ),
    "target edited": (disk.read_bytes, "link", lambda folder: rewrite(folder / "a.md", "two")),
    "link leads elsewhere": (
        disk.read_bytes,
        "link",
        lambda folder: relink(folder / "link", "sub/b.py"),
    ),
    "new name": (disk.list_folder, "", lambda folder: (folder / "c.md").write_text("")),
    "name gone": (disk.list_folder, "", lambda folder: (folder / "a.md").unlink()),
    "renamed": (disk.list_folder, "", lambda folder: (folder / "a.md").rename(folder / "c.md")),
    "link in it leads elsewhere": (
        disk.list_folder,
        "",
        lambda folder: relink(folder / "link", "sub"),
    ),
    "pipe in place of a file": (
        disk.list_folder,
        "",
        lambda folder: swap_for_pipe(folder / "a.md"),
    ),
    "folder gone": (
        disk.list_folder,
        "sub",
        lambda folder: (folder / "sub").rename(folder / "old"),
    ),
    "no file any more": (disk.kind, "a.md", lambda folder: (folder / "a.md").unlink()),
    "leads somewhere": (disk.kind, "nowhere", lambda folder: (folder / "missing").mkdir()),
    "link gone": (disk.there, "nowhere", lambda folder: (folder / "nowhere").unlink()),
    "real path": (disk.real, "link", lambda folder: relink(folder / "link", "sub/b.py")),
    "code edited": (disk.tree, "", lambda folder: (folder / "sub/b.py").write_text("12")),
    "code of another time": (disk.tree, "", lambda folder: os.utime(folder / "sub/b.py")),
    "code added": (disk.tree, "", lambda folder: (folder / "sub/c.py").write_text("")),
    "code renamed": (
        disk.tree,
        "",
        lambda folder: (folder / "sub/b.py").rename(folder / "sub/c.py"),
    ),
    "module edited": (disk.tree, "a.md", lambda folder: rewrite(folder / "a.md", "two")),
}


@pytest.mark.parametrize(("ask", "name", "change"), CHANGES.values(), ids=CHANGES)
def test_an_answer_holds_until_it_would_be_another(
    ask: Ask, name: str, change: Change, folder: Path
) -> None:
    answers = asked(lambda: ask(folder / name))
    assert len(answers.given) == 1
    assert hold(answers)
    change(folder)
    assert not hold(answers)


def test_what_does_not_matter_is_not_asked(folder: Path) -> None:
    tree = asked(lambda: disk.tree(folder))
    (folder / "sub/__pycache__/b.pyc").write_bytes(b"")
    assert hold(tree)
    listing = asked(lambda: disk.list_folder(folder))
    (folder / "a.md").write_text("longer")
    (folder / disk.NAME).mkdir()
    assert hold(listing)
    begin = asked(lambda: disk.read_bytes(folder / "a.md", 2))
    rewrite(folder / "a.md", "lounge")
    assert hold(begin)


def test_what_was_not_touched_is_not_read_again(folder: Path) -> None:
    answers = asked(lambda: disk.read_bytes(folder / "a.md"), lambda: disk.list_folder(folder))
    later = time.time_ns() + 3_000_000_000
    with (
        patch.object(disk, "_read", side_effect=AssertionError),
        patch.object(disk, "_entries", side_effect=AssertionError),
    ):
        assert hold(answers, later)


def test_a_file_that_was_just_written_is_read_again(folder: Path) -> None:
    """Two edits in one tick of the clock leave size and times the same."""
    with patch.object(disk, "_signature", lambda status: "5 0 0 1"):
        path = folder / "a.md"
        path.write_text("three")
        answers = asked(lambda: disk.read_bytes(path))
        path.write_text("seven")
        assert not hold(answers)
        assert hold(answers, time.time_ns() + 3_000_000_000)


def test_two_answers_to_one_question(folder: Path) -> None:
    path = folder / "a.md"

    def read() -> object:
        return disk.read_bytes(path)

    def touch() -> None:
        path.touch()

    assert not asked(read, touch, read).void
    assert asked(read, lambda: path.write_text("two"), read).void
    assert asked(lambda: disk.kind(path), path.unlink, lambda: disk.kind(path)).void
    listed = asked(
        lambda: disk.list_folder(folder),
        lambda: (folder / disk.NAME).mkdir(),
        lambda: disk.list_folder(folder),
    )
    assert not listed.void


def test_what_cannot_be_asked_again() -> None:
    assert asked(disk.cannot_be_repeated).void
    disk.cannot_be_repeated()
    assert not asked().void


def test_a_pipe_gives_its_content_once_and_is_asked_twice() -> None:
    here, there = os.pipe()
    os.write(there, b"# Title\n")
    os.close(there)
    name = f"/dev/fd/{here}"
    assert not disk.same(disk.FILE, name, "0 0 0 0 -1 0", 0)
    answers = asked(lambda: disk.read_bytes(name))
    assert disk.read_bytes(name) == b"# Title\n"
    assert answers.void
    assert not hold(answers)
    os.close(here)


def test_code_with_links_that_lead_nowhere_and_round_in_circles(folder: Path) -> None:
    (folder / "sub/self").symlink_to(".")
    (folder / "sub/up").symlink_to("..")
    (folder / "sub/loop").symlink_to("loop")
    answers = asked(lambda: disk.tree(folder))
    assert hold(answers)
    os.utime(folder / "sub/b.py")
    assert not hold(answers)


def test_linked_code_is_code(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "shared.py").write_text("1")
    (folder / "sub/shared").symlink_to(elsewhere)
    answers = asked(lambda: disk.tree(folder))
    (elsewhere / "shared.py").write_text("12")
    assert not hold(answers)


def test_no_code() -> None:
    assert disk.tree("/no/such/folder") == disk.MISSING


def test_errors_are_raised_as_they_are(folder: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        disk.read_bytes(folder / "missing")
    assert raised.value.errno == errno.ENOENT
    with pytest.raises(NotADirectoryError):
        disk.list_folder(folder / "a.md")


def test_libraries_are_told_apart_by_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.setattr("sys.path", [str(site), str(tmp_path)])
    before = disk.libraries()
    answers = asked(disk.libraries)
    (tmp_path / "own.py").write_text("")
    assert hold(answers)
    (site / "click-8.2.dist-info").mkdir()
    assert not hold(answers)
    assert disk.libraries() != before


def test_an_answer_of_another_program() -> None:
    assert not disk.same("weather", "/", "fine", 0)
    assert not disk.same(disk.FILE, os.fspath(Path(__file__)), "", 0)
    assert not disk.same(disk.FOLDER, "/", "1 2 3", 0)
