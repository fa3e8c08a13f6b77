"""`designlint questions`, `risks` and `decisions`."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

from ..git_repository import ISOLATED, GitRepository

TEMPLATE = """\
# Design: [Feature]

Status: Draft | Review

## Decision

- **Options**:
  1. [Option 1]
  2. [Option 2]
- **Decision**: [What was chosen]

## Risks

| Risk | Impact | Mitigation | Owner |
|------|--------|------------|-------|
| [Risk] | High/Med/Low | [What is done] | [Who] |

## Open Questions

1. [Question]?
   - Owner: [Who]
"""
FIRST = """\
# Design: Webhooks

Status: Draft

## Decision

- **Options**:
  1. Push
  2. Poll
- **Decision**: Push, because it is fast

## Risks

| Risk | Impact | Mitigation | Owner |
|------|--------|------------|-------|
| A receiver is down | High | | Ann |
| A secret leaks | Critical | Secrets can be changed | Ben |

## Open Questions

1. Who signs the payload?
   - Owner: @Ann
   - Due: 2020-01-01
2. Which retries?
   - Owner: Ben
   - Answer: Five.
"""
SECOND = """\
# Design: Search

Status: Review

## Decision

- **Options**: Index; scan

## Risks

| Risk | Impact | Mitigation | Owner |
|------|--------|------------|-------|
| The index is stale | Low | Rebuilt at night | |

## Open Questions

1. Which languages?
   - Deferred: until 2999-01-01
"""
CONFIG = '[[documents]]\ntype = "design"\nfiles = ["docs/*.md"]\ntemplate = "template.md"\n'
Run = Callable[..., Result]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    made = GitRepository(tmp_path / "work")
    made.commit(
        "2024-01-01",
        {"template.md": TEMPLATE, "designlint.toml": CONFIG, "docs/webhooks.md": FIRST},
    )
    made.commit("2024-02-01", {"docs/search.md": SECOND})
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def run(repository: GitRepository) -> Run:
    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return invoke


def rows(result: Result) -> list[dict[str, object]]:
    assert (result.exit_code, result.stderr) == (0, "")
    listed: list[dict[str, object]] = json.loads(result.stdout)["rows"]
    return listed


def names(result: Result) -> list[object]:
    keys = ("text", "name", "decision")
    return [next(row[key] for key in keys if key in row) for row in rows(result)]


def test_questions(run: Run) -> None:
    found = rows(run("questions", "--output-format", "json"))
    age = (date.today() - date(2024, 1, 1)).days
    assert [(row["text"], row["state"], row["overdue"], row["age"]) for row in found] == [
        ("Who signs the payload?", "open", True, age),
        ("Which languages?", "deferred", False, age - 31),
        ("Which retries?", "answered", False, age),
    ]
    assert found[0]["path"] == "docs/webhooks.md"
    assert found[0]["start"] == {"line": 21, "column": 4}


def test_risks(run: Run) -> None:
    found = rows(run("risks", "--output-format", "json"))
    assert [(row["name"], row["exposure"], row["state"]) for row in found] == [
        ("A secret leaks", 8, "mitigated"),
        ("A receiver is down", 6, "open"),
        ("The index is stale", 2, "mitigated"),
    ]


def test_decisions(run: Run) -> None:
    found = rows(run("decisions", "--output-format", "json"))
    assert [(r["decision"], r["options"], r["choice"], r["rationale"]) for r in found] == [
        ("Design: Search", ["Index", "scan"], None, None),
        ("Design: Webhooks", ["Push", "Poll"], "Push", "it is fast"),
    ]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("questions", "--status", "open"), ["Who signs the payload?"]),
        (
            ("questions", "--status", "answered,OPEN"),
            ["Who signs the payload?", "Which retries?"],
        ),
        (
            ("questions", "--status", "answered", "--status", "deferred"),
            ["Which languages?", "Which retries?"],
        ),
        (("questions", "--overdue"), ["Who signs the payload?"]),
        (("questions", "--owner", "ann"), ["Who signs the payload?"]),
        (("questions", "--owner", "@ben"), ["Which retries?"]),
        (("questions", "--owner", "@ben", "--overdue"), []),
        (("questions", "docs/search.md"), ["Which languages?"]),
        (("risks", "--owner", "BEN"), ["A secret leaks"]),
        (("risks", "--status", "open"), ["A receiver is down"]),
        (("decisions", "--status", "undecided"), ["Design: Search"]),
    ],
)
def test_filters(run: Run, arguments: tuple[str, ...], found: list[str]) -> None:
    assert names(run(*arguments, "--output-format", "json")) == found


@pytest.mark.parametrize("register", ["questions", "risks", "decisions"])
def test_json_is_as_its_schema_says(run: Run, register: str) -> None:
    schema = json.loads(run("schema", register).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    for filtered in ((), ("docs/search.md",)):
        report = json.loads(run(register, "--output-format", "json", *filtered).stdout)
        jsonschema.validate(report, schema)
        assert [report[key] for key in ("version", "register", "today")] == [
            1,
            register,
            date.today().isoformat(),
        ]


@pytest.mark.parametrize("output_format", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("register", ["questions", "risks", "decisions"])
def test_the_order_of_arguments_makes_no_difference(
    run: Run, register: str, output_format: str
) -> None:
    paths = ("docs/webhooks.md", "docs/search.md")
    one = run(register, *paths, "--output-format", output_format)
    other = run(register, *reversed(paths), "docs", "--output-format", output_format)
    assert one.stdout == other.stdout
    assert one.exit_code == 0


def test_formats(run: Run) -> None:
    table = run("risks").stdout
    assert "docs/webhooks.md:16" in table
    assert table.endswith("3 risks in 2 documents: 1 open, 2 mitigated.\n")
    read = list(csv.DictReader(io.StringIO(run("risks", "--output-format", "csv").stdout)))
    assert [row["line"] for row in read] == ["17", "16", "13"]
    assert "| [docs/webhooks.md:16](docs/webhooks.md#L16) |" in (
        run("risks", "--output-format", "markdown").stdout
    )


def test_nothing_there(run: Run, repository: GitRepository) -> None:
    repository.write({"docs/none.md": "# Design: None\n\n## Open Questions\n\nNone.\n"})
    result = run("questions", "docs/none.md")
    assert (result.stdout, result.stderr) == ("No questions in 1 document.\n", "")
    result = run("questions", "--owner", "nobody")
    assert result.stdout == "No question matches, of 3 in 3 documents.\n"


def test_an_unknown_state(run: Run) -> None:
    result = run("questions", "--status", "opne")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        '--status takes open, deferred or answered, not opne; did you mean "open"?\n'
    )
    assert run("risks", "--status", "answered").exit_code == 2


def test_what_check_refuses_is_refused(run: Run) -> None:
    for arguments in (("gone.md",), ("--type", "gone"), ("--template", "gone.md"),
                      ("--config", "gone.toml")):  # fmt: skip
        checked, listed = run("check", *arguments), run("questions", *arguments)
        assert (listed.exit_code, listed.stdout) == (2, "")
        assert listed.stderr == checked.stderr


def test_a_template_of_the_command_line(run: Run) -> None:
    result = run("questions", "--no-config", "--template", "template.md", "docs/search.md")
    assert result.stdout.endswith("1 question in 1 document: 1 deferred.\n")


def test_what_cannot_be_read_is_said(run: Run, repository: GitRepository) -> None:
    (repository.root / "docs/broken.md").write_bytes(b"# Design\n\xff\n")
    result = run("questions", "--status", "open")
    assert result.exit_code == 2
    assert "Who signs the payload?" in result.stdout
    assert result.stdout.endswith("1 of 3 questions in 1 of 2 documents: 1 open; 1 overdue.\n")
    assert result.stderr.startswith("docs/broken.md:2:1: ")
    assert result.stderr.count("\n") == 1


def test_a_document_within_a_fence_is_not_passed_over(run: Run, repository: GitRepository) -> None:
    repository.write({"docs/fenced.md": f"```markdown\n{FIRST}```\n"})
    result = run("risks", "docs/fenced.md", "docs/search.md")
    assert result.exit_code == 2
    assert result.stdout.endswith("1 risk in 1 document: 1 mitigated.\n")
    assert result.stderr.startswith("docs/fenced.md:1:1: ")


def test_why_there_is_no_age_is_said_once(run: Run, repository: GitRepository) -> None:
    questions = "1. One?\n2. Two?\n3. Which languages?\n"
    changed = SECOND.partition("1. Which")[0] + questions
    repository.write({"docs/search.md": changed, "docs/new.md": SECOND})
    result = run("questions", "--status", "open,deferred", "--output-format", "json")
    assert result.exit_code == 0
    assert result.stderr == "4 questions without an age: in no commit yet\n"
    ages = [row["age"] for row in json.loads(result.stdout)["rows"]]
    assert ages.count(None) == 4


def test_outside_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "template.md").write_text(TEMPLATE)
    (tmp_path / "a.md").write_text(FIRST)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["questions", "--template", "template.md", "a.md"])
    assert result.exit_code == 0
    assert "AGE" not in result.stdout
    assert result.stderr == (
        "2 questions without an age: this is not a git repository, so there is no history\n"
    )


def test_registers_of_a_design_hold_no_rule_to_it(run: Run) -> None:
    assert run("check").exit_code == 1
    assert run("decisions").exit_code == 0
