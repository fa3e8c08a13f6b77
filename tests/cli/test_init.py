"""`designlint init`: what it finds, what it writes, and what it leaves alone."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

from ..git_repository import GitRepository

TEMPLATE = """\
# RFC: [Title]

## Problem

[What is wrong today]

## Plan

[What is done about it]
"""
FINISHED = "# RFC: Cache\n\n## Problem\n\nStale.\n\n## Plan\n\nTell it.\n"
BROKEN = "# RFC: Cache\n\n## Problem\n\nStale.\n\n## Plan\n\n[What is done about it]\n"
RECORD = "# 1. Cache\n\n## Context\n\nStale.\n\n## Decision\n\nTell.\n\n## Consequences\n\nMore.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    files = {
        "rfcs/0000-template.md": TEMPLATE,
        "rfcs/0001-a.md": FINISHED,
        "rfcs/0002-b.md": BROKEN,
        "docs/adr/0001-c.md": RECORD,
        "docs/adr/0002-c.md": RECORD,
        "README.md": "# Shop\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_it_says_what_it_found(repository: Path) -> None:
    result = run("init")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        "Wrote designlint.toml.\n"
        "\n"
        "adr-nygard: 2 documents, 2 without an error today (template: built in)\n"
        "rfc: 2 documents, 1 without an error today (template: rfcs/0000-template.md)\n"
        "\n"
        "Next: `designlint check`.\n"
        "What your documents really keep of a template: "
        "`designlint calibrate rfcs/0000-template.md rfcs`.\n"
        "\n"
        "To adopt the repository as it is, with only what is new being told from now on:\n"
        "    designlint baseline\n"
        "    designlint init --hook\n"
    )
    assert tomllib.loads((repository / "designlint.toml").read_text("utf-8")) == {
        "documents": [
            {"type": "adr-nygard", "files": ["docs/adr/[0-9]*.md"]},
            {"type": "rfc", "files": ["rfcs/[0-9]*.md"], "template": "rfcs/0000-template.md"},
        ]
    }
    checked = run("check", "--output-format", "concise")
    assert checked.exit_code == 1
    assert [line.partition(":")[0] for line in checked.stdout.splitlines()[:-1]] == [
        "rfcs/0002-b.md"
    ]


def test_it_is_the_same_every_time(repository: Path) -> None:
    first = run("init", "--stdout")
    assert first.exit_code == 0
    assert not (repository / "designlint.toml").exists()
    assert run("init", "--stdout").stdout == first.stdout
    assert "rfc: 2 documents, 1 without an error today" in first.stderr
    run("init")
    assert (repository / "designlint.toml").read_text("utf-8") == first.stdout
    # What is configured already can still be looked at anew.
    assert run("init", "--stdout").stdout == first.stdout


def test_another_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "here").mkdir()
    monkeypatch.chdir(repository / "here")
    result = run("init", "..")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Wrote {repository.as_posix()}/designlint.toml.\n")
    assert f"Next: `cd {repository.as_posix()}; designlint check`." in result.stdout


def test_nothing_found(folder: Path) -> None:
    result = run("init")
    assert result.exit_code == 0
    assert "No template and no design documents were found" in result.stdout
    (folder / "docs/design").mkdir(parents=True)
    (folder / "docs/design/a.md").write_text("# A\n")
    checked = run("check", "--output-format", "json")
    assert checked.exit_code == 1
    assert '"type": "technical-design"' in checked.stdout


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("designlint.toml", "", "designlint.toml configures this folder already"),
        (
            "pyproject.toml",
            "[tool.designlint]\n",
            "pyproject.toml configures this folder already",
        ),
        ("designlint.toml", "fail-on = \n", "designlint.toml:1: is not valid TOML"),
    ],
)
def test_a_configuration_is_never_replaced(
    name: str, text: str, message: str, repository: Path
) -> None:
    (repository / name).write_text(text)
    result = run("init")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert (repository / name).read_text() == text
    assert [each.name for each in repository.glob("*.toml")] == [name]


def test_other_tables_of_pyproject_do_not_matter(repository: Path) -> None:
    (repository / "pyproject.toml").write_text("[tool.other]\n")
    assert run("init").exit_code == 0


def test_a_configuration_above_is_mentioned(repository: Path) -> None:
    (repository / "designlint.toml").touch()
    result = run("init", "rfcs")
    assert result.exit_code == 0
    assert result.stderr == (
        "designlint.toml holds for this folder too; rfcs/designlint.toml takes its place here.\n"
    )
    assert (repository / "rfcs/designlint.toml").is_file()


@pytest.mark.parametrize(
    ("path", "message"),
    [("nowhere", "nowhere does not exist\n"), ("README.md", "README.md is no folder\n")],
)
def test_a_path_that_is_no_folder(path: str, message: str, repository: Path) -> None:
    result = run("init", path)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_documents_of_an_old_template_are_held_to_it(folder: Path) -> None:
    repository = GitRepository(folder)
    files = {"rfcs/0000-template.md": TEMPLATE, "rfcs/0001-a.md": FINISHED}
    repository.commit("2024-01-01", {**files, "rfcs/0002-b.md": FINISHED})
    repository.commit("2024-01-02", {"rfcs/0000-template.md": f"{TEMPLATE}\n## Cost\n\n[Sum]\n"})
    result = run("init")
    assert "rfc: 2 documents, 2 without an error today" in result.stdout
    [entry] = tomllib.loads((folder / "designlint.toml").read_text("utf-8"))["documents"]
    assert entry["template-version"] == "birth"
    assert run("check").exit_code == 0
    assert run("check", "--template-version", "latest").exit_code == 1
