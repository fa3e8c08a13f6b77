"""Which reports go where."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]

LOUD = "# Memo: A\n\n## Why!\n\nX.\n\n## How\n\nY.\n"


@pytest.fixture
def check(invoke: Invoke, folder: Path) -> Invoke:
    """Checks a document with one finding."""
    (folder / "a.md").write_text(LOUD)
    return lambda *options: invoke("check", "--type", "memo", "a.md", *options)


def test_several_at_once(check: Invoke, folder: Path) -> None:
    result = check(
        "--output-format", "concise", "--output-format", "json=out/a.json",
        "--output-format", "full=a.txt",
    )  # fmt: skip
    assert result.exit_code == 1
    assert result.stdout.startswith("a.md:3:1: error[loud-heading]")
    assert json.loads((folder / "out" / "a.json").read_text())["summary"]["errors"] == 1
    assert "\n  3 | ## Why!\n" in (folder / "a.txt").read_text()


def test_output_takes_the_one_without_a_file(check: Invoke, folder: Path) -> None:
    (folder / "a.txt").write_text("what was there before, and longer than the report\n" * 50)
    result = check("--output", "a.txt", "--output-format", "concise")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (folder / "a.txt").read_text().startswith("a.md:3:1: error[loud-heading]")
    assert check("--output", "b.txt").stdout == ""
    assert (folder / "b.txt").read_text().startswith("a.md:3:1: error[loud-heading]")


def test_a_file_holds_no_colours_and_is_80_wide(check: Invoke, folder: Path) -> None:
    check("--output", "a.txt")
    text = (folder / "a.txt").read_text()
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--output-format", "jsn"], 'no output format jsn; did you mean "json"?'),
        (["--output-format", "="], "there is no file behind the `=`"),
        (["--output-format", "json="], "there is no file behind the `=`"),
        (["--output-format", "json", "--output-format", "full"], "only one --output-format can be"),
        (["--output-format", "json=a", "--output", "b"], "--output needs an --output-format"),
        (["--output-format", "json=a", "--output-format", "full=a"], "would be written to a"),
        (["--output", "folder"], "folder is a folder"),
    ],
)  # fmt: skip
def test_what_cannot_be(check: Invoke, folder: Path, options: list[str], message: str) -> None:
    (folder / "folder").mkdir()
    result = check(*options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "folder"]


def test_a_file_that_cannot_be_written_leaves_what_was_there(check: Invoke, folder: Path) -> None:
    (folder / "a.json").write_text("before")
    result = check("--output-format", "json=a.md/x.json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert (folder / "a.json").read_text() == "before"
