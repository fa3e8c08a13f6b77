"""Globs as in `.gitignore`, relative to a folder."""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs(Struct, frozen=True, dict=True):
    """`patterns` match paths below the absolute `folder`; a later `!pattern` takes back."""

    patterns: tuple[str, ...]
    folder: Path

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # 15 ms, and often no glob is there to be matched.

        return GitIgnoreSpec.from_lines(self.patterns)

    def match(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the absolute `path`, a folder or a file, is meant."""
        if not self.patterns:
            return False
        try:
            relative = path.relative_to(self.folder).as_posix()
        except ValueError:
            return False
        return self._spec.match_file(relative + "/" if folder else relative)


def glob_problem(pattern: str) -> str:
    """What is wrong with a glob, to complete "the glob … "; empty for a good one."""
    if not pattern.strip():
        return "is empty"
    if ".." in pattern.split("/"):
        return "leaves the folder of this file with `..`"
    if re.search(r"\{[^}]*,[^}]*\}", pattern):
        return "has a choice in braces; write one glob for each"
    from pathspec import GitIgnoreSpec

    try:
        compiled = GitIgnoreSpec.from_lines([pattern]).patterns
    except (ValueError, re.error) as error:
        return f"is not valid: {error}"
    if not compiled or compiled[0].include is None:
        return "is not valid: a `[` has no `]`" if "[" in pattern else "matches nothing"
    return ""
