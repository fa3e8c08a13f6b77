"""One file → what comes of it, as it travels between processes and runs."""

from pathlib import Path

from msgspec import Struct

from designlint import disk
from designlint.cache.codec import Facts, from_bytes, to_bytes
from designlint.check.result import DocumentResult
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
        return f"along {self.shown}" if self.along else self.shown

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
            return Made(source)
        result = self._judged(source, task)
        kept = _LEFT_ALONE if result is None else to_bytes(result, self.facts)
        return Made(result if kept is None else kept, disk.digest(content))

    def outcome(self, task: Task, made: bytes | Outcome) -> Outcome:
        """What came of a task. Bytes that do not say it, as of a damaged cache, are made anew."""
        if not isinstance(made, bytes):
            return made
        if made == _LEFT_ALONE:
            return None
        return from_bytes(made, self.facts) or self.outcome(task, self.do(task).outcome)

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
