"""The real rules and engine behind the command line, in processes of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ..command import environment, run

TEMPLATE = """\
# Memo: [Title]

## Background

[What led to this]

## Options

- **Cheap**: [What it costs]
- **Fast**: [How long it takes]
"""
GOOD = """\
# Memo: Lunch

## Background

Nobody has eaten since yesterday.

## Options

- **Cheap**: Soup from the canteen.
- **Fast**: Ten minutes.
"""
CONFIG = 'plugins = ["designlint_rules"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.md").write_text(TEMPLATE)
    (tmp_path / "designlint.toml").write_text(CONFIG)
    (tmp_path / "docs").mkdir()
    return tmp_path


def test_good_document(folder: Path) -> None:
    (folder / "docs/a.md").write_text(GOOD)
    done = run(folder, "check", "--template", "t.md", "docs")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"The document is clean.\n"


def test_missing_section_and_leftovers(folder: Path) -> None:
    (folder / "docs/a.md").write_text("# Memo: Lunch\n\n## Background\n\n[What led to this]\n")
    done = run(folder, "check", "--template", "t.md", "docs", "--output-format", "json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    found = [
        (each["rule"], each["start"]["line"], each["start"]["column"])
        for each in report["diagnostics"]
    ]
    assert found == [("missing-section", 1, 1), ("leftover-placeholder", 5, 1)]
    again = run(folder, "check", "--template", "t.md", "docs", "--output-format", "json")
    assert again.stdout == done.stdout


def test_the_untouched_template_fails(folder: Path) -> None:
    done = run(folder, "check", "--template", "t.md", "t.md", "--output-format", "concise")
    assert done.returncode == 1
    lines = {line.split(":")[1] for line in done.stdout.decode().splitlines()[:-1]}
    assert lines == {"1", "5", "9", "10"}


def test_standard_input_and_a_narrow_encoding(folder: Path) -> None:
    text = "# Memo: Überblick\n\n## Background\n\nText.\n".encode()
    arguments = ("check", "--template", "t.md", "-", "--output-format")
    done = run(folder, *arguments, "full", stdin=text, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert b"\\xdcberblick" in done.stdout
    done = run(folder, *arguments, "json", stdin=text, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(done.stdout)["summary"]["errors"] == 1


def test_reader_that_goes_away(folder: Path) -> None:
    text = GOOD + "".join(f"\n## Background\n\n[What led to this] {n}\n" for n in range(3000))
    (folder / "docs/a.md").write_text(text)
    command = f"{sys.executable} -m designlint check --template t.md docs | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        capture_output=True,
        check=False,
        env=environment(folder),
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "raise RuntimeError('no \\x1b luck')\n",
            b"plugin own_rules cannot be loaded: RuntimeError",
        ),
        ("import nothing_of_this_name\n", b"plugin own_rules cannot be loaded: ModuleNotFound"),
        ("def f(:\n", b"plugin own_rules cannot be loaded: SyntaxError: "),
        ("", b"plugin own_rules defines no rule and no document type"),
    ],
)
def test_plugin_that_does_not_load(folder: Path, source: str, message: bytes) -> None:
    (folder / "own_rules.py").write_text(source)
    (folder / "designlint.toml").write_text('plugins = ["designlint_rules", "own_rules"]\n')
    (folder / "docs/a.md").write_text(GOOD)
    done = run(folder, "check", "--template", "t.md", "docs")
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stderr


def test_plugin_whose_rule_raises(folder: Path) -> None:
    (folder / "own_rules.py").write_text(
        "from designlint.finding import Severity\n"
        "from designlint.rule import Rule\n\n\n"
        "class OwnRule(Rule):\n"
        '    """Raises."""\n\n'
        '    group = "own"\n'
        "    severity = Severity.ERROR\n\n"
        "    def check(self, context):\n"
        "        raise KeyError('oh')\n"
        "        yield\n"
    )
    (folder / "designlint.toml").write_text('plugins = ["designlint_rules", "own_rules"]\n')
    (folder / "docs/a.md").write_text("# Memo: Lunch\n\n## Background\n\nText.\n")
    done = run(folder, "check", "--template", "t.md", "docs", "--output-format", "concise")
    assert done.returncode == 2
    assert b"docs/a.md:1:1: error[missing-section] " in done.stdout
    assert done.stderr == b"rule own-rule failed on docs/a.md: KeyError: 'oh'\n"


def test_a_closed_section_takes_no_other(folder: Path) -> None:
    closed = TEMPLATE.replace("## Options\n", "## Options\n<!-- designlint: closed -->\n")
    (folder / "t.md").write_text(closed)
    extra = GOOD + "\n### Dear\n\nThe restaurant.\n\n## Thanks\n\nTo the cook.\n"
    (folder / "docs/a.md").write_text(extra)
    check = ("check", "--template", "t.md", "--output-format", "concise", "docs/a.md")
    said = run(folder, *check).stdout.decode()
    assert said.splitlines()[0] == (
        "docs/a.md:12:1: warning[unexpected-section] "
        'The template has no section "Dear" below "Options"'
    )
    assert said.count("unexpected-section") == 1
    off = ("--severity", "unexpected-section=off")
    assert run(folder, *check, *off).stdout == b"The document is clean.\n"


def test_front_matter_is_held_to_a_schema(folder: Path) -> None:
    (folder / "t.md").write_text("---\nteam: [Which]\n---\n\n" + TEMPLATE)
    (folder / "designlint.toml").write_text(
        '[[documents]]\ntype = "memo"\nfiles = ["docs/*.md"]\ntemplate = "t.md"\n'
        'front-matter-schema = "memo.json"\n'
    )
    (folder / "memo.json").write_text(
        '{"required": ["title"], "properties": {"title": {"type": "string"}, '
        '"status": {"enum": ["draft", "final"]}}, "additionalProperties": false}'
    )
    (folder / "docs/a.md").write_text("---\ntitel: Lunch\nstatus: done\n---\n\n" + GOOD)
    (folder / "docs/b.md").write_text("---\ntitle: Lunch\nstatus: TODO\n---\n\n" + GOOD)
    done = run(folder, "check", "--output-format", "concise")
    assert done.stdout.decode().splitlines()[:2] == [
        "docs/a.md:2:1: error[invalid-front-matter] `titel` is no key of the schema",
        "docs/a.md:3:9: error[invalid-front-matter] `status` says `done`, which the schema does "
        "not list",
    ]
    assert (done.returncode, done.stdout.count(b"error[")) == (1, 2)
    assert done.stdout.count(b"docs/b.md:3:9: warning[todo-marker]") == 1
    (folder / "memo.json").write_text('{\n"$ref": "http://example.org/x"}')
    done = run(folder, "check")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b'memo.json:2: refers to "http://example.org/x"')
