"""Repositories on disk."""

import os
from collections.abc import Mapping
from pathlib import Path

from designlint import disk
from designlint.document.source import Unreadable, read_source
from designlint.repository.tree import Kind, TreePath


class DiskFolders:
    """The folders of this machine, each listed when it is asked for.

    `working` is the absolute folder that documents are shown relative to. A document outside of
    any repository belongs to the first of `bases` that holds it, or else to its own folder.
    """

    def __init__(self, working: Path, bases: tuple[Path, ...] = ()) -> None:
        self._working = working
        self._bases = bases
        self._roots: dict[Path, Path] = {}

    def place_of(self, document: str) -> TreePath | None:
        """Where a document is, by the path that reports show."""
        path = Path(os.path.normpath(self._working / document))
        root = self._root(path.parent)
        return TreePath(os.fspath(root), path.relative_to(root).as_posix())

    def names(self, place: TreePath) -> Mapping[str, Kind] | None:
        """The names in a folder; None where it cannot be listed."""
        try:
            entries = disk.list_folder(Path(place.root, place.path))
            return {entry.name: _kind(entry, place.root) for entry in entries}
        except (OSError, ValueError):
            return None

    def text(self, place: TreePath) -> str | None:
        """The text of a file that is not too large and is UTF-8."""
        source = read_source(Path(place.root, place.path))
        return None if isinstance(source, Unreadable) else source

    def _root(self, folder: Path) -> Path:
        root = self._roots.get(folder)
        if root is None:
            fallback = (base for base in self._bases if folder.is_relative_to(base))
            found = enclosing_repository(folder)
            root = self._roots[folder] = found or next(fallback, folder)
        return root


def enclosing_repository(folder: Path) -> Path | None:
    """The nearest folder at or above the absolute `folder` that holds `.git`, if there is one."""
    return next(
        (each for each in (folder, *folder.parents) if disk.kind(each / ".git") != disk.MISSING),
        None,
    )


def _kind(entry: "os.DirEntry[str]", root: str) -> Kind:
    if entry.is_symlink():
        target = os.path.realpath(entry.path)
        top = os.path.realpath(root)
        if os.path.commonpath((target, top)) != top:
            return Kind.OUTSIDE
        if disk.kind(target) == disk.MISSING:
            return Kind.MISSING
    try:
        return Kind.FOLDER if entry.is_dir() else Kind.FILE
    except OSError:
        return Kind.FILE
