"""Files → results: which to check, each checked or known, then all of them compared."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from designlint.check.across import compare_documents
from designlint.check.results import DocumentResults, Held, InMemory
from designlint.cli.judge import Judge
from designlint.cli.project import Project
from designlint.cli.sources import Sources
from designlint.cli.task import Task
from designlint.cli.versions import Versions
from designlint.cli.work import Crew
from designlint.config.plans import Overrides
from designlint.discovery.files import SourceFile, find_matching
from designlint.discovery.types import DocumentType
from designlint.document.source import Unreadable
from designlint.finding import Severity
from designlint.report.run import Run
from designlint.repository.disk import DiskFolders
from designlint.repository.tree import Tree
from designlint.rule import CrossDocumentRule

if TYPE_CHECKING:
    from designlint.cli.since import Since


@dataclass
class Session:
    """Checks files and collects what becomes of them.

    `fixed` is the type of all documents where the command line names one, `template_version`
    which version of their templates they are held to, `since` the change whose findings alone are
    told. With `registers` the documents are read for these alone. `crew` does the work. Its
    methods raise ConfigError and TemplateError.
    """

    project: Project
    overrides: Overrides
    today: date
    fixed: DocumentType | None = None
    template_version: str = ""
    registers: tuple[str, ...] = ()
    since: "Since | None" = None
    crew: Crew = field(default_factory=Crew)
    judge: Judge = field(init=False)
    _results: list[Held] = field(default_factory=list)
    _sources: Sources = field(default_factory=Sources)
    _defining: bool = False
    _unread: list[str] = field(default_factory=list)
    _skipped: int = 0

    def __post_init__(self) -> None:
        versions = Versions(self.project, self.template_version)
        self.judge = Judge(
            self.project, self.overrides, self.today, versions, self.fixed, self.registers
        )

    def check_files(self, files: Iterable[SourceFile]) -> None:
        """Check each file, or leave it alone."""
        wanted = []
        for file in files:
            if self.fixed and not file.named and self.judge.is_template(file.path):
                self._skipped += 1
                continue
            chosen, settled = self.judge.type_by_path(file.path)
            if settled and chosen is None and not self.judge.defines(file.path):
                self._skipped += 1
                continue
            self.judge.versions.expect(chosen, file.path)
            path = os.fspath(file.path)
            self._sources.expect(file.shown, path)
            wanted.append(Task(file.shown, path))
        for task, result in self.crew.work(wanted, self.judge):
            if not isinstance(result, Unreadable):
                self._take(result, Path(task.path))

    def check_text(self, source: str | Unreadable, shown: str, path: Path) -> None:
        """Check one text that reports call `shown` and that would be at `path`."""
        self._sources.expect(shown, os.fspath(path))
        self._sources.keep(shown, source if isinstance(source, str) else "")
        result = self.judge.judge(source, shown, path, path)
        self._take(None if result is None else InMemory(result), path)

    def _take(self, result: Held | None, path: Path) -> None:
        if result is None:
            self._skipped += 1
            return
        self._defining |= self.judge.defines(path) and bool(result.brief().rules)
        self._results.append(result)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader of the report has to know beside the findings."""
        return (*self.judge.versions.notices, *self._unread)

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
            for plan in map(self.judge.plan, self._types())
        }

    @property
    def templates(self) -> tuple[str, ...]:
        """The texts of the templates that documents were held to."""
        return tuple(each.template for each in self._types() if each is not None)

    def _types(self) -> list[DocumentType | None]:
        """The types of the results. Some may be known from earlier, and have no plan here."""
        names = {result.brief().type_name for result in self._results}
        types = dict.fromkeys(self.judge.plans)
        types |= dict.fromkeys(each for each in self.judge.types if each.name in names)
        return [*types, *([None] if "" in names and None not in types and not self.fixed else [])]

    def run(self) -> Run:
        """All that has come out so far, sorted by path, the documents compared.

        With `since`, only what the change brought.
        """
        folders = DiskFolders(self.project.working, self.project.bases)
        held = DocumentResults(self._results)
        collected = {rule for each in held.held for rule in each.brief().rules}
        rules = (rule for name, rule in self.project.options.items() if name in collected)
        across = [rule for rule in rules if isinstance(rule, CrossDocumentRule)]
        read = DocumentResults(self._read_along() if across else ())
        results = compare_documents(held, across, Tree(folders), read)
        run = Run(results, self._skipped, self._sources, self.project.registry.rules)
        if self.since is None:
            return run
        paths = self._sources.paths
        then = self.since.before(held, paths, self._sources, self.judge.judge)
        tree = Tree(self.since.past(folders))
        return then.only_brought(run, compare_documents(then.results, across, tree, read))

    def _read_along(self) -> Iterator[Held]:
        """What bears on the checked documents and is not checked itself, read for its facts."""
        related = [*self._related()]
        if not related:
            return
        read = {os.path.realpath(self.path_of(each.path)) for each in self._results}
        wanted = []
        for file in related:
            path = os.path.realpath(file.path)
            if path in read or self.project.chooser.template_owner(file.path) is not None:
                continue
            read.add(path)
            wanted.append(Task(file.shown, os.fspath(file.path), along=True))
        for task, result in self.crew.work(wanted, self.judge):
            if isinstance(result, Unreadable):
                unknown = "what it says of requirements is unknown"
                self._unread.append(f"{task.shown} {result.message}; {unknown}.")
            elif result is not None:
                yield result

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
