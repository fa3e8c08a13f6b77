"""`.gitignore` files, nested ones too."""

import re
from pathlib import Path

from msgspec import Struct
from pathspec import GitIgnoreSpec

from designlint import disk


class IgnoreFiles(Struct, frozen=True):
    """The `.gitignore` files that hold in a folder, outermost first, each with its folder."""

    specs: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    def entering(self, folder: Path) -> "IgnoreFiles":
        """These, and the one that `folder` itself may hold."""
        try:
            text = disk.read_bytes(folder / ".gitignore").decode("utf-8", "surrogateescape")
        except OSError:
            return self
        spec = _compile(text.split("\n"))
        return IgnoreFiles((*self.specs, (folder, spec))) if spec.patterns else self

    def ignore(self, path: Path, *, folder: bool = False) -> bool:
        """Whether git leaves `path` out: the innermost file that speaks of it decides."""
        for base, spec in reversed(self.specs):
            relative = path.relative_to(base).as_posix()
            verdict = spec.check_file(relative + "/" if folder else relative).include
            if verdict is not None:
                return verdict
        return False


def _compile(lines: list[str]) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        # Git passes over a line that it cannot read, and so does this.
        good = [line for line in lines if _is_valid(line)]
        return GitIgnoreSpec.from_lines(good)


def _is_valid(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def ignore_files_above(folder: Path, root: Path) -> IgnoreFiles:
    """The `.gitignore` files above `folder`, from `root` down to its parent."""
    files = IgnoreFiles()
    for parent in reversed(folder.parents):
        if parent == root or root in parent.parents:
            files = files.entering(parent)
    return files
