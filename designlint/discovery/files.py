"""Paths from the command line → the Markdown files they stand for."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from designlint import disk
from designlint.discovery.globs import Globs
from designlint.expressions import expression
from designlint.repository.disk import enclosing_repository

if TYPE_CHECKING:
    from designlint.discovery.ignore import IgnoreFiles

SUFFIXES = (".md", ".markdown")
_WILD = expression(r"[*?\[\\]")


class PathError(Exception):
    """A path that gives nothing to check, with the reason in one line."""


class SourceFile(Struct, frozen=True):
    """A file to check: `path` is absolute, `shown` is what reports call it.

    `named` is True for a file that was itself given, False for one found in a folder.
    """

    path: Path
    shown: str
    named: bool


class Discovered(Struct, frozen=True):
    """The files, sorted by `shown`; how many given ones are excluded; folders that stay closed."""

    files: tuple[SourceFile, ...]
    excluded: int = 0
    problems: tuple[str, ...] = ()


def shown_path(path: Path, working: Path) -> str:
    """The POSIX path relative to `working`, or the whole path of what lies outside of it.

    Bytes of a name that are not UTF-8 become visible escapes.
    """
    try:
        shown = path.relative_to(working).as_posix()
    except ValueError:
        shown = path.as_posix()
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def absolute(path: str | Path, working: Path) -> Path:
    """`path` seen from `working`, without `.` and `..`; links are not resolved."""
    return Path(os.path.normpath(working / path))


def repository_root(folder: Path) -> Path:
    """The nearest folder at or above `folder` that holds `.git`; `folder` where none does."""
    return enclosing_repository(folder) or folder


def discover(paths: Iterable[str], exclude: Globs, working: Path) -> Discovered:
    """The Markdown files in `paths`, each once.

    A file that is named is taken whatever it is called and whatever `.gitignore` says; `exclude`
    applies to it too. Raises PathError for paths that do not exist and for folders that hold no
    Markdown.
    """
    given = [absolute(path, working) for path in paths]
    missing = [path for path in given if not disk.there(path)]
    if missing:
        raise PathError(
            "\n".join(f"{shown_path(path, working)} does not exist" for path in missing)
        )
    found: list[SourceFile] = []
    problems: list[str] = []
    excluded = 0
    for path in given:
        if disk.kind(path) != disk.FOLDER:
            if exclude.match(path):
                excluded += 1
            else:
                found.append(SourceFile(path, shown_path(path, working), True))
            continue
        walk = _Walk(exclude, working, problems)
        before = len(problems)
        inside = list(walk.files(path))
        if not inside and len(problems) == before:
            left = ", ignored and excluded ones left out" if walk.left_out else ""
            raise PathError(f"{shown_path(path, working)} holds no Markdown files{left}")
        found += inside
    return Discovered(_unique(found), excluded, tuple(problems))


def find_matching(globs: Globs, working: Path) -> tuple[SourceFile, ...]:
    """The Markdown files below the folder of `globs` that match, sorted, each once.

    Ignored files are left out, as in a folder that is given; folders that cannot be listed too.
    """
    walk = _Walk(Globs((), globs.folder), working, [])
    tops = sorted({globs.folder / _fixed_part(pattern) for pattern in globs.patterns})
    return _unique(
        [
            file
            for top in tops
            if disk.kind(top) == disk.FOLDER
            for file in walk.files(top)
            if globs.match(file.path)
        ]
    )


def _fixed_part(pattern: str) -> str:
    """The folder that a glob names before its first wildcard; empty for one of any folder."""
    parts = pattern.lstrip("!/").split("/")[:-1]
    return "/".join(takewhile(lambda part: not _WILD.search(part), parts))


def _unique(files: list[SourceFile]) -> tuple[SourceFile, ...]:
    """Sorted by shown path; of two ways to one file the named and then the first one stays."""
    kept: dict[str, SourceFile] = {}
    resolved = cache(os.path.realpath)
    for file in sorted(files, key=lambda file: (not file.named, file.shown)):
        if file.named:
            real = disk.real(file.path)
        elif file.path.is_symlink():
            # What the links in a folder lead to is noted where it is listed.
            real = os.path.realpath(file.path)
        else:
            # All files of a folder share its way there.
            real = os.path.join(resolved(file.path.parent), file.path.name)  # noqa: PTH118 - a key
        kept.setdefault(real, file)
    return tuple(sorted(kept.values(), key=lambda file: file.shown))


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a file or leads to one, which the listing of its folder does not say."""
    return disk.kind(entry.path) == disk.FILE if entry.is_symlink() else entry.is_file()


class _Walk:
    """One walk through one folder."""

    def __init__(self, exclude: Globs, working: Path, problems: list[str]) -> None:
        self._exclude = exclude
        self._working = working
        self._problems = problems
        self.left_out = False

    def files(self, folder: Path) -> Iterator[SourceFile]:
        """The Markdown files below `folder`. Folders that are links are not entered."""
        from designlint.discovery.ignore import ignore_files_above  # Loads pathspec.

        root = repository_root(folder)
        if self._working in folder.parents and disk.kind(root / ".git") == disk.MISSING:
            root = self._working
        stack = [(folder, ignore_files_above(folder, root))]
        while stack:
            current, ignored = stack.pop()
            ignored = ignored.entering(current)
            try:
                listed = disk.list_folder(current)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                self._problems.append(
                    f"{shown_path(current, self._working)} cannot be listed: {reason}"
                )
                continue
            for entry in listed:
                path = current / entry.name
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith(".") and self._wants(path, ignored, folder=True):
                        stack.append((path, ignored))
                elif (
                    entry.name.lower().endswith(SUFFIXES)
                    and _is_file(entry)
                    and self._wants(path, ignored, folder=False)
                ):
                    yield SourceFile(path, shown_path(path, self._working), False)

    def _wants(self, path: Path, ignored: "IgnoreFiles", *, folder: bool) -> bool:
        left_out = ignored.ignore(path, folder=folder) or self._exclude.match(path, folder=folder)
        self.left_out |= left_out
        return not left_out
