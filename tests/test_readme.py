"""What the README shows is what happens."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from designlint.cli import main
from designlint.config.load import read_settings
from designlint.config.tables import read_config

from .git_repository import ISOLATED, GitRepository

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def _after(mark: str, language: str) -> str:
    """The fence directly after a line that holds the comment `mark`."""
    match = re.search(
        rf"^<!-- {mark} -->\n```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL
    )
    assert match is not None, f"no {language} fence after <!-- {mark} -->"
    return match[1]


@pytest.mark.parametrize("mark", ["example", "example: statistics"])
def test_the_run_shown_is_a_real_one(mark: str) -> None:
    command, _, shown = _after(mark, "console").partition("\n")
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "designlint")
    done = subprocess.run(
        [sys.executable, "-m", "designlint", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == shown
    assert done.returncode == 1


class _Meeting(date):
    @classmethod
    def today(cls) -> "_Meeting":
        return cls(2026, 4, 13)


def test_the_meeting_shown_is_a_real_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    repository = GitRepository(tmp_path / "work")
    shutil.copytree(ROOT / "examples", repository.root / "examples")
    repository.commit("2026-03-02")
    monkeypatch.chdir(repository.root)
    monkeypatch.setattr("designlint.cli.registers.date", _Meeting)
    shown = _after("meeting", "console")
    told = ""
    for command in re.findall(r"^\$ designlint (.*)\n", shown, re.MULTILINE):
        result = CliRunner().invoke(main, shlex.split(command))
        assert (result.exit_code, result.stderr) == (0, "")
        told += f"$ designlint {command}\n{result.stdout}\n"
    assert told.removesuffix("\n") == shown


def test_the_configuration_shown_is_valid(tmp_path: Path) -> None:
    shown = re.search(r"^```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert shown is not None
    path = tmp_path / "designlint.toml"
    path.write_text(shown[1], "utf-8")
    assert read_settings(path, tmp_path).config == read_config(tomllib.loads(shown[1]))


def test_the_commands_that_ci_takes_are_one_line_each() -> None:
    for name in ("check", "test"):
        assert _after(f"ci: {name}", "sh").count("\n") == 1
