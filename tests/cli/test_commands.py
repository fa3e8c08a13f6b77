"""The commands beside `check`."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from designlint import __version__
from designlint.cli import main

Invoke = Callable[..., Result]


def write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_version_and_help() -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["--version"]).output == f"designlint {__version__}\n"
    help_text = runner.invoke(main, ["--help"]).output
    for name in ("check", "explain", "outline", "rules", "schema", "template", "types"):
        assert f"\n  {name} " in help_text
        assert runner.invoke(main, [name, "--help"]).exit_code == 0
    unknown = runner.invoke(main, ["chek"])
    assert unknown.exit_code == 2
    assert "No such command 'chek'" in unknown.stderr


def test_outline_text(invoke: Invoke) -> None:
    write("b.md", "# B `code`\n\ntext\n\n### Deep\x1b\n\n## Two\n")
    write("a.md", "no headings\n")
    result = invoke("outline", "b.md", "a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "a.md\n\nb.md\n     1  # B code\n     5    ### Deep\\x1b\n     7    ## Two\n"
    )


def test_outline_json(invoke: Invoke) -> None:
    write("a.md", "# A\n\n## B\n\n### C\n\n# D\n")
    result = invoke("outline", "a.md", "--output-format", "json")
    assert json.loads(result.stdout) == [
        {
            "path": "a.md",
            "sections": [
                {
                    "title": "A",
                    "level": 1,
                    "line": 1,
                    "sections": [
                        {
                            "title": "B",
                            "level": 2,
                            "line": 3,
                            "sections": [{"title": "C", "level": 3, "line": 5, "sections": []}],
                        }
                    ],
                },
                {"title": "D", "level": 1, "line": 7, "sections": []},
            ],
        }
    ]


def test_outline_of_a_bad_file_keeps_the_others(invoke: Invoke) -> None:
    write("a.md", "# A\n")
    write("b.md", b"# B\n\xff\n")
    result = invoke("outline", "a.md", "b.md")
    assert (result.exit_code, result.stdout) == (2, "a.md\n     1  # A\n")
    assert result.stderr == "b.md:2:1: is not UTF-8: byte 0xff is not valid here\n"
    assert invoke("outline", "c.md").exit_code == 2


def test_template_of_a_type_and_of_a_file(invoke: Invoke) -> None:
    write("t.md", "# RFC: [Title]\n\n## Motivation\n\n[Why]\n")
    text = invoke("template", "memo").stdout
    assert "## Why" in text
    assert "## How" in text
    learned = json.loads(invoke("template", "t.md", "--output-format", "json").stdout)
    assert learned["origin"] == "t.md"
    assert [section["title"] for section in learned["sections"]] == ["Motivation"]
    write(
        "designlint.toml",
        "[[documents]]\ntype = 'rfc'\nfiles = ['rfcs/*']\ntemplate = 't.md'\n",
    )
    assert invoke("template", "rfc").stdout == invoke("template", "t.md").stdout
    assert invoke("template", "memo").stdout == text


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("meme", 'unknown document type "meme"; did you mean "memo"?\n'),
        ("none.md", "none.md does not exist\n"),
        ("bad.md", "bad.md:3: "),
        ("binary.md", "binary.md:1: holds a NUL byte"),
    ],
)
def test_template_errors(invoke: Invoke, argument: str, message: str) -> None:
    write("bad.md", "## A\n\n<!-- designlint: repaet=2 -->\n")
    write("binary.md", b"\0")
    result = invoke("template", argument)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)


def test_rules(invoke: Invoke) -> None:
    assert invoke("rules").stdout == (
        "long-document        length  off      A document is long.\n"
        "unreadable-document  meta    error    A file cannot be read.\n"
        "broken-rule          tone    warning  Raises on documents that mention it.\n"
        "loud-heading         tone    error    A heading shouts.\n"
    )


def test_explain(invoke: Invoke) -> None:
    page = invoke("explain", "loud-heading")
    assert page.exit_code == 0
    assert "Nobody likes that." in page.stdout
    assert invoke("explain", "tone/loud-heading").stdout == page.stdout
    wrong = invoke("explain", "loud-hedding")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr == 'unknown rule "loud-hedding"; did you mean "loud-heading"?\n'
    assert invoke("explain", "tone").exit_code == 2


def test_types(invoke: Invoke) -> None:
    assert invoke("types").stdout == (
        "memo\n    What was decided.\n    template: the built-in template of memo\n"
    )
    write("t.md", "# RFC: [Title]\n\n## Motivation\n\n[Why]\n")
    write(
        "designlint.toml",
        "[[documents]]\ntype = 'rfc'\nfiles = ['rfcs/*', 'more/*']\ntemplate = 't.md'\n",
    )
    assert invoke("types").stdout == "rfc\n    template: t.md\n    files: rfcs/*, more/*\n"


def test_types_why(invoke: Invoke) -> None:
    write("docs/a.md", "# Memo: A\n")
    write("docs/b.md", "# B\n\n## Why\n")
    write("docs/c.md", "# C\n")
    write("docs/d.md", b"\0")
    result = invoke("types", "--why", "docs")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        'docs/a.md: memo: its title is of the form "Memo: [Title]"\n'
        "docs/b.md: memo: 1 of 2 of its sections is there\n"
        "docs/c.md: left alone: nothing in it looks like a design document\n"
        "docs/d.md: unreadable: it holds a NUL byte, so it is not Markdown text\n"
    )
    write("designlint.toml", "exclude = ['docs/c.md']\n")
    assert invoke("types", "--why", "docs/c.md").stdout == (
        "docs/c.md: left alone: it is excluded by `exclude` in designlint.toml\n"
    )
    assert invoke("types", "--why", "gone.md").exit_code == 2
    assert invoke("types", "--why").exit_code == 2
    assert invoke("types", "a.md").exit_code == 2


def test_config_schema(invoke: Invoke) -> None:
    schema = json.loads(invoke("schema", "config").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    good = """
fail-on = "never"
select = ["tone", "tone/loud-heading", "long-document"]
require-reason = true
[severity]
loud-heading = "off"
[[documents]]
type = "memo"
files = ["a/*"]
[documents.severity]
loud-heading = "info"
[rules.long-document]
most-lines = 3
[status.draft]
loud-heading = "info"
"""
    validator.validate(tomllib.loads(good))
    for bad in (
        "select = ['tones']",
        "ignore = ['tones']",
        "fail_on = 'error'",
        "severity.loud = 'off'",
        "severity.loud-heading = 'of'",
        "status.draft.loud = 'off'",
        "rules.loud = {}",
        "rules.long-document.most-lines = 'x'",
        "rules.long-document.most_lines = 3",
        "documents = [{type = 'memo'}]",
        "documents = [{type = 'memo', files = []}]",
        "documents = [{type = 'memo', files = ['a'], severity = {loud = 'off'}}]",
    ):
        assert not validator.is_valid(tomllib.loads(bad)), bad


def test_report_schema(invoke: Invoke) -> None:
    write("a.md", "# Memo: A!\n")
    schema = json.loads(invoke("schema", "report").stdout)
    report = json.loads(invoke("check", "--output-format", "json").stdout)
    assert report["summary"]["errors"] == 1
    jsonschema.validate(report, schema)
    assert invoke("schema", "other").exit_code == 2
