"""Documents that define requirements: checked, checked by a few rules, or only read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

CONFIG = """\
[[documents]]
type = "note"
files = ["designs/*.md"]
template = "note.md"

[requirements]
files = ["product/*.md"]
"""
FILES = {
    "designlint.toml": CONFIG,
    "note.md": "# [Title]\n\n## Design\n\n[Text]\n",
    "product/wanted.md": "# Wanted\n\n- **REQ-1**: Login\n- **REQ-2**: Logout\n- **REQ-3**: Pay\n",
    "designs/a.md": "# A\n\n## Design\n\nSatisfies: REQ-1, REQ-9\n",
    "designs/b.md": "# B\n\n## Design\n\nSatisfies: REQ-2\n",
}
UNKNOWN = "designs/a.md:5:19: error[unknown-requirement] No document defines requirement `REQ-9`"
UNCOVERED = (
    "product/wanted.md:5:5: warning[uncovered-requirement] No design addresses requirement `REQ-3`"
)
Check = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def check(folder: Path) -> Check:
    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        formats = () if "--output-format" in arguments else ("--output-format", "concise")
        command = ("check", *formats, *arguments)
        return CliRunner().invoke(main, command, input=stdin, catch_exceptions=False)

    return run


def findings(result: Result) -> list[str]:
    return result.stdout.splitlines()[:-1]


def test_all_documents(check: Check) -> None:
    assert findings(check()) == [UNKNOWN, UNCOVERED]


def test_a_document_of_no_type_is_checked_by_the_rules_that_compare(check: Check) -> None:
    result = check("--output-format", "json", "product/wanted.md")
    report = json.loads(result.stdout)
    assert [(each["path"], each["type"]) for each in report["documents"]] == [
        ("product/wanted.md", None)
    ]
    assert (report["summary"]["checked"], report["summary"]["skipped"]) == (1, 0)
    assert [each["rule"] for each in report["diagnostics"]] == ["uncovered-requirement"]


def test_a_design_alone_is_held_against_requirements_that_are_only_read(check: Check) -> None:
    assert findings(check("designs/a.md")) == [UNKNOWN]
    assert check("designs/b.md").exit_code == 0


def test_requirements_are_held_against_designs_that_are_only_read(check: Check) -> None:
    assert findings(check("product/wanted.md", "designs/b.md")) == [UNCOVERED]


def test_an_excluded_design_covers_nothing(check: Check, folder: Path) -> None:
    (folder / "designlint.toml").write_text(f'exclude = ["designs/b.md"]\n{CONFIG}')
    lines = findings(check("product"))
    assert [line.rpartition(" ")[2] for line in lines] == ["`REQ-2`", "`REQ-3`"]


def test_standard_input(check: Check) -> None:
    text = FILES["designs/a.md"].encode()
    assert findings(check("-", "--stdin-filename", "designs/a.md", stdin=text)) == [UNKNOWN]


def test_suppressed_in_a_document_of_no_type(check: Check, folder: Path) -> None:
    path = folder / "product/wanted.md"
    reason = "<!-- designlint: ignore-file[uncovered-requirement] next year -->\n"
    path.write_text(reason + FILES["product/wanted.md"])
    result = check("--output-format", "json", "product")
    assert json.loads(result.stdout)["summary"]["suppressed"] == 1
    assert json.loads(result.stdout)["diagnostics"] == []


def test_a_glob_that_matches_nothing(check: Check, folder: Path) -> None:
    (folder / "product/wanted.md").unlink()
    assert check().exit_code == 0


def test_requirements_that_cannot_be_read_are_noticed(check: Check, folder: Path) -> None:
    (folder / "product/wanted.md").write_bytes(b"\xff\xfe")
    result = check("designs")
    assert (result.exit_code, findings(result)) == (0, [])
    assert result.stderr.startswith("product/wanted.md is not UTF-8")
    assert "what it says of requirements is unknown" in result.stderr
    assert [line.split()[1] for line in findings(check())] == ["error[unreadable-document]"]


def test_a_template_that_matches_defines_nothing(check: Check, folder: Path) -> None:
    config = CONFIG.replace('template = "note.md"', 'template = "product/note.md"')
    (folder / "designlint.toml").write_text(config)
    (folder / "note.md").rename(folder / "product/note.md")
    with (folder / "product/note.md").open("a") as template:
        template.write("\n- **REQ-9**: [What is wanted]\n")
    assert UNKNOWN in findings(check())


def test_the_order_of_files_makes_no_difference(check: Check) -> None:
    names = ["designs/a.md", "designs/b.md", "product/wanted.md"]
    assert check(*names).stdout == check(*reversed(names)).stdout
    assert findings(check(*names)) == findings(check())
