"""Tasks shared out among processes that may die.

`concurrent.futures` gives up all that is left when one process dies, and takes as long to import
as a small run takes.
"""

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from msgspec import Struct

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_BATCHES = 16
"""How many batches each process gets, about, so that all of them end at about the same time."""
_LARGEST_BATCH = 16


class Raised(Struct, frozen=True):
    """What a task raised."""

    error: Exception


class Lost(Struct, frozen=True):
    """A task that a process had when it ended. `how` completes "a worker process …"."""

    how: str


class _Worker(Struct, Generic[_Task], eq=False):
    process: BaseProcess
    connection: Connection
    left: dict[int, _Task]

    def give(self, batch: dict[int, _Task]) -> None:
        """Send a batch; an empty one is the last."""
        self.left = batch
        with suppress(OSError):
            # One that is dead already shows when it is waited for.
            self.connection.send(batch)


def share_out(
    tasks: Sequence[_Task], work: Callable[[_Task], _Result], jobs: int
) -> Generator[tuple[int, _Result | Raised | Lost]]:
    """What `work` makes of each task, with its index, in the order in which they are done.

    `jobs` processes do it. Where they cannot be forked, tasks and `work` have to be picklable, as
    results always have. The processes end when the iterator is closed.
    """
    size = max(1, min(_LARGEST_BATCH, len(tasks) // (jobs * _BATCHES)))
    numbered = [*enumerate(tasks)]
    batches = deque(dict(numbered[at : at + size]) for at in range(0, len(tasks), size))
    workers: list[_Worker[_Task]] = []
    try:
        while batches and len(workers) < jobs:
            workers.append(_start(work, batches.popleft()))
        while workers:
            ready = wait([worker.connection for worker in workers])
            for worker in [each for each in workers if each.connection in ready]:
                try:
                    answer = worker.connection.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    how = _end_of(worker.process)
                    yield from ((at, Lost(how)) for at in worker.left)
                    if batches:
                        workers.append(_start(work, batches.popleft()))
                    continue
                if answer is not None:
                    worker.left.pop(answer[0], None)
                    yield answer
                elif batches:
                    worker.give(batches.popleft())
                else:
                    workers.remove(worker)
                    worker.give({})
                    worker.process.join()
    finally:
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _start(work: Callable[[_Task], _Result], batch: dict[int, _Task]) -> _Worker[_Task]:
    make = get_context("fork").Process if sys.platform == "linux" else get_context("spawn").Process
    here, there = Pipe()
    process = make(
        target=_serve, args=(work, there, here if sys.platform == "linux" else None), daemon=True
    )
    process.start()
    there.close()
    worker: _Worker[_Task] = _Worker(process, here, {})
    worker.give(batch)
    return worker


def _serve(
    work: Callable[[_Task], _Result], connection: Connection, inherited: Connection | None
) -> None:
    """Work off batches until there are none, or until whoever sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if inherited is not None:
        # Else this process would hold open the very end whose closing it waits for.
        inherited.close()
    with suppress(EOFError, OSError):
        while batch := connection.recv():
            for at, task in batch.items():
                connection.send((at, _done(work, task)))
            connection.send(None)


def _done(work: Callable[[_Task], _Result], task: _Task) -> _Result | Raised:
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001 - it is raised where the results go
        return Raised(error)


def _end_of(process: BaseProcess) -> str:
    process.join()
    code = process.exitcode or 0
    if code >= 0:
        return f"ended with exit code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
