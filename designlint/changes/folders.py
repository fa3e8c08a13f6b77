"""Repositories as they were before a change, for links that documents had then."""

from collections.abc import Mapping

from designlint.document.source import Unreadable, decode_source
from designlint.history.base import Base
from designlint.history.model import EntryKind
from designlint.repository.tree import Folders, Kind, TreePath

_KINDS = {EntryKind.FILE: Kind.FILE, EntryKind.FOLDER: Kind.FOLDER}


class PastFolders:
    """The folders of the repository whose root is `root` as `base` has them.

    `present` answers for all that the commit does not tell: other repositories, what is in
    submodules, where links lead, and where documents are.
    """

    def __init__(self, base: Base, root: str, present: Folders) -> None:
        self._base = base
        self._root = root
        self._present = present
        self._folders: dict[str, dict[str, EntryKind]] = {"": {}}
        for path, entry in base.entries.items():
            folder, _, name = path.rpartition("/")
            self._folders.setdefault(folder, {})[name] = entry.kind

    def place_of(self, document: str) -> TreePath | None:
        """Where the document would be today."""
        return self._present.place_of(document)

    def names(self, place: TreePath) -> Mapping[str, Kind] | None:
        """The names in a folder as they were."""
        if place.root != self._root or place.path not in self._folders:
            return self._present.names(place)
        today: Mapping[str, Kind] | None = None
        found = {}
        for name, kind in self._folders[place.path].items():
            if kind not in _KINDS and today is None:
                today = self._present.names(place) or {}
            found[name] = _KINDS.get(kind) or (today or {}).get(name, Kind.FILE)
        return found

    def text(self, place: TreePath) -> str | None:
        """The text of a file as it was."""
        if place.root != self._root:
            return self._present.text(place)
        data = self._base.contents([place.path]).get(place.path)
        if data is None:
            return self._present.text(place)
        source = decode_source(data)
        return None if isinstance(source, Unreadable) else source
