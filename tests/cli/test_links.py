"""Links on the command line, with the built-in rules and files on disk."""

from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

TEMPLATE = "# [Title]\n\n## Why\n\n[Reason]\n"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two documents that refer to one another and to other files."""
    files = {
        "template.md": TEMPLATE,
        "docs/a.md": "# A\n\n## Why\n\nSee [b](b.md#why), [c](b.md#how), [d](../src/d.py).\n",
        "docs/b.md": "# B\n\n## Why\n\nSee [a](a.md#a), [e](../src/e.py), [f](../../f.md).\n",
        "src/d.py": "",
        "notes.md": "# Notes\n\n## Long\n",
    }
    root = tmp_path / "shop"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / ".git").mkdir()
    monkeypatch.chdir(root)
    return root


def check(*arguments: str, given: str | None = None) -> Result:
    options = ["check", "--no-config", "--template", "template.md", "--select", "references"]
    return CliRunner().invoke(
        main, [*options, "--output-format", "concise", *arguments], input=given
    )


FOUND = [
    "docs/a.md:5:24: error[broken-anchor] `#how` is no heading or anchor of `b.md`",
    "docs/b.md:5:22: error[broken-link] The link leads to `../src/e.py`, which does not exist",
    "docs/b.md:5:40: error[broken-link] The link `../../f.md` leads out of the repository",
]


def test_whatever_order_files_are_given_in(shop: Path) -> None:
    for paths in permutations(["docs/a.md", "docs/b.md"]):
        result = check(*paths)
        assert result.stdout.splitlines()[:-1] == FOUND
        assert result.exit_code == 1


def test_one_document_alone_is_told_the_same(shop: Path) -> None:
    assert check("docs/a.md").stdout.splitlines()[:-1] == FOUND[:1]
    assert check("docs/b.md").stdout.splitlines()[:-1] == FOUND[1:]


def test_from_another_folder(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop / "docs")
    (shop / "docs" / "template.md").write_text(TEMPLATE)
    told = [line.removeprefix("docs/") for line in FOUND]
    assert check("a.md", "b.md").stdout.splitlines()[:-1] == told


def test_a_document_that_changes_checks_what_refers_to_it(shop: Path) -> None:
    path = shop / "docs" / "b.md"
    path.write_text(path.read_text().replace("## Why", "## How\n\nX.\n\n## Why"))
    assert check("docs/a.md").exit_code == 0


def test_standard_input_stands_for_its_file(shop: Path) -> None:
    text = (
        "# B\n\n## Why\n\nSee [it](#why), [that](#how), [n](../notes.md#long), [m](../notes.md#x)"
    )
    result = check("-", "--stdin-filename", "docs/b.md", given=text)
    assert result.stdout.splitlines()[:-1] == [
        "docs/b.md:5:24: error[broken-anchor] `#how` is no heading or anchor of this document",
        "docs/b.md:5:58: error[broken-anchor] `#x` is no heading or anchor of `../notes.md`",
    ]


def test_the_source_is_shown(shop: Path) -> None:
    result = CliRunner().invoke(
        main, ["check", "--no-config", "--template", "template.md", "docs/a.md"]
    )
    assert "5 | See [b](b.md#why), [c](b.md#how), [d](../src/d.py).\n" in result.stdout
    assert "= help: A heading's anchor is its text in lower case" in result.stdout
