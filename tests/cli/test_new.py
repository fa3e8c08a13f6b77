"""`designlint new`: a scaffold that `check` rejects until it is filled."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main
from designlint.registry import load_registry

TEMPLATE = "# Memo {NNNN}: {Title}\n\nDate: {YYYY-MM-DD}\n\n## Why\n\n{Reason}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("name", load_registry().types)
def test_check_rejects_it(name: str, folder: Path) -> None:
    made = run("new", name, "docs/new/0001-cache.md")
    assert made.exit_code == 0
    assert made.stdout == ""
    assert made.stderr == (
        "Wrote docs/new/0001-cache.md. Fill it in; `designlint check docs/new/0001-cache.md` "
        "says what is left to do.\n"
    )
    assert [each.name for each in (folder / "docs/new").iterdir()] == ["0001-cache.md"]
    checked = run("check", "docs/new/0001-cache.md", "--output-format", "concise")
    assert checked.exit_code == 1
    assert "leftover-placeholder" in checked.stdout
    assert "docs/new/0001-cache.md" in checked.stdout


def test_filled_in_it_passes(folder: Path) -> None:
    run("new", "adr", "adr/0001-cache.md", "--title", "Use the cache")
    path = folder / "adr/0001-cache.md"
    text = path.read_text("utf-8")
    assert text.startswith("# Use the cache\n")
    assert f"**Date**: {date.today().isoformat()}\n" in text
    assert "designlint:" not in text
    text = text.replace("Proposed | Accepted | Rejected | Deprecated | Superseded", "Proposed")
    path.write_text(re.sub(r"\[(?:Option )?([^\]]+)\]", r"the cache \1", text), "utf-8")
    checked = run("check", "adr")
    assert (checked.exit_code, checked.stdout) == (0, "The document is clean.\n")


def test_a_template_of_ones_own(folder: Path) -> None:
    (folder / "t.md").write_text(TEMPLATE)
    made = run("new", "--template", "t.md", "memos/0012 cache.md", "--title", "Cache")
    assert made.exit_code == 0
    assert "`designlint check --template t.md 'memos/0012 cache.md'`" in made.stderr
    today = date.today().isoformat()
    expected = TEMPLATE.replace("{NNNN}", "0012").replace("{Title}", "Cache")
    text = (folder / "memos/0012 cache.md").read_text("utf-8")
    assert text == expected.replace("{YYYY-MM-DD}", today)
    assert run("check", "--template", "t.md", "memos").exit_code == 1


def test_a_configured_type(folder: Path) -> None:
    (folder / "t.md").write_text(TEMPLATE)
    (folder / "designlint.toml").write_text(
        '[[documents]]\ntype = "memo"\nfiles = ["memos/*.md"]\ntemplate = "t.md"\n'
    )
    made = run("new", "memo", "memos/1-cache.md")
    assert "`designlint check memos/1-cache.md`" in made.stderr
    elsewhere = run("new", "memo", "notes/1-cache.md")
    assert "`designlint check --type memo notes/1-cache.md`" in elsewhere.stderr


def test_a_folder_gives_the_next_name(folder: Path) -> None:
    (folder / "adr").mkdir()
    for name in ("0001-a.md", "0009-b.md", "README.md", "template.md"):
        (folder / "adr" / name).touch()
    made = run("new", "adr", "adr", "--title", "Use the cache")
    assert made.exit_code == 0
    assert (folder / "adr/0010-use-the-cache.md").is_file()


def test_standard_output(folder: Path) -> None:
    made = run("new", "rfc", "-", "--title", "Prices – now")
    assert made.exit_code == 0
    assert made.stdout.startswith("# Prices – now\n\n- **Authors**: [Who wrote this]\n- **Status**")
    assert made.stderr == ""
    assert [each.name for each in folder.iterdir()] == [".git"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("adr", "there.md"), "there.md exists already; --force replaces it"),
        (("adrr", "a.md"), 'unknown document type "adrr"; did you mean "adr"?'),
        (("adr", "a"), "a is no Markdown file; call it a.md"),
        (("adr", "a.txt"), "a.txt is no Markdown file; call it a.txt.md"),
        (("adr", "nowhere/"), "there is no folder nowhere"),
        (
            ("adr", "."),
            ". is a folder; give a file in it, or a --title to name one by",
        ),
        (("adr", "there.md/a.md"), "there.md/a.md cannot be written: "),
        (("--template", "x.md", "a.md"), "--template: there is no file x.md"),
        (("--template", "there.md", "a.md"), "there.md:1: no heading: a template shows"),
        (
            ("--template", "flat.md", "a.md", "--title", "T"),
            "flat.md: the template has no title to fill; leave out --title",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: tuple[str, ...], message: str, folder: Path
) -> None:
    (folder / "there.md").write_text("Mine.\n")
    (folder / "flat.md").write_text("# One\n\n[Text]\n\n# Two\n\n[Text]\n")
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert sorted(each.name for each in folder.iterdir()) == [".git", "flat.md", "there.md"]
    assert (folder / "there.md").read_text() == "Mine.\n"


@pytest.mark.parametrize(
    "arguments", [("adr",), ("adr", "a.md", "b.md"), ("adr", "a.md", "--title", " ")]
)
def test_usage(arguments: tuple[str, ...]) -> None:
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_force_replaces_and_keeps_the_mode(folder: Path) -> None:
    path = folder / "there.md"
    path.write_text("Mine.\n")
    path.chmod(0o640)
    assert run("new", "adr", "there.md", "--force").exit_code == 0
    assert path.read_text("utf-8").startswith("# [Title")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_dangling_link_is_not_written_through(folder: Path) -> None:
    (folder / "link.md").symlink_to("nowhere.md")
    assert run("new", "adr", "link.md").exit_code == 2
    assert not (folder / "nowhere.md").exists()
