"""Settings, registry and command line → the plan that each document type is checked with."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from designlint.check.plan import ActiveRule, Plan
from designlint.config.errors import UnknownNameError
from designlint.config.load import Settings
from designlint.config.validate import Options, selector, unknown_rule, unknown_selector
from designlint.discovery.types import DocumentType
from designlint.facts.status import normalise_status
from designlint.finding import Severity
from designlint.outline import Outline
from designlint.outline.model import ExpectedSection, TitlePattern
from designlint.registry import Registry
from designlint.rule import CrossDocumentRule, Rule, SourceRule

NO_OUTLINE = Outline(
    origin="",
    title=None,
    title_text="",
    root=ExpectedSection("", TitlePattern(), 0, 1, ()),
    placeholders=(),
    instructions=(),
)
"""What a document of no type is held against."""


class Overrides(Struct, frozen=True):
    """What the command line says; it wins over the configuration.

    `select` replaces the configured one, `ignore` adds to it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    as_status: str = ""

    def check(self, registry: Registry) -> None:
        """Raises UnknownNameError for a rule or group that nothing defines."""
        for name in (*self.select, *self.ignore):
            if not selector(name, registry):
                raise UnknownNameError(unknown_selector(name, registry))
        for name in self.severity:
            if name not in registry.rules:
                raise UnknownNameError(unknown_rule(name, registry.rules))


def build_plan(
    document_type: DocumentType | None,
    settings: Settings,
    registry: Registry,
    options: Options,
    overrides: Overrides,
    today: date,
) -> Plan:
    """The plan for documents of one type; None stands for documents whose type nobody knows.

    Raises TemplateError.
    """
    config, lexicon = settings.config, settings.lexicon
    outline = document_type.outline if document_type else replace(NO_OUTLINE, lexicon=lexicon)
    ladder = {
        normalise_status(status, lexicon): {
            rule: severity
            for rule, severity in severities.items()
            if rule not in overrides.severity
        }
        for status, severities in config.status.items()
    }
    own = document_type.severity if document_type else {}
    severities = {**config.severity, **own, **overrides.severity}
    asked = _selected(overrides.select, registry)
    select = asked or _selected(config.select, registry)
    # A rule that the command line asks for by its name runs, whatever the file ignores.
    ignore = _selected(config.ignore, registry) - asked | _selected(overrides.ignore, registry)
    laddered = {rule for raised in ladder.values() for rule in raised}
    active = []
    for name, rule_class in registry.rules.items():
        if not _is_wanted(rule_class, select, ignore):
            continue
        severity = _severity(rule_class, severities, select)
        silent = severity is Severity.OFF and name in severities and name not in laddered
        # What is off here may still tell of this document where it is on.
        if silent and not issubclass(rule_class, CrossDocumentRule):
            continue
        active.append(ActiveRule(options[name], severity))
    return Plan(
        type_name=document_type.name if document_type else "",
        outline=outline,
        rules=tuple(active),
        known_rules=frozenset(registry.rules),
        today=today,
        ladder=ladder,
        as_status=overrides.as_status,
        require_reason=config.require_reason,
        schema=document_type.schema if document_type else None,
        requirements=settings.requirements,
    )


def _selected(names: Iterable[str], registry: Registry) -> frozenset[str]:
    return frozenset(selector(name, registry) for name in names)


def _is_wanted(rule_class: type[Rule], select: frozenset[str], ignore: frozenset[str]) -> bool:
    names = {rule_class.name(), rule_class.group}
    # A file that cannot be read is passed over by every rule, so a narrow choice of rules must
    # not hide it.
    chosen = not select or names & select or issubclass(rule_class, SourceRule)
    return bool(chosen) and not names & ignore


def _severity(
    rule_class: type[Rule], severities: Mapping[str, Severity], select: Iterable[str]
) -> Severity:
    """The configured severity, or the rule's own.

    A rule that is off by default is a warning once it is selected by its name. Else it stays in
    the plan as off: a template may ask for it in places.
    """
    said = severities.get(rule_class.name())
    if said is not None:
        return said
    if rule_class.severity is Severity.OFF and rule_class.name() in select:
        return Severity.WARNING
    return rule_class.severity
