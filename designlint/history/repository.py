"""A repository: its root, and where its history is cut."""

import os
from pathlib import Path

from msgspec import Struct

from designlint.history.git import git_output
from designlint.history.model import HistoryError


class Repository(Struct, frozen=True):
    """`root` is the real path of the work tree, `grafts` the commits that a shallow clone ends at.

    What such a commit added is not known: to git, it adds all that it holds.
    """

    root: Path
    grafts: frozenset[str]

    def path_of(self, path: Path) -> bytes | None:
        """The absolute `path` relative to `root`, as git has it; None for one outside."""
        # The folder may be reached through links; a document that is a link is one to git.
        real = Path(os.path.realpath(path.parent)) / path.name
        try:
            return os.fsencode(real.relative_to(self.root).as_posix())
        except ValueError:
            return None

    def path_inside(self, document: Path) -> bytes | None:
        """As `path_of`; None for a document in a repository that is nested in this one, too."""
        real = document.parent.resolve()
        for folder in (real, *real.parents):
            if folder == self.root:
                return self.path_of(document)
            if (folder / ".git").exists():
                break
        return None


def open_repository(folder: Path) -> Repository:
    """The repository that the absolute `folder` is in. Raises HistoryError."""
    try:
        said = git_output(
            folder,
            "rev-parse",
            "--is-inside-work-tree",
            "--is-shallow-repository",
            "--git-path",
            "shallow",
            "--show-cdup",
        )
    except HistoryError as error:
        if "not a git repository" in str(error):
            raise HistoryError("this is not a git repository, so there is no history") from None
        raise
    inside, shallow, grafts, up, *_ = [*os.fsdecode(said).split("\n"), "", "", "", ""]
    if inside != "true":
        raise HistoryError("this is a git repository without a work tree")
    root = Path(os.path.realpath(folder / up))
    return Repository(root, _grafts(folder / grafts) if shallow == "true" else frozenset())


def _grafts(path: Path) -> frozenset[str]:
    try:
        return frozenset(path.read_text("ascii").split())
    except (OSError, ValueError) as error:
        raise HistoryError(f"cannot tell where this shallow clone ends: {error}") from None
