"""`designlint check`: what it prints where, and its exit codes."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]

GOOD = "# Memo: Lunch\n\n## Why\n\nHunger.\n\n## How\n\nSoup.\n"
LOUD = "# Memo: Lunch\n\n## Why!\n\nHunger.\n"


def write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def concise(invoke: Invoke, *arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    result = invoke("check", "--output-format", "concise", *arguments, stdin=stdin)
    return result.exit_code, result.stdout, result.stderr


def test_clean(invoke: Invoke) -> None:
    write("docs/a.md", GOOD)
    write("docs/notes.md", "# Notes\n")
    assert concise(invoke, "docs") == (
        0,
        "The document is clean (1 other Markdown file left alone).\n",
        "",
    )


def test_full_frame_is_the_default_format(invoke: Invoke) -> None:
    write("docs/a.md", LOUD)
    result = invoke("check")
    assert result.exit_code == 1
    assert result.stdout == (
        'docs/a.md:3:1: error[loud-heading] "Why!" shouts\n'
        "    |\n"
        "  3 | ## Why!\n"
        "    | ^^^^^^^\n"
        "    = help: Leave out the `!`.\n"
        "\n"
        "1 error in 1 document.\n"
    )
    assert result.stderr == ""


def test_json(invoke: Invoke) -> None:
    write("docs/a.md", "---\nstatus: draft\n---\n" + LOUD)
    write("docs/b.md", "# Other\n")
    result = invoke("check", "--output-format", "json")
    report = json.loads(result.stdout)
    assert report["documents"][0]["path"] == "docs/a.md"
    assert report["documents"][0]["type"] == "memo"
    assert report["documents"][0]["status"] == "draft"
    found = report["diagnostics"][0]
    assert (found["rule"], found["start"], found["end"]) == (
        "loud-heading",
        {"line": 6, "column": 1},
        {"line": 6, "column": 8},
    )
    assert found["section"] == ["Why!"]
    assert (report["summary"]["checked"], report["summary"]["skipped"]) == (1, 1)


@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_statistics_stand_in_place_of_the_findings(invoke: Invoke, output_format: str) -> None:
    write("docs/a.md", "# Memo: Lunch!\n\n## Why\n\nHunger.\n")
    write("docs/b.md", GOOD)
    result = invoke("check", "--statistics", "--output-format", output_format)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == (
        "filled  errors  warnings  infos  document\n"
        "   50%       1         0      0  docs/a.md\n"
        "  100%       0         0      0  docs/b.md\n"
        "\n"
        "found  errors  warnings  infos  documents  rule\n"
        "    1       1         0      0          1  loud-heading\n"
        "\n"
        "filled  expected in  findings  section\n"
        "   50%            2         0  How\n"
        "  100%            2         0  Why\n"
        "     -            0         1  (above the first section)\n"
        "\n"
        "1 error in 1 of 2 documents.\n"
    )


def test_statistics_are_added_to_json(invoke: Invoke) -> None:
    write("docs/a.md", LOUD)
    report = json.loads(invoke("check", "--statistics", "--output-format", "json").stdout)
    assert [each["rule"] for each in report["diagnostics"]] == ["loud-heading"]
    assert [each["rule"] for each in report["statistics"]["rules"]] == ["loud-heading"]


def test_nothing_but_files_of_no_type(invoke: Invoke) -> None:
    write("a.md", "# A\n")
    write("b.md", "# B\n")
    code, out, err = concise(invoke, ".")
    assert (code, out) == (0, "No document was checked (2 Markdown files left alone).\n")
    assert err.startswith("2 Markdown files were left alone")
    assert "designlint types --why FILE" in err
    assert json.loads(invoke("check", "--output-format", "json").stdout)["documents"] == []


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on(invoke: Invoke, fail_on: str, code: int) -> None:
    write("a.md", LOUD)
    arguments = ("--severity", "loud-heading=warning", "--fail-on", fail_on)
    assert concise(invoke, *arguments)[0] == code
    write("designlint.toml", f'fail-on = "{fail_on}"\n[severity]\nloud-heading = "warning"\n')
    assert concise(invoke)[0] == code
    assert concise(invoke, "--fail-on", "warning")[0] == 1


def test_select_ignore_and_severity(invoke: Invoke) -> None:
    write("a.md", LOUD + "\n" * 9)
    rows = {
        (): ["error[loud-heading]"],
        ("--select", "length"): [],
        ("--select", "length,loud-heading"): ["error[loud-heading]"],
        ("--select", "long-document", "--select", "tone"): [
            "warning[long-document]",
            "error[loud-heading]",
        ],
        ("--ignore", "tone"): [],
        ("--ignore", "tone/loud-heading"): [],
        ("--severity", "loud-heading=info,long-document=error"): [
            "error[long-document]",
            "info[loud-heading]",
        ],
        ("--severity", "loud-heading=off"): [],
    }
    for arguments, expected in rows.items():
        lines = concise(invoke, *arguments)[1].splitlines()[:-1]
        assert [line.split(" ")[1] for line in lines] == expected, arguments


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "tones"), 'unknown rule or group "tones"; did you mean "tone"?\n'),
        (("--ignore", "loud-headings"), 'unknown rule or group "loud-headings"; did you mean'),
        (("--severity", "loud=off"), 'unknown rule "loud"'),
        (("--severity", "loud-heading"), "--severity takes rule=level with error, warning, info"),
        (("--severity", "loud-heading=warn"), "--severity takes rule=level"),
        (("--type", "meno"), 'unknown document type "meno"; did you mean "memo"?\n'),
        (("--template", "none.md"), "--template: there is no file none.md\n"),
        (("--template", "binary.md"), "binary.md:2: is not UTF-8"),
        (("gone.md",), "gone.md does not exist\n"),
        (("empty",), "empty holds no Markdown files\n"),
        (("--config", "none.toml"), "none.toml:1: cannot be read: No such file or directory\n"),
    ],
)
def test_mistakes_are_exit_2(invoke: Invoke, arguments: tuple[str, ...], message: str) -> None:
    write("a.md", LOUD)
    write("binary.md", b"\n\xff")
    Path("empty").mkdir()
    code, out, err = concise(invoke, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(message), err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fail-on", "sometimes"),
        ("--unknown",),
        ("-", "a.md"),
        ("--stdin-filename", "a.md"),
        ("--config", "a.toml", "--no-config"),
    ],
)
def test_usage_errors_are_exit_2(invoke: Invoke, arguments: tuple[str, ...]) -> None:
    code, out, err = concise(invoke, *arguments)
    assert (code, out) == (2, "")
    assert "Usage: " in err


def test_configuration_error(invoke: Invoke) -> None:
    write("docs/a.md", LOUD)
    write("designlint.toml", "\nselct = []\n")
    assert concise(invoke) == (
        2,
        "",
        'designlint.toml:2: unknown key "selct"; did you mean "select"?\n',
    )
    assert concise(invoke, "--no-config")[0] == 1


def test_configured_documents(invoke: Invoke) -> None:
    write("t.md", "# RFC: [Title]\n\n## Motivation\n\n[Why]\n")
    write("rfcs/1.md", "# Any\n\n## Loud!\n")
    write("rfcs/2.md", "# Any\n\n## Loud!\n")
    write("memo.md", LOUD)
    write(
        "designlint.toml",
        """
exclude = ["rfcs/2.md"]
[rules.long-document]
most-lines = 3
[[documents]]
type = "rfc"
files = ["rfcs/*.md", "t.md"]
template = "t.md"
[documents.severity]
loud-heading = "warning"
long-document = "info"
""",
    )
    assert concise(invoke) == (
        0,
        (
            "rfcs/1.md:1:1: info[long-document] the document is long\n"
            'rfcs/1.md:3:1: warning[loud-heading] "Loud!" shouts\n'
            "1 warning, 1 info in 1 document (2 other Markdown files left alone).\n"
        ),
        "",
    )
    code, out, err = concise(invoke, "rfcs/2.md")
    assert (code, out) == (0, "No document was checked.\n")
    assert err == "Nothing to check: all files given are excluded by the configuration.\n"
    assert concise(invoke, "t.md")[1] == "No document was checked (1 Markdown file left alone).\n"


def test_template_for_all_documents(invoke: Invoke) -> None:
    write("t.md", "# Any: [Title]\n\n## Why!\n\n[Reason]\n")
    write("a.md", "# X\n\n## Y!\n")
    assert concise(invoke, "--template", "t.md") == (
        1,
        'a.md:3:1: error[loud-heading] "Y!" shouts\n'
        "1 error in 1 document (1 other Markdown file left alone).\n",
        "",
    )
    assert concise(invoke, "--template", "t.md", "t.md")[1].startswith("t.md:3:1: error")
    report = json.loads(
        invoke("check", "--template", "t.md", "a.md", "--output-format", "json").stdout
    )
    assert report["documents"][0]["type"] is None
    report = json.loads(
        invoke(
            "check", "--template", "t.md", "--type", "x", "a.md", "--output-format", "json"
        ).stdout
    )
    assert report["documents"][0]["type"] == "x"


def test_type_for_all_documents(invoke: Invoke) -> None:
    write("a.md", "# X\n\n## Y!\n")
    assert concise(invoke, "--type", "memo")[0] == 1


def test_template_with_a_wrong_directive(invoke: Invoke) -> None:
    write("t.md", "# Any\n\n## Why\n\n<!-- designlint: optinal -->\n\n[Reason]\n")
    write("a.md", GOOD)
    code, out, err = concise(invoke, "--template", "t.md", "a.md")
    assert (code, out) == (2, "")
    assert err.startswith("t.md:5: ")
    assert "optional" in err


def test_standard_input(invoke: Invoke) -> None:
    assert concise(invoke, "-", stdin=LOUD.encode()) == (
        1,
        '<stdin>:3:1: error[loud-heading] "Why!" shouts\n1 error in 1 document.\n',
        "",
    )
    name = ("-", "--stdin-filename", "docs/a.md")
    assert concise(invoke, *name, stdin=LOUD.encode())[1].startswith("docs/a.md:3:1: ")
    code, out, err = concise(invoke, "-", stdin=b"# Other\n")
    assert (code, out) == (0, "No document was checked (1 Markdown file left alone).\n")
    assert err.startswith("<stdin> was left alone")
    assert concise(invoke, "-", stdin=b"a\0b")[:2] == (
        1,
        (
            "<stdin>:1:1: error[unreadable-document] this file holds a NUL byte, so it is not "
            "Markdown text\n1 error in 1 document.\n"
        ),
    )


def test_standard_input_is_of_the_type_that_its_name_has(invoke: Invoke) -> None:
    write(
        "designlint.toml",
        'exclude = ["docs/old/*"]\n[[documents]]\ntype = "memo"\nfiles = ["docs/**"]\n',
    )
    named = ("-", "--stdin-filename")
    assert concise(invoke, *named, "docs/a.md", stdin=b"# A!\n")[0] == 1
    code, out, err = concise(invoke, *named, "a.md", stdin=b"# A!\n")
    assert (code, out) == (0, "No document was checked (1 Markdown file left alone).\n")
    assert err.startswith("a.md was left alone: no `files` of [[documents]] in designlint.toml")
    code, out, err = concise(invoke, *named, "docs/old/a.md", stdin=b"# A!\n")
    assert (code, out) == (0, "No document was checked.\n")
    assert err == "docs/old/a.md is excluded by the configuration.\n"


def test_one_bad_file_does_not_hide_another(invoke: Invoke, folder: Path) -> None:
    write("a.md", LOUD)
    write("b.md", b"# Memo: X\n\n\xff\n")
    write("c.md", b"\0")
    write("d.md", b"x" * 10_000_001)
    write("e.md", "# Memo: Y\n\n" + "x" * 1_000_000 + "\n\n## Why!\n")
    os.mkfifo("f.txt")
    code, out, err = concise(invoke)
    assert code == 1
    assert [line.split(" ", 2)[:2] for line in out.splitlines()[:-1]] == [
        ["a.md:3:1:", "error[loud-heading]"],
        ["b.md:3:1:", "error[unreadable-document]"],
        ["c.md:1:1:", "error[unreadable-document]"],
        ["d.md:1:1:", "error[unreadable-document]"],
        ["e.md:5:1:", "error[loud-heading]"],
    ]
    assert err == ""
    assert concise(invoke, "--select", "loud-heading")[1] == out


def test_unreadable_files_that_configuration_leaves_alone(invoke: Invoke) -> None:
    write("a.md", b"\0")
    write("designlint.toml", '[[documents]]\ntype = "memo"\nfiles = ["docs/**"]\n')
    assert concise(invoke)[:2] == (0, "No document was checked (1 Markdown file left alone).\n")


def test_a_rule_that_raises(invoke: Invoke) -> None:
    write("a.md", LOUD + "\nbroken\n")
    write("b.md", LOUD + "\nbroken\n")
    code, out, err = concise(invoke)
    assert code == 2
    assert out == (
        'a.md:3:1: error[loud-heading] "Why!" shouts\n'
        'b.md:3:1: error[loud-heading] "Why!" shouts\n'
        "2 errors in 2 documents.\n"
    )
    assert err == (
        "rule broken-rule failed on a.md (and on 1 other document): "
        "ZeroDivisionError: by \\x1b zero\n"
    )


def test_control_characters_of_names_and_documents(invoke: Invoke) -> None:
    write("a\x1b[31m.md", "# Memo: X\n\n## \x1b]0;pwn\x07!\n")
    code, out, err = concise(invoke)
    assert out.startswith('a\\x1b[31m.md:3:1: error[loud-heading] "\\x1b]0;pwn\\x07!" shouts\n')
    assert "\x1b" not in invoke("check").stdout + invoke("check", "\x1b").stderr
    code, out, err = concise(invoke, "gone\x1b")
    assert (code, err) == (2, "gone\\x1b does not exist\n")


def test_as_status(invoke: Invoke) -> None:
    write("a.md", LOUD)
    write("designlint.toml", '[status."In review"]\nloud-heading = "info"\n')
    assert concise(invoke)[0] == 1
    code, out, _ = concise(invoke, "--as-status", "Awaiting review")
    assert (code, out.split(" ")[1]) == (0, "info[loud-heading]")


def test_same_output_each_time(invoke: Invoke) -> None:
    for number in range(20):
        write(f"d{number % 3}/{number}.md", LOUD * (number % 4 + 1))
    for output_format in ("full", "concise", "json"):
        arguments = ("check", "--output-format", output_format)
        assert invoke(*arguments).stdout == invoke(*arguments, "d2", "d1", "d0").stdout
