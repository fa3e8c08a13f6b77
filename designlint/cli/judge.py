"""One text → its result: what type it is, what it is held to, and what its check gives."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from designlint.check.plan import Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document, unreadable_result
from designlint.cli.project import Project
from designlint.cli.versions import Versions
from designlint.config.plans import Overrides, build_plan
from designlint.discovery.types import DocumentType
from designlint.discovery.versions import Held
from designlint.document import parse_document
from designlint.document.source import Unreadable
from designlint.rule import CrossDocumentRule, SourceRule


class Judge(Struct):
    """Checks texts. Picklable.

    `fixed` is the type of all documents where the command line names one. With `registers` the
    documents are read for these alone, and no rule runs but those that say why one cannot be
    read. With `completeness` it is counted how much of documents is filled. Its methods raise
    ConfigError and TemplateError.
    """

    project: Project
    overrides: Overrides
    today: date
    versions: Versions
    fixed: DocumentType | None = None
    registers: tuple[str, ...] = ()
    completeness: bool = True
    _plans: dict[DocumentType | None, Plan] = field(default_factory=dict)

    def judge(
        self, source: str | Unreadable, shown: str, path: Path, now: Path | None
    ) -> DocumentResult | None:
        """The result for one text, or None for what is to be left alone.

        Reports call it `shown`, and it would be at `path`. `now` is where a document of old is
        today; None for one that is gone, which is held to the latest template.
        """
        if isinstance(source, Unreadable):
            return self._unreadable(source, shown, path)
        document = parse_document(source, shown)
        chosen = self.fixed or self.project.chooser.choose(document, path).type
        defines = self.defines(path)
        if chosen is None and not defines:
            return None
        if chosen is None:
            plan = self._comparing()
        else:
            held = self.versions.held(chosen, now) if now else Held(chosen)
            plan = self.plan(held.type)
            plan = replace(plan, born=held.born) if held.born else plan
        return check_document(document, _listing(plan) if defines else plan)

    def read_along(self, source: str, shown: str, path: Path) -> DocumentResult:
        """The facts of a document that bears on those that are checked."""
        plan = self._comparing()
        plan = _listing(plan) if self.defines(path) else plan
        return check_document(parse_document(source, shown), plan)

    @property
    def types(self) -> tuple[DocumentType, ...]:
        """The types that documents may have."""
        return (self.fixed,) if self.fixed else self.project.types

    @property
    def asks_git(self) -> bool:
        """Whether results depend on more than texts: documents may be held to old templates."""
        return self.versions.ask_git(self.types)

    def type_by_path(self, path: Path) -> tuple[DocumentType | None, bool]:
        """The type of a file as far as its path tells, and whether that settles it."""
        if self.fixed is not None:
            return self.fixed, True
        settled = self.project.chooser.by_path(path)
        return (settled.type, True) if settled else (None, False)

    def defines(self, path: Path) -> bool:
        """Whether the configuration names a file as one that defines requirements."""
        return (
            self.project.requirement_files.match(path)
            and self.project.chooser.template_owner(path) is None
        )

    def is_template(self, path: Path) -> bool:
        """Whether a file is a template that documents are held to."""
        own = self.fixed.template_path if self.fixed else None
        if own is not None and os.path.realpath(own) == os.path.realpath(path):
            return True
        return self.project.chooser.template_owner(path) is not None

    @property
    def plans(self) -> Mapping[DocumentType | None, Plan]:
        """The plans that were used, by the types of their documents."""
        return self._plans

    def plan(self, document_type: DocumentType | None) -> Plan:
        """What documents of a type are checked with; None for those of no type."""
        plan = self._plans.get(document_type)
        if plan is None:
            plan = build_plan(
                document_type,
                self.project.settings,
                self.project.registry,
                self.project.options,
                self.overrides,
                self.today,
            )
            plan = replace(plan, completeness=self.completeness)
            if self.registers:
                rules = tuple(each for each in plan.rules if isinstance(each.rule, SourceRule))
                plan = replace(plan, rules=rules, registers=self.registers, completeness=False)
            self._plans[document_type] = plan
        return plan

    def _comparing(self) -> Plan:
        """The plan for documents of no type: the rules that compare documents alone."""
        plan = self.plan(None)
        rules = (each for each in plan.rules if isinstance(each.rule, CrossDocumentRule))
        return replace(plan, rules=tuple(rules))

    def _unreadable(self, problem: Unreadable, shown: str, path: Path) -> DocumentResult | None:
        """A finding, unless the path alone says that the file is no design document.

        Where it does not, nobody can tell, so the file is not passed over.
        """
        chosen, settled = self.type_by_path(path)
        if settled and chosen is None and not self.defines(path):
            return None
        return unreadable_result(shown, problem, self.plan(chosen))


def _listing(plan: Plan) -> Plan:
    """The plan for a document that the configuration names as one that defines requirements."""
    return replace(plan, requirements=replace(plan.requirements, listed=True))
