"""`--changed-since REF`: what the documents of a run were, and what was found in them then."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from designlint.changes.brought import Former, only_brought
from designlint.changes.folders import PastFolders
from designlint.changes.former import FormerText, find_former
from designlint.changes.lines import UNCHANGED, KeptLines, kept_lines
from designlint.check.result import DocumentResult
from designlint.cli.output import Failure, notice
from designlint.cli.project import Project, or_fail
from designlint.config.errors import did_you_mean
from designlint.discovery.files import absolute, shown_path
from designlint.discovery.types import DocumentType
from designlint.document.source import Unreadable
from designlint.history.base import Base, read_base
from designlint.history.model import HistoryError, UnknownRevisionError
from designlint.report.run import Run
from designlint.report.summary import plural
from designlint.repository.disk import DiskFolders
from designlint.repository.tree import Folders, Tree

OPTION = "--changed-since"

Judge = Callable[[str | Unreadable, str, Path, Path | None], DocumentResult | None]
"""Checks a text: what reports call it, the path where it was, and the one where it is, if any."""


class Then(Struct, frozen=True):
    """The results of before a change, not compared: of documents that are there, and of others.

    With each of the former are the path that reports show now, and the lines that are kept.
    """

    there: tuple[tuple[str, KeptLines, DocumentResult], ...]
    gone: tuple[DocumentResult, ...]

    @property
    def results(self) -> tuple[DocumentResult, ...]:
        """All results."""
        return (*(result for _, _, result in self.there), *self.gone)

    def only_brought(self, run: Run, compared: Iterable[DocumentResult]) -> Run:
        """The run with what the change brought alone; `compared` are `results`, compared."""
        by_path = {result.path: result for result in compared}
        former = {shown: Former(by_path[each.path], lines) for shown, lines, each in self.there}
        return only_brought(run, former)


@dataclass(frozen=True, slots=True)
class Since:
    """A change: all that differs from `base`, committed or not.

    `folders` are those whose documents are asked for, `template_lines` what documents may have in
    common without being one.
    """

    project: Project
    revision: str
    base: Base = field(repr=False)
    folders: tuple[Path, ...]
    template_lines: frozenset[str] = field(repr=False)

    def past(self, present: Folders) -> PastFolders:
        """The folders as they were; `present` is how they are."""
        return PastFolders(self.base, str(self.base.repository.root), present)

    def before(
        self,
        results: Sequence[DocumentResult],
        paths: Mapping[str, Path],
        texts: Mapping[str, str],
        judge: Judge,
    ) -> Then:
        """What was found in the documents that now have these results, paths and texts.

        `paths` and `texts` are by the paths that reports show. Raises Failure.
        """
        names = {result.path: self.base.name_of(paths[result.path]) for result in results}
        foreign = sorted(shown for shown, name in names.items() if name is None)
        self._tell_of(foreign, len(names))
        shown_now = {name: shown for shown, name in names.items() if name is not None}
        try:
            former = find_former(
                self.base,
                {name: texts.get(shown, "") for name, shown in shown_now.items()},
                Tree(DiskFolders(self.project.working)),
                self.template_lines,
            )
        except HistoryError as error:
            raise Failure(f"{OPTION} {self.revision}: {error}") from error
        now = {result.path: result for result in results}
        there = [(shown, UNCHANGED, now[shown]) for shown in foreign]
        for name, old in former.by_name.items():
            shown = shown_now[name]
            text = texts.get(shown, "")
            moved = old.name != name
            if old.text == text and text and not moved:
                there.append((shown, UNCHANGED, now[shown]))
                continue
            path = paths[shown]
            result = (
                self._moved(old, judge, path) if moved else judge(old.source, shown, path, path)
            )
            # What was left alone then comes as new.
            if result is not None:
                there.append((shown, kept_lines(old.text, text), result))
        return Then(tuple(there), tuple(self._gone(former.gone, judge)))

    def _gone(self, texts: Iterable[FormerText], judge: Judge) -> Iterator[DocumentResult]:
        for old in texts:
            if self._asks_for(self._path(old)):
                result = self._moved(old, judge, None)
                if result is not None:
                    yield result

    def _moved(self, old: FormerText, judge: Judge, now: Path | None) -> DocumentResult | None:
        path = self._path(old)
        if self.project.exclude.match(path):
            return None
        return judge(old.source, shown_path(path, self.project.working), path, now)

    def _path(self, old: FormerText) -> Path:
        return self.base.repository.root / old.name

    def _asks_for(self, path: Path) -> bool:
        """Whether the document at `path` would be one of the run if it were there."""
        around = (folder for folder in self.folders if path.is_relative_to(folder))
        parts = (path.relative_to(folder).parts[:-1] for folder in around)
        return any(not any(part.startswith(".") for part in each) for each in parts)

    def _tell_of(self, foreign: Sequence[str], count: int) -> None:
        """Say which documents are in another repository or in none: they count as unchanged."""
        if not foreign:
            return
        root = self.base.repository.root
        if len(foreign) == count:
            raise Failure(f"{OPTION} {self.revision}: no document is in the repository {root}")
        more = len(foreign) - 1
        who = (
            f"{foreign[0]} and {plural(more, 'more document')} are" if more else f"{foreign[0]} is"
        )
        notice(f"{who} passed over: what changed outside of the repository {root} is not known")


def open_since(
    project: Project, revision: str, paths: Iterable[str], fixed: DocumentType | None
) -> Since:
    """What has changed since `revision` in the repository of the working folder.

    `paths` are what is to be checked, `fixed` is the type of all documents where the command line
    names one. Raises Failure.
    """
    try:
        base = read_base(project.working, revision)
    except HistoryError as error:
        hint = _hint(revision, error.known) if isinstance(error, UnknownRevisionError) else ""
        raise Failure(f"{OPTION} {revision}: {error}{hint}") from error
    given = (absolute(path, project.working) for path in paths)
    types = (fixed,) if fixed else or_fail(lambda: project.types)
    lines = frozenset(line for each in types for line in each.template.splitlines())
    return Since(project, revision, base, tuple(path for path in given if path.is_dir()), lines)


def _hint(revision: str, known: Iterable[str]) -> str:
    """The revision that was probably meant, or how to get it."""
    named = sorted(each for each in known if each.endswith(f"/{revision}"))
    if named:
        return f'; did you mean "{named[0]}"?'
    remote, _, branch = revision.partition("/")
    if branch and (remote == "origin" or any(each.startswith(f"{remote}/") for each in known)):
        return f"; `git fetch {remote} {branch}` brings that branch"
    return did_you_mean(revision, known)
