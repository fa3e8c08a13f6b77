"""Finds the configuration file and reads it into `Settings`."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from designlint import disk
from designlint.config.errors import ConfigError, Key
from designlint.config.model import Config
from designlint.discovery.files import shown_path
from designlint.expressions import expression
from designlint.facts.requirements import DEFAULT_SETTINGS, RequirementSettings
from designlint.language.lexicon import ENGLISH, Lexicon

NAME = "designlint.toml"
PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "designlint")
_AT_LINE = expression(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


class Settings(Struct, frozen=True, dict=True):
    """A configuration and where it came from.

    `folder` is what its paths and globs are relative to. `shown` is what messages call the file,
    empty where there is none; `text` is its text and `table` where in it the settings are.
    """

    config: Config
    folder: Path
    shown: str = ""
    text: str = ""
    table: tuple[str, ...] = ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The English words and those that the configuration adds."""
        words, requirements = self.config.words, self.config.requirements
        lexicon = ENGLISH if words is None else ENGLISH.extended(words.lists, words.statuses)
        return lexicon if requirements is None else lexicon.extended(requirements.lists())

    @cached_property
    def requirements(self) -> RequirementSettings:
        """What ids of requirements look like."""
        table = self.config.requirements
        return table.settings() if table is not None else DEFAULT_SETTINGS

    def error(self, key: Key, message: str, value: str = "") -> ConfigError:
        """A ConfigError at `key`, or at the string `value` within the key's value."""
        from designlint.config.locate import line_of  # Only on the way to an error message.

        return ConfigError(self.shown, line_of(self.text, (*self.table, *key), value), message)


def load_settings(start: Path, working: Path) -> Settings:
    """The nearest configuration at or above the absolute folder `start`; defaults without one.

    Raises ConfigError.
    """
    for folder in (start, *start.parents):
        path = folder / NAME
        if disk.kind(path) == disk.FILE:
            return read_settings(path, working)
        path = folder / PYPROJECT
        if disk.kind(path) == disk.FILE and _has_table(path):
            return read_settings(path, working)
    return default_settings(working)


def default_settings(working: Path) -> Settings:
    """What holds without a configuration file."""
    return Settings(Config(), working)


def read_settings(path: Path, working: Path) -> Settings:
    """The configuration in the file at the absolute `path`. Raises ConfigError."""
    return parse_settings(_read(path, shown_path(path, working)), path, working)


def parse_settings(text: str, path: Path, working: Path) -> Settings:
    """The configuration `text`, which is or is to be at the absolute `path`. Raises ConfigError."""
    import tomllib  # Most often there is no file to read.

    shown = shown_path(path, working)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(shown, text, str(error)) from None
    table: tuple[str, ...] = ()
    if path.name == PYPROJECT:
        table = _TABLE
        data = data.get("tool", {}).get("designlint")
        if data is None:
            raise ConfigError(shown, 1, "there is no [tool.designlint] table in this file")
    settings = Settings(Config(), path.parent, shown, text, table)
    return Settings(_validate(data, settings), path.parent, shown, text, table)


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml configures designlint; a broken one that may do so counts."""
    try:
        text = disk.read_bytes(path).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if "designlint" not in text:
        return False
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return re.search(r"^\s*\[+\s*tool\s*\.\s*designlint\b", text, re.MULTILINE) is not None
    return isinstance(tool, Mapping) and "designlint" in tool


def _read(path: Path, shown: str) -> str:
    try:
        return disk.read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(shown, 1, f"cannot be read: {reason}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(shown, line, "is not UTF-8") from error


def _syntax_error(shown: str, text: str, message: str) -> ConfigError:
    match = _AT_LINE.search(message)
    last = text.rstrip("\n").count("\n") + 1
    line = int(match[1]) if match and match[1] else last
    return ConfigError(shown, line, f"is not valid TOML: {_AT_LINE.sub('', message)}")


def _validate(data: Any, settings: Settings) -> Config:
    from designlint.config.plain import plain_config  # Often there is no file.

    plain = plain_config(data)
    if plain is not None:
        return plain
    from pydantic import ValidationError

    from designlint.config.explain import explain
    from designlint.config.tables import ConfigTable, read_config

    try:
        return read_config(data)
    except ValidationError as error:
        key, message, value = explain(error, ConfigTable)
        raise settings.error(key, message, value) from None
