"""What a command loads: most of the time of a small run goes into modules."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import sys
from designlint.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, *sys.modules, file=sys.stderr)
"""

VALIDATION = ("pydantic", "pydantic_core", "annotated_types", "jsonschema")
METADATA = ("importlib.metadata", "importlib.resources", "email", "zipfile")
FORMATS = ("json", "tempfile", "hashlib", "_hashlib", "subprocess", "yaml")
OTHER_COMMANDS = (
    "designlint.adoption",
    "designlint.baseline",
    "designlint.calibration",
    "designlint.changes",
    "designlint.history",
    "designlint.pages",
    "designlint.report.registers",
    "designlint.testing",
)
REPORTERS = (
    "designlint.report.concise",
    "designlint.report.github",
    "designlint.report.gitlab",
    "designlint.report.json_report",
    "designlint.report.jsonl",
    "designlint.report.junit",
    "designlint.report.markdown",
    "designlint.report.model",
    "designlint.report.rdjson",
    "designlint.report.sarif",
)


def loaded(folder: Path, *arguments: str, code: int = 0) -> set[str]:
    """The modules that are loaded at the end of `designlint` with these arguments."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    ended, *modules = done.stderr.splitlines()[-1].split()
    assert ended == str(code), done.stderr
    return set(modules)


def unwanted(modules: set[str], *groups: tuple[str, ...]) -> list[str]:
    """Which of these modules are loaded nevertheless."""
    return [name for group in groups for name in group if name in modules]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document with findings, and its template."""
    (tmp_path / "t.md").write_text("# [Title]\n\n## Why\n\n[Reason]\n\n## How\n\n[Way]\n")
    (tmp_path / "a.md").write_text("# One\n\n## Why\n\nTODO\n\n[Reason]\n")
    return tmp_path


@pytest.mark.parametrize("argument", ["--version", "-V", "--help", "-h"])
def test_version_and_help(folder: Path, argument: str) -> None:
    heavy = ("markdown_it", "msgspec", "pathspec", "tomllib", "designlint_rules")
    engine = ("designlint.api", "designlint.check", "designlint.config", "designlint.document")
    modules = loaded(folder, argument)
    assert unwanted(modules, heavy, engine, VALIDATION, METADATA, FORMATS, OTHER_COMMANDS) == []


def test_check_without_configuration(folder: Path) -> None:
    modules = loaded(folder, "check", "a.md", "--template", "t.md", "--no-config", code=1)
    assert "designlint.report.full" in modules
    assert unwanted(modules, VALIDATION, METADATA, FORMATS, OTHER_COMMANDS, REPORTERS) == []
    assert unwanted(modules, ("pathspec", "shutil")) == []


def test_check_with_a_configuration_that_is_right(folder: Path) -> None:
    (folder / "designlint.toml").write_text(
        'fail-on = "never"\n'
        '[[documents]]\ntype = "note"\nfiles = ["a.md"]\ntemplate = "t.md"\n'
        "[documents.severity]\nthin-section = 'warning'\n"
        "[rules.thin-section]\nmin-words = 3\n"
        "[rules.todo-marker]\nmarkers = ['TODO']\n"
        "[status.draft]\nempty-section = 'info'\n"
    )
    modules = loaded(folder, "check", "a.md", "--output-format", "concise")
    others = tuple(name for name in REPORTERS if name != "designlint.report.concise")
    assert unwanted(modules, VALIDATION, METADATA, FORMATS, OTHER_COMMANDS, others) == []


@pytest.mark.parametrize(
    "text", ['[words]\ntitles = ["Anliegen"]\n', "[rules.thin-section]\nmin-words = 0\n"]
)
def test_check_with_a_configuration_that_has_to_be_looked_at(folder: Path, text: str) -> None:
    (folder / "designlint.toml").write_text(text)
    code = 1 if "words]" in text else 2
    modules = loaded(folder, "check", "a.md", "--template", "t.md", code=code)
    assert "pydantic" in modules
    assert "designlint.config.schema" not in modules
