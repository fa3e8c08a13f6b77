"""A team's repository, seen from a folder in it."""

import os
from pathlib import Path

import pytest

CONFIG = """\
plugins = ["designlint_rules"]

[[documents]]
type = "memo"
files = ["work/docs/**/*.md"]
template = "memo.md"

[requirements]
files = ["work/product/*.md"]
"""
FILES = {
    "designlint.toml": CONFIG,
    "memo.md": "# Memo: [Title]\n\n## Background\n\n[What led to this]\n",
    "work/notes.md": "# Notes\n\n## First\n",
    "work/docs/.gitignore": "draft*.md\n",
    "work/docs/draft.md": "# Memo: Dinner\n\n## Background\n\n[What led to this]\n",
    "work/docs/lunch.md": (
        "# Memo: Lunch\n\n## Background\n\nSatisfies: REQ-1\n\n"
        "See [notes](../notes.md#first), [plans](../plans.md) and [the shelf](shelf.md).\n"
    ),
    "work/docs/soup.md": "# Memo: Soup\n\n## Background\n\nTODO\n",
    "work/docs/deep/down.md": "# Memo: Down\n\n## Background\n\nNone.\n",
    "work/product/wanted.md": "# Wanted\n\n## Requirements\n\n- **REQ-1**: Lunch\n",
}


def make_project(folder: Path) -> Path:
    """Make the repository at `folder`, with files that are not new. Gives where to work in it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
    (folder / ".git").mkdir()
    (folder / "work/docs/shelf.md").symlink_to("../shelf.md")
    return folder / "work"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, in a repository whose documents are in `docs`."""
    folder = make_project(tmp_path)
    monkeypatch.chdir(folder)
    return folder
