"""One file → what comes of it, as it travels between processes and runs."""

from pathlib import Path

from msgspec import Struct

from designlint import disk
from designlint.cache.codec import Facts, Packed, from_bytes, to_bytes
from designlint.check.result import DocumentResult
from designlint.check.results import Held, InMemory
from designlint.cli.judge import Judge
from designlint.document.source import Unreadable, decode_source, read_content
from designlint.rule import CrossDocumentRule

Outcome = DocumentResult | Unreadable | None
"""None for a file that is left alone; Unreadable only for one that is to be read along."""
_LEFT_ALONE = b""


class Task(Struct, frozen=True):
    """A file to check, or to read `along` for its facts. Reports call it `shown`."""

    shown: str
    path: str
    along: bool = False

    @property
    def key(self) -> str:
        """What the cache calls it."""
        return f"{self.shown}\0along" if self.along else self.shown

    def digest(self) -> str:
        """What tells its content from others; empty where it cannot be read."""
        content = read_content(Path(self.path))
        return "" if isinstance(content, Unreadable) else disk.digest(content)


class Made(Struct, frozen=True):
    """What came of a task: bytes where it can be kept, with the digest of the file's content."""

    outcome: bytes | Outcome
    digest: str = ""


class Worker(Struct, frozen=True):
    """Does tasks. Picklable where its judge is."""

    judge: Judge
    facts: Facts

    def do(self, task: Task) -> Made:
        """Check a file, or read it along."""
        path = Path(task.path)
        content = read_content(path)
        if isinstance(content, Unreadable):
            return Made(content if task.along else self._judged(content, task))
        source = decode_source(content)
        if task.along and isinstance(source, Unreadable):
            return Made(source, disk.digest(content))
        result = self._judged(source, task)
        kept = _LEFT_ALONE if result is None else self._kept(result)
        return Made(result if kept is None else kept, disk.digest(content))

    def held(
        self, task: Task, made: bytes | Outcome, fresh: bool = False
    ) -> Held | Unreadable | None:
        """What came of a task. Bytes that do not say it, as of a damaged cache, are made anew.

        Those that are `fresh`, of this run, say it.
        """
        if isinstance(made, DocumentResult):
            return InMemory(made)
        if made is None or isinstance(made, Unreadable):
            return made
        if made == _LEFT_ALONE:
            return None
        if fresh:
            return Packed(task.shown, made, self.facts)
        known = from_bytes(task.shown, made, self.facts)
        return self.held(task, self.do(task).outcome, fresh=True) if known is None else known

    def _kept(self, result: DocumentResult) -> bytes | None:
        """The result as it is kept; a rule that raised may do better the next time."""
        return None if result.failures else to_bytes(result, self.facts)

    def _judged(self, source: str | Unreadable, task: Task) -> DocumentResult | None:
        path = Path(task.path)
        if task.along and not isinstance(source, Unreadable):
            return self.judge.read_along(source, task.shown, path)
        return self.judge.judge(source, task.shown, path, path)


def worker_of(judge: Judge) -> Worker:
    """A worker that can put into bytes the facts of all rules that name their classes."""
    rules = judge.project.registry.rules.values()
    compare = (rule for rule in rules if issubclass(rule, CrossDocumentRule))
    return Worker(judge, {rule.name(): rule.facts for rule in compare})
