"""Files → results: for each file its type, then its check, with one parse for both."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from designlint.check.across import compare_documents
from designlint.check.plan import Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document, unreadable_result
from designlint.cli.project import Project
from designlint.cli.sources import Sources
from designlint.cli.versions import Versions
from designlint.config.plans import Overrides, build_plan
from designlint.discovery.files import SourceFile, find_matching
from designlint.discovery.types import DocumentType
from designlint.discovery.versions import Held
from designlint.document import parse_document
from designlint.document.source import Unreadable, read_source
from designlint.finding import Severity
from designlint.report.run import Run
from designlint.repository.disk import DiskFolders
from designlint.repository.tree import Tree
from designlint.rule import CrossDocumentRule, SourceRule

if TYPE_CHECKING:
    from designlint.cli.since import Since


@dataclass
class Session:
    """Checks files and collects what becomes of them.

    `fixed` is the type of all documents where the command line names one, `template_version`
    which version of their templates they are held to, `since` the change whose findings alone are
    told. With `registers` the documents are read for these alone, and no rule runs but those that
    say why one cannot be read. Its methods raise ConfigError and TemplateError.
    """

    project: Project
    overrides: Overrides
    today: date
    fixed: DocumentType | None = None
    template_version: str = ""
    registers: tuple[str, ...] = ()
    since: "Since | None" = None
    _versions: Versions = field(init=False)
    _plans: dict[DocumentType | None, Plan] = field(default_factory=dict)
    _results: list[DocumentResult] = field(default_factory=list)
    _sources: Sources = field(default_factory=Sources)
    _checked: set[str] = field(default_factory=set)
    _defining: bool = False
    _unread: list[str] = field(default_factory=list)
    _skipped: int = 0

    def __post_init__(self) -> None:
        self._versions = Versions(self.project, self.template_version)

    def check_files(self, files: Iterable[SourceFile]) -> None:
        """Check each file, or leave it alone."""
        wanted = []
        for file in files:
            if self.fixed and not file.named and self._is_template(file.path, self.fixed):
                self._skipped += 1
                continue
            settled = None if self.fixed else self.project.chooser.by_path(file.path)
            if settled and settled.type is None and not self._defines(file.path):
                self._skipped += 1
                continue
            self._versions.expect(settled.type if settled else self.fixed, file.path)
            wanted.append(file)
        for file in wanted:
            self._sources.expect(file.shown, file.path)
            self._check(read_source(file.path), file.shown, file.path)

    def check_text(self, source: str | Unreadable, shown: str, path: Path) -> None:
        """Check one text that reports call `shown` and that would be at `path`."""
        self._sources.expect(shown, path)
        self._sources.keep(shown, source if isinstance(source, str) else "")
        self._check(source, shown, path)

    def _check(self, source: str | Unreadable, shown: str, path: Path) -> None:
        result = self._judge(source, shown, path, path)
        if result is None:
            self._skipped += 1
            return
        self._checked.add(os.path.realpath(path))
        self._defining |= isinstance(source, str) and self._defines(path)
        self._results.append(result)

    def _judge(
        self, source: str | Unreadable, shown: str, path: Path, now: Path | None
    ) -> DocumentResult | None:
        """The result for one text, or None for what is to be left alone.

        `now` is where a document of old is today; None for one that is gone, which is held to the
        latest template.
        """
        if isinstance(source, Unreadable):
            return self._unreadable(source, shown, path)
        document = parse_document(source, shown)
        chosen = self.fixed or self.project.chooser.choose(document, path).type
        defines = self._defines(path)
        if chosen is None and not defines:
            return None
        if chosen is None:
            plan = self._comparing()
        else:
            held = self._versions.held(chosen, now) if now else Held(chosen)
            plan = self._plan(held.type)
            plan = replace(plan, born=held.born) if held.born else plan
        return check_document(document, _listing(plan) if defines else plan)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader of the report has to know beside the findings."""
        return (*self._versions.notices, *self._unread)

    def path_of(self, shown: str) -> Path:
        """Where the file is that reports call `shown`."""
        return self._sources.path_of(shown)

    @property
    def rules(self) -> dict[str, frozenset[str]]:
        """The names of the rules that ran, by document type; those that are off left out."""
        return {
            plan.type_name: frozenset(
                active.rule.name()
                for active in plan.rules
                if active.severity is not Severity.OFF
                or not isinstance(active.rule, CrossDocumentRule)
            )
            for plan in self._plans.values()
        }

    @property
    def templates(self) -> tuple[str, ...]:
        """The texts of the templates that documents were held to."""
        return tuple(each.template for each in self._plans if each is not None)

    def run(self) -> Run:
        """All that has come out so far, sorted by path, the documents compared.

        With `since`, only what the change brought.
        """
        folders = DiskFolders(self.project.working, self.project.bases)
        rules = {
            active.rule.name(): active.rule
            for plan in self._plans.values()
            for active in plan.rules
            if isinstance(active.rule, CrossDocumentRule)
        }
        read = tuple(self._read_along()) if rules else ()
        across = rules.values()
        results = compare_documents(self._results, across, Tree(folders), read)
        run = Run(results, self._skipped, self._sources, self.project.registry.rules)
        if self.since is None:
            return run
        paths = self._sources.paths
        then = self.since.before(self._results, paths, self._sources, self._judge)
        tree = Tree(self.since.past(folders))
        return then.only_brought(run, compare_documents(then.results, across, tree, read))

    def _read_along(self) -> Iterator[DocumentResult]:
        """What bears on the checked documents and is not checked itself, read for its facts."""
        read = set(self._checked)
        for file in self._related():
            path = os.path.realpath(file.path)
            if path in read or self.project.chooser.template_owner(file.path) is not None:
                continue
            read.add(path)
            source = read_source(file.path)
            if isinstance(source, Unreadable):
                unknown = "what it says of requirements is unknown"
                self._unread.append(f"{file.shown} {source.message}; {unknown}.")
            else:
                plan = self._comparing()
                plan = _listing(plan) if self._defines(file.path) else plan
                yield check_document(parse_document(source, file.shown), plan)

    def _related(self) -> Iterator[SourceFile]:
        """The documents that define requirements; where one is checked, all that may address them.

        A commit that changes a requirement and one design does not leave the others uncovered.
        """
        project = self.project
        if project.requirement_files.patterns:
            yield from find_matching(project.requirement_files, project.working)
        if self._defining and project.settings.config.documents:
            for each in project.types:
                for file in find_matching(each.files, project.working):
                    if not project.exclude.match(file.path):
                        yield file

    def _defines(self, path: Path) -> bool:
        """Whether the configuration names a file as one that defines requirements."""
        return (
            self.project.requirement_files.match(path)
            and self.project.chooser.template_owner(path) is None
        )

    def _comparing(self) -> Plan:
        """The plan for documents of no type: the rules that compare documents alone."""
        plan = self._plan(None)
        rules = (each for each in plan.rules if isinstance(each.rule, CrossDocumentRule))
        return replace(plan, rules=tuple(rules))

    def _unreadable(self, problem: Unreadable, shown: str, path: Path) -> DocumentResult | None:
        """A finding, unless the path alone says that the file is no design document.

        Where it does not, nobody can tell, so the file is not passed over.
        """
        settled = None if self.fixed else self.project.chooser.by_path(path)
        if settled and settled.type is None and not self._defines(path):
            return None
        return unreadable_result(
            shown, problem, self._plan(settled.type if settled else self.fixed)
        )

    def _is_template(self, path: Path, fixed: DocumentType) -> bool:
        own = fixed.template_path
        if own is not None and os.path.realpath(own) == os.path.realpath(path):
            return True
        return self.project.chooser.template_owner(path) is not None

    def _plan(self, document_type: DocumentType | None) -> Plan:
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
            if self.registers:
                rules = tuple(each for each in plan.rules if isinstance(each.rule, SourceRule))
                plan = replace(plan, rules=rules, registers=self.registers)
            self._plans[document_type] = plan
        return plan


def _listing(plan: Plan) -> Plan:
    """The plan for a document that the configuration names as one that defines requirements."""
    return replace(plan, requirements=replace(plan.requirements, listed=True))
