"""Configuration, rules and document types of one run, as every command needs them."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import click
from msgspec import Struct

from designlint import disk
from designlint.cli.output import Failure
from designlint.config import ConfigError, Settings, load_settings
from designlint.config.document_types import configured_types, installed_types, template_type
from designlint.config.load import default_settings, read_settings
from designlint.config.validate import Options, unknown_type, validate
from designlint.discovery.files import absolute, repository_root
from designlint.discovery.globs import Globs
from designlint.discovery.types import DocumentType, TypeChooser
from designlint.outline import TemplateError
from designlint.registry import PluginError, Registry, load_registry

Command = TypeVar("Command", bound=Callable[..., object])


class Project(Struct, frozen=True, dict=True):
    """What the configuration and the installed packs give. `working` is an absolute folder."""

    working: Path
    settings: Settings
    registry: Registry
    options: Options

    @cached_property
    def types(self) -> tuple[DocumentType, ...]:
        """The types that the configuration lists, or else those that are installed."""
        if self.settings.config.documents:
            return configured_types(self.settings, self.registry, self.working)
        root = repository_root(self.working)
        return installed_types(self.registry, root, self.settings.lexicon)

    @cached_property
    def chooser(self) -> TypeChooser:
        """Chooses among `types`."""
        shown = self.settings.shown if self.settings.config.documents else ""
        return TypeChooser(self.types, shown)

    @cached_property
    def exclude(self) -> Globs:
        """The files never to check."""
        return Globs(self.settings.config.exclude, self.settings.folder)

    @cached_property
    def requirement_files(self) -> Globs:
        """The documents that define requirements, whatever type they are of."""
        table = self.settings.config.requirements
        return Globs(table.files if table else (), self.settings.folder)

    @property
    def bases(self) -> tuple[Path, ...]:
        """The folders that documents outside of any repository may belong to."""
        return (self.settings.folder, self.working)

    def type_named(self, name: str) -> DocumentType:
        """The type of this name, configured or installed. Raises Failure."""
        known = {each.name: each for each in self._installed}
        known |= {each.name: each for each in reversed(self.types)}
        if name not in known:
            raise Failure(unknown_type(name, known))
        return known[name]

    def with_template(self, name: str) -> DocumentType:
        """The type that a file stands for, or that has this name. Raises Failure.

        Its template compiles: a broken one is a Failure, too.
        """
        path = absolute(name, self.working)
        if disk.kind(path) == disk.FILE:
            words = self.settings.lexicon
            chosen = or_fail(lambda: template_type(path, self.working, lexicon=words))
        elif path.suffix or "/" in name:
            raise Failure(f"{name} does not exist")
        else:
            chosen = self.type_named(name)
        or_fail(lambda: chosen.outline)
        return chosen

    @property
    def _installed(self) -> tuple[DocumentType, ...]:
        return installed_types(self.registry, self.working, self.settings.lexicon)


def open_project(config: str | None, no_config: bool) -> Project:
    """Load the configuration and everything it names. Raises Failure."""
    working = Path.cwd()
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config exclude one another.")
    try:
        if no_config:
            settings = default_settings(working)
        elif config is not None:
            settings = read_settings(absolute(config, working), working)
        else:
            settings = load_settings(working, working)
        registry = load_registry(settings.config.plugins)
        return Project(working, settings, registry, validate(settings, registry))
    except (ConfigError, PluginError) as error:
        raise Failure(str(error)) from error


def or_fail(action: Callable[[], "_Result"]) -> "_Result":
    """What `action` returns; its ConfigError or TemplateError as a Failure."""
    try:
        return action()
    except (ConfigError, TemplateError) as error:
        raise Failure(str(error)) from error


_Result = TypeVar("_Result")


def config_options(command: Command) -> Command:
    """The options `--config` and `--no-config`, which every command has."""
    command = click.option("--no-config", is_flag=True, help="Read no configuration file.")(command)
    return click.option(
        "--config",
        metavar="FILE",
        help="The configuration file, in place of the nearest one upward from here.",
    )(command)
