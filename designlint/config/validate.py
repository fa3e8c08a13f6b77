"""Holds a configuration against the rules and types that are there."""

from collections.abc import Iterable, Mapping

from designlint import disk
from designlint.config.errors import Key, did_you_mean
from designlint.config.load import Settings
from designlint.config.options import OptionError, make_rule
from designlint.config.patterns import pattern_problem
from designlint.discovery.globs import glob_problem
from designlint.discovery.types import LATEST
from designlint.registry import Registry
from designlint.rule import Rule

Options = Mapping[str, Rule]
"""Rules with the options that the configuration gives them, by name."""


def validate(settings: Settings, registry: Registry) -> Options:
    """Check every name, glob and path, and make every rule with its options.

    Raises ConfigError for the first problem.
    """
    config = settings.config
    for name in ("select", "ignore"):
        for index, value in enumerate(getattr(config, name)):
            _check_selector(settings, (name, index), value, registry)
    for pattern in config.exclude:
        _check_glob(settings, ("exclude",), pattern)
    _check_rules(settings, ("severity",), config.severity, registry)
    for status, severities in config.status.items():
        _check_rules(settings, ("status", status), severities, registry)
    _check_documents(settings, registry)
    _check_requirements(settings)
    _check_rules(settings, ("rules",), config.rules, registry)
    return {
        name: _with_options(settings, name, rule_class)
        for name, rule_class in registry.rules.items()
    }


def unknown_rule(name: str, known: Iterable[str]) -> str:
    """What to say of a rule that nothing defines."""
    return f'unknown rule "{name}"{did_you_mean(name, known)}'


def unknown_selector(name: str, registry: Registry) -> str:
    """What to say of a name that is neither a rule's nor a group's."""
    return f'unknown rule or group "{name}"{did_you_mean(name, _selectors(registry))}'


def unknown_type(name: str, known: Iterable[str]) -> str:
    """What to say of a document type that nothing defines."""
    return f'unknown document type "{name}"{did_you_mean(name, known)}'


def selector(name: str, registry: Registry) -> str:
    """The rule or group that `name` stands for, as `empty-field`, `fields` or
    `fields/empty-field`; empty where it is none.
    """
    group, slash, rule = name.rpartition("/")
    if slash and rule in registry.rules and registry.rules[rule].group == group:
        return rule
    return name if name in registry.rules or name in registry.groups else ""


def version_problem(version: str) -> str:
    """What is wrong with a `template-version`, whatever git has; empty for a good one."""
    from designlint.history.model import is_revision  # Most templates have one version.

    if is_revision(version):
        return ""
    return f'"{version}" is no version: write "latest", "birth", or a tag or other revision'


def _selectors(registry: Registry) -> tuple[str, ...]:
    return (*registry.rules, *registry.groups)


def _check_selector(settings: Settings, key: Key, name: str, registry: Registry) -> None:
    if not selector(name, registry):
        raise settings.error(key, unknown_selector(name, registry), name)


def _check_rules(settings: Settings, key: Key, names: Iterable[str], registry: Registry) -> None:
    for name in names:
        if name not in registry.rules:
            raise settings.error((*key, name), unknown_rule(name, registry.rules))


def _check_glob(settings: Settings, key: Key, pattern: str) -> None:
    problem = glob_problem(pattern)
    if problem:
        raise settings.error(key, f'the glob "{pattern}" {problem}', pattern)


def _check_documents(settings: Settings, registry: Registry) -> None:
    documents = settings.config.documents
    own = [entry.type for entry in documents if entry.template is not None]
    for index, entry in enumerate(documents):
        key: Key = ("documents", index)
        if entry.template is not None:
            if disk.kind(settings.folder / entry.template) != disk.FILE:
                raise settings.error(
                    (*key, "template"), f"there is no template file {entry.template}"
                )
        elif entry.type not in registry.types and entry.type not in own:
            hint = did_you_mean(entry.type, (*registry.types, *own))
            raise settings.error(
                (*key, "type"),
                f'unknown document type "{entry.type}"'
                + (hint or "; give its template with `template = …`"),
            )
        if entry.template_version is not None:
            problem = version_problem(entry.template_version)
            if not problem and entry.type not in own and entry.template_version != LATEST:
                problem = (
                    f"type {entry.type} is built in, and its template is not in your "
                    "repository; give one of your own with `template = …`"
                )
            if problem:
                raise settings.error((*key, "template-version"), problem)
        for pattern in entry.files:
            _check_glob(settings, (*key, "files"), pattern)
        _check_rules(settings, (*key, "severity"), entry.severity, registry)


def _check_requirements(settings: Settings) -> None:
    table = settings.config.requirements
    if table is None:
        return
    for glob in table.files:
        _check_glob(settings, ("requirements", "files"), glob)
    for pattern in table.pattern:
        problem = pattern_problem(pattern)
        if problem:
            message = f"the pattern `{pattern}` {problem}"
            raise settings.error(("requirements", "pattern"), message, pattern)


def _with_options(settings: Settings, name: str, rule_class: type[Rule]) -> Rule:
    try:
        return make_rule(rule_class, settings.config.rules.get(name))
    except OptionError as error:
        message = error.message if error.unknown else f"rule {name}: {error.message}"
        raise settings.error(("rules", name, *error.key), message, error.value) from None
