"""`designlint calibrate` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

Invoke = Callable[..., Result]

TEMPLATE = (
    "# Memo\n\n## Why\n\n[Reason]\n\n## How\n\n[Way]\n\n## Cost\n\n[Sum]\n\n## End\n\n[End]\n"
)
FULL = "# Memo\n\n## Why\n\nSo.\n\n## How\n\nThus.\n\n## Cost\n\nLow.\n\n## End\n\nYes.\n"
NO_COST = FULL.replace("## Cost\n\nLow.\n\n", "")
RENAMED = FULL.replace("## End", "## Ending")
TEXT = """\
memo.md against 5 documents
1 document has next to nothing of the template, and is no evidence of how it is
used: docs/e.md

                                                 kept  dropped  moved  reordered
## Why                                              4        -      -          -
## How                                              4        -      -          -
## Cost                                             2        2      -          -
## End                                              3        1      -          -

Proposals, each counted on top of those before it

  line   11  ## Cost
             optional                                         clears 2 documents

Documents without errors: 1 of 5 with the template as it is, 3 with the
proposals.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Runs `designlint` with the built-in rules, in a folder with a template and documents."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "memo.md").write_text(TEMPLATE, "utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    texts = {
        "a": FULL,
        "b": NO_COST,
        "c": NO_COST,
        "d": RENAMED,
        "e": "# Diary\n\n## Monday\n\nRain.\n",
    }
    for name, text in texts.items():
        (docs / f"{name}.md").write_text(text, "utf-8")
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def data(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_report_for_people(run: Invoke) -> None:
    result = run("calibrate", "memo.md", "docs")
    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT, "")


def test_the_report_for_programs(run: Invoke) -> None:
    found = data(run("calibrate", "memo.md", "docs", "--output-format", "json"))
    assert found["documents"] == {"checked": 5, "unlike_template": ["docs/e.md"], "left_out": []}
    assert found["proposals"] == [
        {
            "line": 11,
            "kind": "section",
            "name": "Cost",
            "directive": "optional",
            "clears": 2,
            "documents": ["docs/b.md", "docs/c.md"],
        }
    ]
    assert found["without_errors"] == {"before": 1, "after": 3}
    cost = next(each for each in found["elements"] if each["name"] == "Cost")
    assert (cost["line"], cost["asked"], cost["kept"], cost["dropped"]) == (11, 4, 2, 2)


def test_a_check_with_the_copy_gives_the_promised_numbers(run: Invoke, tmp_path: Path) -> None:
    result = run("calibrate", "memo.md", "docs", "--output-format", "json", "--write", "new.md")
    promised = data(result)["without_errors"]
    assert result.stderr == "new.md is memo.md with 1 proposal.\n"
    assert (tmp_path / "new.md").read_text("utf-8") == TEMPLATE.replace(
        "## Cost\n", "## Cost\n<!-- designlint: optional -->\n"
    )
    for template, count in (("memo.md", promised["before"]), ("new.md", promised["after"])):
        checked = run("check", "docs", "--template", template, "--output-format", "json")
        report = json.loads(checked.stdout)
        wrong = {each["path"] for each in report["diagnostics"] if each["severity"] == "error"}
        assert len(report["documents"]) - len(wrong) == count


def test_a_file_is_replaced_only_by_force(run: Invoke, tmp_path: Path) -> None:
    result = run("calibrate", "memo.md", "docs", "--write", "memo.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "memo.md exists already; --force replaces it\n"
    assert (tmp_path / "memo.md").read_text("utf-8") == TEMPLATE
    assert run("calibrate", "memo.md", "docs", "--write", "memo.md", "--force").exit_code == 0
    assert "designlint: optional" in (tmp_path / "memo.md").read_text("utf-8")


def test_line_endings_stay(run: Invoke, tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_bytes(TEMPLATE.replace("\n", "\r\n").encode())
    assert run("calibrate", "memo.md", "docs", "--write", "new.md").exit_code == 0
    written = (tmp_path / "new.md").read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") == TEMPLATE.count("\n") + 1


def test_what_is_no_document_is_left_out(run: Invoke, tmp_path: Path) -> None:
    (tmp_path / "docs/f.md").write_bytes(b"\xff\xfe")
    (tmp_path / "docs/memo.md").symlink_to(tmp_path / "memo.md")
    result = run("calibrate", "memo.md", "docs", "--output-format", "json")
    assert data(result)["documents"]["checked"] == 5
    left_out = data(result)["documents"]["left_out"]
    assert [each["path"] for each in left_out] == ["docs/f.md", "docs/memo.md"]
    assert result.stderr.splitlines() == [
        f"{each['path']} is left out: {each['reason']}" for each in left_out
    ]
    assert left_out[1]["reason"] == "it is a template itself"


def test_shares_are_options(run: Invoke) -> None:
    arguments = ("calibrate", "memo.md", "docs", "--output-format", "json", "--drop-share")
    assert data(run(*arguments, "0.5"))["proposals"] == []
    assert len(data(run(*arguments, "49%"))["proposals"]) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.md", "docs"), "none.md does not exist\n"),
        (("memo.md", "nowhere"), "nowhere does not exist\n"),
        (
            ("memo.md", "docs/a.md"),
            "a calibration needs 2 documents at least, and there is 1 document here\n",
        ),
        (
            ("broken.md", "docs"),
            "broken.md:4: unknown directive `optonal`; did you mean `optional`?\n",
        ),
    ],
)
def test_what_cannot_be_calibrated(
    run: Invoke, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "broken.md").write_text(
        "# T\n\n## A\n<!-- designlint: optonal -->\n\n[x]\n", "utf-8"
    )
    result = run("calibrate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == message


@pytest.mark.parametrize("share", ["110%", "-1", "many", ""])
def test_what_is_no_share(run: Invoke, share: str) -> None:
    result = run("calibrate", "memo.md", "docs", "--tolerance", share)
    assert result.exit_code == 2
    assert "is no share of documents; write it as 10% or 0.1" in result.stderr


def test_hostile_and_wide_text_is_safe_to_print(run: Invoke, tmp_path: Path) -> None:
    (tmp_path / "memo.md").write_text(
        TEMPLATE.replace("## Why", "## 理由\x1b[31m" + "長" * 60), "utf-8"
    )
    result = run("calibrate", "memo.md", "docs")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    row = next(line for line in result.stdout.splitlines() if "理由" in line)
    assert sum(1 + (character > "\u2e80") for character in row) == 80
