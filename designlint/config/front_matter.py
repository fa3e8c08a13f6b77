"""The JSON Schemas that a configuration names for front matter, read and checked."""

import os
from pathlib import Path

from designlint import disk
from designlint.config.errors import ConfigError, Key
from designlint.config.load import Settings
from designlint.discovery.files import repository_root, shown_path
from designlint.document.source import Unreadable, read_source
from designlint.metadata.schema import FrontMatterSchema, LibraryError, SchemaError, read_schema


def read_schemas(settings: Settings, working: Path) -> tuple[FrontMatterSchema | None, ...]:
    """The schema of each `[[documents]]` entry, which may be that of another of its type.

    Raises ConfigError, at the key that names the file, or at the place in the file itself.
    """
    own: dict[int, FrontMatterSchema] = {}
    shared: dict[str, FrontMatterSchema] = {}
    for index, entry in enumerate(settings.config.documents):
        if entry.front_matter_schema is not None:
            key = ("documents", index, "front-matter-schema")
            own[index] = _read(settings, key, entry.front_matter_schema, working)
            shared.setdefault(entry.type, own[index])
    return tuple(
        own.get(index, shared.get(entry.type))
        for index, entry in enumerate(settings.config.documents)
    )


def _read(settings: Settings, key: Key, name: str, working: Path) -> FrontMatterSchema:
    path = settings.folder / name
    root = repository_root(Path(os.path.realpath(settings.folder)))
    if not Path(os.path.realpath(path)).is_relative_to(root):
        raise settings.error(key, f"the schema {name} lies outside of {root.name or root}")
    if disk.kind(path) != disk.FILE:
        raise settings.error(key, f"there is no schema file {name}")
    shown = shown_path(path, working)
    source = read_source(path)
    if isinstance(source, Unreadable):
        raise ConfigError(shown, source.line, source.message)
    try:
        return read_schema(source)
    except SchemaError as error:
        raise ConfigError(shown, error.line, error.message) from error
    except LibraryError as error:
        install = "`pip install 'designlint[front-matter]'` brings it"
        raise settings.error(key, f"this needs the library jsonschema; {install}") from error
