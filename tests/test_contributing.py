"""The rules that CONTRIBUTING.md writes work as it says: every file is taken from there."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from designlint.cli import main as designlint
from designlint.pages import page_problems
from designlint.registry import load_registry
from designlint.testing.__main__ import main as run_suites

ROOT = Path(__file__).parents[1]
_FILE = re.compile(r"^<!-- file: (\S+) -->\n(`{3,})\w+\n(.*?)^\2$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The files, in a folder that Python imports from."""
    for name, _, text in _FILE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for module in [name for name in sys.modules if name.partition(".")[0] == "acme_rules"]:
        del sys.modules[module]


def test_the_suites_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_suites(["--plugin", "acme_rules", "long-title.md", "repeated-title.md"]) == 0
    out = capsys.readouterr().out
    assert out == "long-title.md: 3 cases hold\nrepeated-title.md: 2 cases hold\n"


def test_update_fills_in_what_the_suite_has(folder: Path) -> None:
    suite = folder / "long-title.md"
    text = suite.read_text("utf-8")
    suite.write_text(re.sub(r"(?ms)^```findings\n.*?^```$", "```findings\n```", text), "utf-8")
    assert suite.read_text("utf-8") != text
    assert run_suites(["--plugin", "acme_rules", "--update", "long-title.md"]) == 0
    assert suite.read_text("utf-8") == text


@pytest.mark.parametrize("rule", ["long-title", "repeated-title"])
def test_the_docstring_is_a_page(folder: Path, rule: str) -> None:
    assert page_problems(load_registry(["acme_rules"]).rules[rule]) == ()


def test_the_rule_runs_in_a_check(folder: Path) -> None:
    (folder / "note.md").write_text("---\ntype: technical-design\n---\n# " + "Word " * 20, "utf-8")
    result = CliRunner().invoke(designlint, ["check", "--output-format", "concise", "note.md"])
    assert "note.md:4:1: warning[long-title] The title has 99 characters" in result.stdout


def test_the_set_up_is_the_one_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    command = re.search(r"<!-- ci: test -->\n```sh\n(.*) && \S+\n```", readme)
    assert command is not None
    assert f"```sh\n{command[1]}\n" in contributing


def test_the_map_of_the_house_names_every_package() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    packages = {path.parent.name for path in (ROOT / "designlint").glob("*/__init__.py")}
    assert {name for name in packages if f"`designlint/{name}/`" not in contributing} == set()
