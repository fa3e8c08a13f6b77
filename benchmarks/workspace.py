"""Copies of the documents to measure with: what is given is never written to."""

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

DOCUMENTS = "documents"
EDITED = "edited"
TEMPLATE = "template.md"


class InputError(Exception):
    """A folder or template that cannot be measured with; one line."""


@dataclass(frozen=True)
class Workspace:
    """A folder `root` with the template and two copies of the documents; one is edited."""

    root: Path

    @cached_property
    def by_size(self) -> tuple[Path, ...]:
        """The documents, the smallest first."""
        paths = (self.root / DOCUMENTS).rglob("*.md")
        return tuple(sorted(paths, key=lambda path: (path.stat().st_size, path)))

    @property
    def size(self) -> float:
        """Of the documents, in MB."""
        return sum(path.stat().st_size for path in self.by_size) / 1e6

    @property
    def middle(self) -> Path:
        """The document of median size, below `DOCUMENTS` or `EDITED`."""
        return self.by_size[len(self.by_size) // 2].relative_to(self.root / DOCUMENTS)

    @property
    def size_of_middle(self) -> float:
        """Of that document, in kB."""
        return (self.root / DOCUMENTS / self.middle).stat().st_size / 1e3

    def cache(self, name: str) -> str:
        """A folder for somebody's cache, as a path from here."""
        return f"caches/{name}"

    def empty_cache(self, name: str) -> None:
        """Take away what is in there."""
        shutil.rmtree(self.root / self.cache(name), ignore_errors=True)


def make_workspace(root: Path, folder: Path, template: Path) -> Workspace:
    """Copy the Markdown files of `folder`, and the template, into `root`. Raises InputError."""
    if not template.is_file():
        raise InputError(f"there is no template {template}")
    names = [path.relative_to(folder) for path in folder.rglob("*.md") if path.is_file()]
    if not names:
        raise InputError(f"no Markdown files below {folder}")
    for name in names:
        for copy in (DOCUMENTS, EDITED):
            target = root / copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, target)
    shutil.copyfile(template, root / TEMPLATE)
    return Workspace(root)


class Editor:
    """Changes the last sentence of a document, each time to one that was never there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = path.read_bytes()
        self._changes = 0

    def edit(self) -> None:
        """Write another sentence."""
        self._changes += 1
        sentence = f"\n\nThis sentence was changed {self._changes} times.\n"
        self._path.write_bytes(self._before + sentence.encode())
