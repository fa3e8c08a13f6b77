"""Who does the work of a run: this process or several, with what is known from earlier runs."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct, field

from designlint.cache.results import Results
from designlint.check.results import Held
from designlint.cli.judge import Judge
from designlint.cli.progress import Progress
from designlint.cli.task import Made, Outcome, Task, Worker, worker_of
from designlint.disk import cannot_be_repeated
from designlint.document.source import Unreadable
from designlint.workers.outcome import Lost, Raised

_WORTH_A_PROCESS = 250_000
"""Bytes of documents whose check takes longer than a process needs to start."""


def available() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew(Struct):
    """Does tasks: at most `processes` at once, those that are known in `results` not at all.

    `lost` says which could not be done.
    """

    processes: int = field(default_factory=available)
    results: Results | None = None
    progress: Progress = field(default_factory=Progress)
    lost: list[str] = field(default_factory=list)

    def work(
        self, tasks: Sequence[Task], judge: Judge
    ) -> Iterator[tuple[Task, Held | Unreadable | None]]:
        """Each task with what comes of it, in their order. Raises what the judge raises."""
        worker = worker_of(judge)
        results = None if judge.asks_git else self.results
        digests = [] if results is None else [task.digest() for task in tasks]
        made: dict[int, bytes | Outcome | Raised | Lost] = {}
        if results is not None:
            known = map(results.get, (task.key for task in tasks), digests)
            made |= {at: result for at, result in enumerate(known) if result is not None}
        known_before = frozenset(made)
        left = [at for at in range(len(tasks)) if at not in made]
        try:
            self.progress.start(len(tasks), len(made))
            for number, done in self._do([tasks[at] for at in left], worker):
                at = left[number]
                made[at] = done.outcome if isinstance(done, Made) else done
                if results is not None and isinstance(done, Made):
                    if isinstance(done.outcome, bytes):
                        results.put(tasks[at].key, done.digest, done.outcome)
                    if done.digest != digests[at]:
                        # It was edited before another process read it.
                        cannot_be_repeated()
                self.progress.step()
        finally:
            self.progress.stop()
            if results is not None:
                # That they cannot be kept only makes the next run slower.
                with suppress(OSError):
                    results.save()
        for at, task in enumerate(tasks):
            each = made.pop(at)
            if isinstance(each, Raised):
                raise each.error
            if isinstance(each, Lost):
                self.lost.append(f"{task.shown} was not checked: its worker process {each.how}")
            else:
                yield task, worker.held(task, each, fresh=at not in known_before)

    def _do(
        self, tasks: Sequence[Task], worker: Worker
    ) -> Iterator[tuple[int, Made | Raised | Lost]]:
        """What comes of each task, with its number, in the order in which they are done."""
        processes = min(self.processes, len(tasks))
        if processes > 1:
            processes = min(processes, sum(map(_size, tasks)) // _WORTH_A_PROCESS)
        if processes < 2 or worker.judge.asks_git:
            yield from enumerate(map(worker.do, tasks))
            return
        from designlint.workers.pool import share_out  # Most runs are of one process.

        with closing(share_out(tasks, worker.do, processes)) as shared:
            yield from shared


def _size(task: Task) -> int:
    try:
        return Path(task.path).stat().st_size
    except OSError:
        return 0
