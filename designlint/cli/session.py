"""Files → results: for each file its type, then its check, with one parse for both."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from designlint.check.across import compare_documents
from designlint.check.plan import Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document, unreadable_result
from designlint.cli.project import Project
from designlint.cli.sources import Sources
from designlint.cli.versions import Versions
from designlint.config.plans import Overrides, build_plan
from designlint.discovery.files import SourceFile
from designlint.discovery.types import DocumentType
from designlint.discovery.versions import Held
from designlint.document import parse_document
from designlint.document.source import Unreadable, read_source
from designlint.report.run import Run
from designlint.repository.disk import DiskFolders
from designlint.repository.tree import Folders, Tree
from designlint.rule import CrossDocumentRule

if TYPE_CHECKING:
    from designlint.cli.since import Since


@dataclass
class Session:
    """Checks files and collects what becomes of them.

    `fixed` is the type of all documents where the command line names one, `template_version`
    which version of their templates they are held to, `since` the change whose findings alone are
    told. Its methods raise ConfigError and TemplateError.
    """

    project: Project
    overrides: Overrides
    today: date
    fixed: DocumentType | None = None
    template_version: str = ""
    since: "Since | None" = None
    _versions: Versions = field(init=False)
    _plans: dict[DocumentType | None, Plan] = field(default_factory=dict)
    _results: list[DocumentResult] = field(default_factory=list)
    _paths: dict[str, Path] = field(default_factory=dict)
    _sources: Sources = field(default_factory=Sources)
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
            if settled and settled.type is None:
                self._skipped += 1
                continue
            self._versions.expect(settled.type if settled else self.fixed, file.path)
            wanted.append(file)
        for file in wanted:
            self._sources.expect(file.shown, file.path)
            self._check(read_source(file.path), file.shown, file.path)

    def check_text(self, source: str | Unreadable, shown: str, path: Path) -> None:
        """Check one text that reports call `shown` and that would be at `path`."""
        if isinstance(source, str):
            self._sources.keep(shown, source)
        self._check(source, shown, path)

    def _check(self, source: str | Unreadable, shown: str, path: Path) -> None:
        result = self._judge(source, shown, path, path)
        if result is None:
            self._skipped += 1
            return
        self._paths[shown] = path
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
        if chosen is None:
            return None
        held = self._versions.held(chosen, now) if now else Held(chosen)
        plan = self._plan(held.type)
        return check_document(document, replace(plan, born=held.born) if held.born else plan)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader of the report has to know of the templates' versions."""
        return self._versions.notices

    def run(self) -> Run:
        """All that has come out so far, sorted by path, the documents compared.

        With `since`, only what the change brought.
        """
        folders = DiskFolders(self.project.working, self.project.bases)
        results = self._compared(self._results, folders)
        run = Run(results, self._skipped, self._sources, self.project.registry.rules)
        if self.since is None:
            return run
        then = self.since.before(self._results, self._paths, self._sources, self._judge)
        past = self._compared(then.results, self.since.past(folders))
        return then.only_brought(run, past)

    def _compared(
        self, results: Iterable[DocumentResult], folders: Folders
    ) -> tuple[DocumentResult, ...]:
        rules = {
            active.rule.name(): active.rule
            for plan in self._plans.values()
            for active in plan.rules
            if isinstance(active.rule, CrossDocumentRule)
        }
        return compare_documents(results, rules.values(), Tree(folders))

    def _unreadable(self, problem: Unreadable, shown: str, path: Path) -> DocumentResult | None:
        """A finding, unless the path alone says that the file is no design document.

        Where it does not, nobody can tell, so the file is not passed over.
        """
        settled = None if self.fixed else self.project.chooser.by_path(path)
        if settled and settled.type is None:
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
            self._plans[document_type] = plan
        return plan
