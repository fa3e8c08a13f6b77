"""Where a path that a document names leads, seen from the root of its repository.

Names are compared as git and GitHub do, by their exact letters, whatever the file system here
makes of `README.md` and `readme.md`. Nothing outside of the root is looked at.
"""

import posixpath
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class Kind(StrEnum):
    """What is at the end of a path."""

    FILE = "file"
    FOLDER = "folder"
    MISSING = "missing"
    OUTSIDE = "outside"
    """A path, or a link on its way, leads out of the repository."""
    UNKNOWN = "unknown"
    """A folder on the way cannot be listed, so that nothing can be said."""


class TreePath(Struct, frozen=True):
    """A folder or file: `root` is its repository, `path` is relative to it, empty for itself.

    Both are POSIX paths, `root` as `Folders` knows it.
    """

    root: str
    path: str


class Found(Struct, frozen=True):
    """What a path leads to.

    `place` is where; `name` is the first part of the path that is not there, `names` what is in
    that folder instead.
    """

    kind: Kind
    place: TreePath | None = None
    name: str = ""
    names: tuple[str, ...] = ()


class Folders(Protocol):
    """A source of folders: the disk, or the files of a test."""

    def place_of(self, document: str) -> TreePath | None:
        """Where the document that reports call `document` is; None where that is not known."""

    def names(self, place: TreePath) -> Mapping[str, Kind] | None:
        """The names in a folder with their kinds; None for what is no folder.

        The kind of a link is that of what it leads to, which may be missing or outside.
        """

    def text(self, place: TreePath) -> str | None:
        """The text of a file; None where it has none."""


class Tree:
    """The repositories of a run's documents."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._known: dict[TreePath, Mapping[str, Kind] | None] = {}

    def find(self, document: str, path: str) -> Found:
        """What `path` leads to from the document that reports call `document`.

        A path that begins with `/` is seen from the root of the repository, as GitHub does.
        """
        here = self._folders.place_of(document)
        if here is None:
            return Found(Kind.UNKNOWN)
        folder = "" if path.startswith("/") else posixpath.dirname(here.path)
        whole = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        if whole == ".." or whole.startswith("../"):
            return Found(Kind.OUTSIDE)
        return self._walk(TreePath(here.root, ""), [] if whole == "." else whole.split("/"))

    def has(self, place: TreePath) -> bool:
        """Whether there is something at a place, as far as that can be told."""
        found = self._walk(TreePath(place.root, ""), place.path.split("/"))
        return found.kind is not Kind.MISSING

    def text(self, place: TreePath) -> str | None:
        """The text of a file in the repository; None where it has none."""
        return self._folders.text(place)

    def place_of(self, document: str) -> TreePath | None:
        """Where the document that reports call `document` is; None where that is not known."""
        return self._folders.place_of(document)

    def _walk(self, place: TreePath, parts: list[str]) -> Found:
        kind = Kind.FOLDER
        for part in parts:
            names = self._names(place) if kind is Kind.FOLDER else {}
            if names is None:
                return Found(Kind.UNKNOWN)
            name = part if part in names else _same_letters(part, names)
            if name is None:
                return Found(Kind.MISSING, None, part, tuple(sorted(names)))
            place = TreePath(place.root, posixpath.join(place.path, name))
            kind = names[name]
            if kind in (Kind.OUTSIDE, Kind.MISSING):
                return Found(kind, None, part)
        return Found(kind, place)

    def _names(self, place: TreePath) -> Mapping[str, Kind] | None:
        if place not in self._known:
            self._known[place] = self._folders.names(place)
        return self._known[place]


def _same_letters(name: str, names: Mapping[str, Kind]) -> str | None:
    """The name that differs only in how its accents are encoded, as macOS stores them."""
    if name.isascii():
        return None
    composed = unicodedata.normalize("NFC", name)
    return next((each for each in names if unicodedata.normalize("NFC", each) == composed), None)
