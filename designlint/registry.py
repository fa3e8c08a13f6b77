"""Finds rules and document types, the built-in ones through the same door as anybody's.

The entry point group `designlint.rules` names packages; each is walked, every `Rule` defined in
a module of it is registered, and so is every document type that its `types.toml` lists.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from designlint.entry_points import entry_points
from designlint.rule import Rule

GROUP = "designlint.rules"


class PluginError(Exception):
    """A plugin that cannot be used, with the reason in one line."""


class PackType(Struct, frozen=True):
    """A document type that a pack of rules brings along.

    `template` is the template's text, `origin` what to call it in messages, `files` the usual
    paths of such documents, as globs, `pack` the package that brings it. `likeness` is the share
    of the template's sections that makes any file a document of the type.
    """

    name: str
    summary: str
    template: str
    origin: str
    files: tuple[str, ...]
    pack: str
    likeness: float = 0.5


class Registry(Struct, frozen=True):
    """All rules and document types that are there to be used, each by its name.

    `code` is where that of their packs is, and of designlint: folders and files.
    """

    rules: dict[str, type[Rule]]
    types: dict[str, PackType]
    code: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that the rules belong to, sorted."""
        return tuple(sorted({rule.group for rule in self.rules.values()}))


def load_registry(plugins: Iterable[str] = ()) -> Registry:
    """Load every pack that is installed, and the packages or modules named in `plugins`.

    Raises PluginError for a pack that does not import, holds no rule and no type, or takes a
    name that another has.
    """
    rules: dict[str, type[Rule]] = {}
    types: dict[str, PackType] = {}
    points = sorted(entry_points(GROUP), key=lambda point: point.name)
    names = dict.fromkeys([*(point.value for point in points), *plugins])
    code = dict.fromkeys([str(Path(__file__).parent)])
    for package_name in names:
        found = 0
        package = _import(package_name)
        code |= dict.fromkeys(_code_of(package))
        for rule in _rules_in(package):
            other = rules.setdefault(rule.name(), rule)
            if other is not rule:
                raise PluginError(
                    f"plugin {package_name}: rule {rule.name()} is already defined by "
                    f"{other.__module__}"
                )
            found += 1
        for pack_type in _types_in(package):
            if pack_type.name in types:
                raise PluginError(
                    f"plugin {package_name}: document type {pack_type.name} is already defined "
                    f"by {types[pack_type.name].pack}"
                )
            types[pack_type.name] = pack_type
            found += 1
        if not found:
            raise PluginError(f"plugin {package_name} defines no rule and no document type")
    return Registry(dict(sorted(rules.items())), dict(sorted(types.items())), tuple(code))


def _import(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (Exception, SystemExit) as error:
        raise PluginError(
            f"plugin {name} cannot be loaded: {type(error).__name__}: {error}"
        ) from error


def _code_of(module: ModuleType) -> Iterator[str]:
    """The folders of the package that a module is in, or the file of one on its own."""
    top = sys.modules[module.__name__.partition(".")[0]]
    yield from getattr(top, "__path__", ()) or (str(top.__file__),)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for module in pkgutil.walk_packages(getattr(package, "__path__", ()), f"{package.__name__}."):
        yield _import(module.name)


def _rules_in(package: ModuleType) -> Iterator[type[Rule]]:
    for module in _modules(package):
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, Rule)
                and value.__module__ == module.__name__
                and not value.__name__.startswith("_")
            ):
                for attribute in ("group", "severity"):
                    if not hasattr(value, attribute):
                        raise PluginError(
                            f"plugin {package.__name__}: rule {value.name()} states no {attribute}"
                        )
                yield value


def _types_in(package: ModuleType) -> Iterator[PackType]:
    for folder in map(Path, getattr(package, "__path__", ())):
        if (folder / "types.toml").is_file():
            yield from _listed_types(folder, package.__name__)


def _listed_types(folder: Path, package: str) -> Iterator[PackType]:
    import tomllib  # Only a pack with types needs it.

    try:
        entries = tomllib.loads((folder / "types.toml").read_text("utf-8"))
        for name, entry in entries.items():
            yield PackType(
                name,
                str(entry["summary"]),
                (folder / entry["template"]).read_text("utf-8"),
                f"{package}/{entry['template']}",
                tuple(entry.get("files", ())),
                package,
                float(entry.get("likeness", 0.5)),
            )
    except KeyError as error:
        raise PluginError(f"plugin {package}: types.toml: type {name} states no {error}") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise PluginError(f"plugin {package}: types.toml: {error}") from error
