"""The plan: all that the check of one document depends on, beside its text and path."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from designlint.facts.requirements import DEFAULT_SETTINGS, RequirementSettings
from designlint.finding import Severity
from designlint.metadata.schema import FrontMatterSchema
from designlint.outline.model import Outline
from designlint.rule import Rule


class ActiveRule(Struct, frozen=True):
    """A rule with its options, and the severity that the configuration gives it."""

    rule: Rule
    severity: Severity


class Plan(Struct, frozen=True):
    """What one document type is checked with. Picklable.

    `known_rules` are the names that a suppressing comment may use, also of rules that are not
    selected. `ladder` maps a status to severities by rule name, which win over everything.
    `as_status` replaces the documents' own status unless it is empty. `born` is the ISO date of
    documents that state none, empty where it is not known. `schema` is what their front matter is
    held to instead of the template's. `requirements` says how to find them. `registers` are the
    names of those that the documents contribute to. `completeness` says whether to count how much
    of each section is filled.
    """

    type_name: str
    outline: Outline
    rules: tuple[ActiveRule, ...]
    known_rules: frozenset[str]
    today: date
    ladder: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)
    as_status: str = ""
    require_reason: bool = False
    born: str = ""
    schema: FrontMatterSchema | None = None
    requirements: RequirementSettings = DEFAULT_SETTINGS
    registers: tuple[str, ...] = ()
    completeness: bool = True
