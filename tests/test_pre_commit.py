"""The hook, as pre-commit runs it: installed into an environment of its own, on a repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from designlint.registry import load_registry

ROOT = Path(__file__).parents[1]
CLEAN = """\
# Design: Rate limits

## Summary

Every key may send 600 requests per minute; what is over is answered with 429.
"""
TEMPLATE = """\
# Design: [Feature]

## Summary

[What changes, and for whom]
"""
CONFIG = """\
[[documents]]
type = "design"
files = ["design/*.md"]
template = "design/template.md"

[[documents]]
type = "technical-design"
files = ["technical/*.md"]
"""


def _inherited() -> dict[str, str]:
    """This process's variables, without those that tell git of a repository it runs in."""
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables under which neither git nor pre-commit knows of this machine's user."""
    return {
        **_inherited(),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.org",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }


def _run(
    *command: str, folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def _git(*arguments: str, folder: Path, environment: dict[str, str]) -> str:
    done = _run("git", *arguments, folder=folder, environment=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _make_repository(folder: Path, environment: dict[str, str]) -> None:
    for command in ("init --quiet", "add --all", "commit --quiet --message=All"):
        _git(*command.split(), folder=folder, environment=environment)


def _copy_checkout(target: Path, environment: dict[str, str]) -> Path:
    """The files as they are now, committed or not, as a repository that pre-commit can clone."""
    listed = _git(
        *("ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        folder=ROOT,
        environment=_inherited(),
    )
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes((ROOT / name).read_bytes())
    _make_repository(target, environment)
    return target


def test_a_clean_document_passes_and_an_untouched_template_is_stopped(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    hooks = _copy_checkout(tmp_path / "designlint", environment)
    scratch = tmp_path / "scratch"
    untouched = load_registry().types["technical-design"].template
    for name, text in {
        "README.md": "# Scratch\n",
        "designlint.toml": CONFIG,
        "design/template.md": TEMPLATE,
        "design/rate-limits.md": CLEAN,
        "technical/untouched.md": untouched,
    }.items():
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_text(text, "utf-8")
    _make_repository(scratch, environment)

    def hook(*files: str, name: str = "designlint") -> subprocess.CompletedProcess[str]:
        return _run(
            *(sys.executable, "-m", "pre_commit", "try-repo", str(hooks), name),
            *("--verbose", "--color", "never", "--files", *files),
            folder=scratch,
            environment=environment,
        )

    clean = hook("README.md", "design/template.md", "design/rate-limits.md")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout
    assert "The document is clean" in clean.stdout

    stopped = hook("design/rate-limits.md", "technical/untouched.md")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "Failed" in stopped.stdout
    assert "technical/untouched.md:1:21: error[leftover-placeholder]" in stopped.stdout
    assert "design/rate-limits.md" not in stopped.stdout

    # The second hook looks at all documents, whichever a commit has.
    whole = hook("design/rate-limits.md", name="designlint-all")
    assert whole.returncode == 1, whole.stdout + whole.stderr
    assert "technical/untouched.md:1:21: error[leftover-placeholder]" in whole.stdout
