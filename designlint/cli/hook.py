"""A git hook that checks the documents of a repository before each commit."""

import os
import sys
from pathlib import Path
from shlex import quote

from designlint.cli.output import Failure
from designlint.cli.write import write_file
from designlint.discovery.files import shown_path
from designlint.history.git import git_output
from designlint.history.model import HistoryError

_SCRIPT = """\
#!/bin/sh
# Checks design documents before each commit. Written by `designlint init --hook`.
{enter}exec {python} -m designlint check
"""
_PRE_COMMIT = """\
this repository uses pre-commit; add the hook to .pre-commit-config.yaml:
  - repo: local
    hooks:
      - id: designlint
        name: designlint
        entry: designlint check
        language: system
        pass_filenames: false"""


def install_hook(folder: Path, working: Path) -> str:
    """Write the hook for the absolute `folder`; what to say of it.

    Raises Failure where there is no repository, and where it has hooks of another kind.
    """
    try:
        said = git_output(folder, "rev-parse", "--show-toplevel", "--git-common-dir")
        # The last value is the one that keeps git from running hooks here.
        paths = git_output(folder, "config", "--get-all", "core.hooksPath").splitlines()
    except HistoryError as error:
        raise Failure(f"no hook was written: {error}") from error
    top, common = (Path(line) for line in os.fsdecode(said).splitlines()[:2])
    if (top / ".pre-commit-config.yaml").exists():
        raise Failure(_PRE_COMMIT)
    if len(paths) > 1:
        raise Failure(
            f"git has its hooks in {os.fsdecode(paths[-2])} (core.hooksPath): "
            "add `designlint check` there"
        )
    inside = os.path.relpath(os.path.realpath(folder), os.path.realpath(top))
    enter = "" if inside == "." else f"cd {quote(Path(inside).as_posix())} && "
    path = folder / common / "hooks" / "pre-commit"
    script = _SCRIPT.format(enter=enter, python=quote(Path(sys.executable).as_posix()))
    write_file(path, script, working, hint="; add `designlint check` to it")
    path.chmod(path.stat().st_mode | 0o111)
    return f"Wrote {shown_path(Path(os.path.normpath(path)), working)}."
