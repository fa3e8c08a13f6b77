"""Entry points of what is installed, read from the metadata that stands on the disk.

`importlib.metadata` tells them too, and takes longer to import than a document to check.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

_METADATA = (".dist-info", ".egg-info")
_SAME = str.maketrans("-.", "__")


class EntryPoint(Struct, frozen=True, order=True):
    """A name that an installed package gives to a package, module or object of its own."""

    value: str
    name: str

    def load(self) -> Any:
        """The module, or what it calls so. Raises whatever importing raises."""
        module, _, attribute = self.value.partition(":")
        found: Any = import_module(module)
        for name in filter(None, attribute.split(".")):
            found = getattr(found, name)
        return found


def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group, sorted by their values. Nothing is imported."""
    groups = _installed(tuple(sys.path))
    return groups.get(group, ()) if groups else _told(group)


def _told(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group, where not even ours are on the disk, as in a frozen program."""
    from importlib.metadata import entry_points

    return tuple(sorted({EntryPoint(each.value, each.name) for each in entry_points(group=group)}))


@cache
def _installed(folders: tuple[str, ...]) -> dict[str, tuple[EntryPoint, ...]]:
    """The groups in files that name one of designlint's, as packages in `folders` fill them."""
    groups: dict[str, set[EntryPoint]] = {}
    for text in _texts(folders):
        group = ""
        for line in map(str.strip, text.splitlines()):
            if line.startswith("["):
                group = line.strip("[]")
            elif "=" in line and not line.startswith("#"):
                name, _, value = line.partition("=")
                # What stands in brackets behind a value is for installers.
                value = value.partition("[")[0].replace(" ", "")
                groups.setdefault(group, set()).add(EntryPoint(value, name.strip()))
    return {group: tuple(sorted(points)) for group, points in groups.items()}


def _texts(folders: tuple[str, ...]) -> Iterator[str]:
    """The files of entry points that name a group of designlint's.

    Of two versions of a package, the first in `folders` counts.
    """
    seen = set()
    for entry in _entries(folders):
        package = entry.name.rpartition(".")[0].partition("-")[0].lower().translate(_SAME)
        if package in seen:
            continue
        seen.add(package)
        try:
            content = Path(entry.path, "entry_points.txt").read_bytes()
        except OSError:
            continue
        if b"[designlint." in content:
            yield content.decode("utf-8", "replace")


def _entries(folders: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    """The folders, and old files, that hold the metadata of packages in `folders`."""
    for folder in folders:
        try:
            with os.scandir(folder or os.curdir) as entries:
                yield from (each for each in entries if each.name.lower().endswith(_METADATA))
        except OSError:
            continue
