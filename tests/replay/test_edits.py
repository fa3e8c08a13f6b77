"""Whatever is edited between two runs, the second prints what it would without a cache."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from designlint import disk

from ..command import Ran, run_here

Edit = Callable[[Path], object]
CHECK = ("check", "--output-format", "concise")


@pytest.fixture(params=["settled", "just written"])
def age(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are so old that only their times are looked at, and files that are not."""
    if request.param == "settled":
        monkeypatch.setattr(disk, "_GRANULARITY", 0)


def rewrite(path: Path, old: str, new: str) -> None:
    """Put another text of the same length into a file, and its time back."""
    before = path.stat()
    text = path.read_text("utf-8")
    assert old in text
    assert len(old) == len(new)
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def swap_for_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def swap_for_folder(path: Path) -> None:
    path.unlink()
    add(path / "a.md", LUNCH)


def swap_for_copy(path: Path, original: Path) -> None:
    path.unlink()
    add(path, original.read_text("utf-8"))


LUNCH = "# Memo: Lunch\n\n## Background\n\nTODO\n"
EDITS: dict[str, Edit] = {
    "document of the same size and time": lambda work: rewrite(
        work / "docs/soup.md", "TODO", "Soup"
    ),
    "document gone": lambda work: (work / "docs/soup.md").unlink(),
    "document renamed": lambda work: (work / "docs/soup.md").rename(work / "docs/stew.md"),
    "document that is a pipe now": lambda work: swap_for_pipe(work / "docs/soup.md"),
    "new document": lambda work: add(work / "docs/new.md", LUNCH),
    "new document, deep down": lambda work: add(work / "docs/deep/new/new.md", LUNCH),
    "target of a linked document": lambda work: add(work / "shelf.md", LUNCH),
    "documents that are no longer ignored": lambda work: (work / "docs/.gitignore").unlink(),
    "documents that are ignored now": lambda work: add(work / ".gitignore", "docs/soup.md\n"),
    "folder that is ignored now": lambda work: add(work.parent / ".gitignore", "work/docs/\n"),
    "link target gone": lambda work: (work / "notes.md").unlink(),
    "link target made": lambda work: add(work / "plans.md", "# Plans\n"),
    "link target a link that leads nowhere": lambda work: (work / "plans.md").symlink_to("none.md"),
    "heading of a link target": lambda work: rewrite(work / "notes.md", "First", "Third"),
    "requirement that is another": lambda work: rewrite(
        work / "product/wanted.md", "REQ-1", "REQ-2"
    ),
    "requirements gone": lambda work: (work / "product/wanted.md").unlink(),
    "more requirements": lambda work: add(work / "product/more.md", "# M\n\n- **REQ-7**: Soup\n"),
    "template": lambda work: rewrite(work.parent / "memo.md", "Background", "Motivation"),
    "configuration": lambda work: rewrite(work.parent / "designlint.toml", '"memo"', '"note"'),
    "configuration in force no more": lambda work: (work.parent / "designlint.toml").unlink(),
    "nearer configuration": lambda work: add(
        work / "designlint.toml", 'plugins = ["designlint_rules"]\nignore = ["todo-marker"]\n'
    ),
    "nearer pyproject.toml": lambda work: add(
        work / "pyproject.toml", '[tool.designlint]\nplugins = ["designlint_rules"]\n'
    ),
    "baseline": lambda work: run_here("baseline", "."),
}


def check_twice(*arguments: str) -> Ran:
    """What a run gives that is done a second time, with files as they were."""
    first = run_here(*arguments)
    again = run_here(*arguments)
    assert again == first
    assert again.replayed
    return first


@pytest.mark.usefixtures("age")
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit(edit: Edit, work: Path) -> None:
    before = check_twice(*CHECK)
    edit(work)
    after = run_here(*CHECK)
    assert after == run_here(*CHECK, "--no-cache")
    assert after != before or not after.replayed
    if after.code < 2:
        assert check_twice(*CHECK) == after


def test_what_is_not_asked_does_not_matter(work: Path) -> None:
    check_twice(*CHECK)
    add(work.parent / "README.md", "# Read me\n")
    add(work / "docs/deep/table.csv", "a,b\n")
    (work / "docs/soup.md").touch()
    after = run_here(*CHECK)
    assert after == run_here(*CHECK, "--no-cache")


NAMED: dict[str, Edit] = {
    "gone": lambda work: (work / "docs/soup.md").unlink(),
    "edited": lambda work: rewrite(work / "docs/soup.md", "TODO", "Soup"),
    "a folder now": lambda work: swap_for_folder(work / "docs/soup.md"),
    "link that leads nowhere, and is gone": lambda work: (work / "docs/shelf.md").unlink(),
    "link that leads round in a circle": lambda work: (work / "shelf.md").symlink_to("shelf.md"),
    "second name, and a copy now": lambda work: swap_for_copy(
        work / "docs/same.md", work / "docs/soup.md"
    ),
}


@pytest.mark.parametrize("edit", NAMED.values(), ids=NAMED)
def test_an_edit_of_what_is_named(edit: Edit, work: Path) -> None:
    (work / "docs/same.md").symlink_to("soup.md")
    named = (*CHECK, "docs/soup.md", "docs/same.md", "docs/shelf.md")
    before = check_twice(*named)
    edit(work)
    after = run_here(*named)
    assert after == run_here(*named, "--no-cache")
    assert after != before
