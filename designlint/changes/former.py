"""The texts that the documents of a run had before a change."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from designlint.changes.renames import match_renames
from designlint.discovery.files import SUFFIXES
from designlint.document.document import normal_text
from designlint.document.source import Unreadable, decode_source
from designlint.history.base import Base
from designlint.history.model import EntryKind
from designlint.repository.tree import Tree, TreePath


class FormerText(Struct, frozen=True):
    """A document as it was: at `name`, a path relative to the root of the repository."""

    name: str
    source: str | Unreadable

    @property
    def text(self) -> str:
        """The text as positions count in it; empty where there was none to read."""
        return "" if isinstance(self.source, Unreadable) else normal_text(self.source)


class FormerTexts(Struct, frozen=True):
    """`by_name` has what documents were, by what they are called now; `gone` is what no more is."""

    by_name: Mapping[str, FormerText]
    gone: tuple[FormerText, ...]


def find_former(
    base: Base, documents: Mapping[str, str], present: Tree, common: Collection[str]
) -> FormerTexts:
    """What `documents`, texts by their paths in the repository, were in `base`.

    A file that is not there any more, in `present` or among the documents, may have been renamed;
    `common` are the lines that say nothing about that. One process of git reads them all. Raises
    HistoryError.
    """
    kept = [name for name in documents if _is_file(base, name)]
    root = str(base.repository.root)
    missing = [
        name
        for name in base.entries
        if name.lower().endswith(SUFFIXES)
        and name not in documents
        and _is_file(base, name)
        and not present.has(TreePath(root, name))
    ]
    contents = base.contents((*kept, *missing))
    former = {name: FormerText(name, decode_source(contents[name])) for name in contents}
    added = {name: text for name, text in documents.items() if name not in former}
    renames = match_renames({name: former[name].text for name in missing}, added, common)
    by_name = {name: former[name] for name in kept}
    by_name |= {name: former[old] for name, old in renames.items()}
    taken = set(renames.values())
    return FormerTexts(by_name, tuple(former[name] for name in missing if name not in taken))


def _is_file(base: Base, name: str) -> bool:
    entry = base.entries.get(name)
    return entry is not None and entry.kind is EntryKind.FILE
