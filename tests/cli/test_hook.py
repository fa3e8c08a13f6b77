"""`designlint init --hook`: a hook that git runs, and where none is written."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

from ..git_repository import GitRepository

CONFIG = """\
[[documents]]
type = "rfc"
files = ["rfcs/[0-9]*.md"]
template = "rfcs/0000-template.md"
"""
TEMPLATE = "# RFC: [Title]\n\n## Problem\n\n[What is wrong]\n"
GOOD = "# RFC: Cache\n\n## Problem\n\nStale.\n"
BAD = "# RFC: Cache\n\n## Trouble\n\nStale.\n"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GitRepository]:
    repository = GitRepository(tmp_path / "shop")
    files = {"designlint.toml": CONFIG, "rfcs/0000-template.md": TEMPLATE, "rfcs/1.md": GOOD}
    repository.commit("2024-01-01", files)
    monkeypatch.chdir(repository.root)
    yield repository


def hook(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", "--hook", *arguments], catch_exceptions=False)


def commits(repository: GitRepository, files: dict[str, str]) -> bool:
    """Whether git lets a commit of these files pass."""
    repository.write(files)
    repository.git("add", "--all")
    command = [
        "git",
        "-c",
        "user.name=Ann",
        "-c",
        "user.email=ann@example.org",
        "commit",
        "-qm",
        "x",
    ]
    done = subprocess.run(command, cwd=repository.root, capture_output=True, check=False)
    return done.returncode == 0


def test_git_stops_a_commit_with_an_error(shop: GitRepository) -> None:
    result = hook()
    assert (result.exit_code, result.stdout) == (0, "Wrote .git/hooks/pre-commit.\n")
    assert commits(shop, {"rfcs/2.md": GOOD})
    assert not commits(shop, {"rfcs/3.md": BAD})
    assert commits(shop, {"rfcs/3.md": GOOD})


def test_from_a_folder_of_the_repository(shop: GitRepository) -> None:
    shop.move("designlint.toml", "docs of ours/designlint.toml")
    shop.move("rfcs", "docs of ours/rfcs")
    assert hook("docs of ours").exit_code == 0
    assert not commits(shop, {"docs of ours/rfcs/3.md": BAD})
    assert commits(shop, {"docs of ours/rfcs/3.md": GOOD})


def test_a_hook_that_is_there_stays(shop: GitRepository) -> None:
    path = shop.root / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n")
    result = hook()
    assert result.exit_code == 2
    assert result.stderr == (".git/hooks/pre-commit exists already; add `designlint check` to it\n")
    assert path.read_text() == "#!/bin/sh\n"


def test_pre_commit_is_told_what_to_add(shop: GitRepository) -> None:
    (shop.root / ".pre-commit-config.yaml").write_text("repos: []\n")
    result = hook()
    assert result.exit_code == 2
    assert "- id: designlint\n" in result.stderr
    assert not (shop.root / ".git" / "hooks" / "pre-commit").exists()


def test_hooks_that_are_elsewhere(shop: GitRepository) -> None:
    shop.git("config", "core.hooksPath", "tools/hooks")
    result = hook()
    assert result.exit_code == 2
    assert "git has its hooks in tools/hooks (core.hooksPath)" in result.stderr


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = hook()
    assert result.exit_code == 2
    assert result.stderr.startswith("no hook was written: ")
    assert hook("--stdout").exit_code == 2
