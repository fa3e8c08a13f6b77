"""A repository that is a mapping of paths to texts, for tests and examples."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from designlint.repository.tree import Kind, TreePath


class MemoryFolders:
    """The files at POSIX paths, relative to the root; a path that ends in `/` is a folder."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._folders: dict[str, dict[str, Kind]] = {"": {}}
        for name in files:
            path = PurePosixPath(name)
            kind = Kind.FOLDER if name.endswith("/") else Kind.FILE
            if kind is Kind.FOLDER:
                self._folders.setdefault(str(path), {})
            for parent in path.parents:
                folder = "" if str(parent) == "." else str(parent)
                self._folders.setdefault(folder, {})[path.name] = kind
                path, kind = parent, Kind.FOLDER

    def place_of(self, document: str) -> TreePath | None:
        """Every document is in the one repository."""
        return TreePath("", document)

    def names(self, place: TreePath) -> Mapping[str, Kind] | None:
        """The names in a folder."""
        return self._folders.get(place.path)

    def text(self, place: TreePath) -> str | None:
        """The text of a file."""
        return self._files.get(place.path)
