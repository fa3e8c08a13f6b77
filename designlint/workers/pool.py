"""Tasks shared out among processes that may die.

`concurrent.futures` gives up all that is left when one process dies, and takes as long to import
as a small run takes.
"""

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pickle import dumps, loads
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from designlint.workers.outcome import Lost, Raised

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_BATCHES = 16
"""How many batches each process gets, about, so that all of them end at about the same time."""
_LARGEST_BATCH = 16
Method = Literal["fork", "spawn"]
USUAL: Method = "fork" if sys.platform == "linux" else "spawn"
"""How processes are made: forking is quick, and safe on Linux alone."""


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
    tasks: Sequence[_Task], work: Callable[[_Task], _Result], jobs: int, method: Method = USUAL
) -> Generator[tuple[int, _Result | Raised | Lost]]:
    """What `work` makes of each task, with its index, in the order in which they are done.

    `jobs` processes do it. Tasks have to be picklable, and so has `work` where processes are
    spawned. A result that is not is Lost. The processes end when the iterator is closed.
    """
    size = max(1, min(_LARGEST_BATCH, len(tasks) // (jobs * _BATCHES)))
    numbered = [*enumerate(tasks)]
    batches = deque(dict(numbered[at : at + size]) for at in range(0, len(tasks), size))
    workers: list[_Worker[_Task]] = []
    try:
        while batches and len(workers) < jobs:
            workers.append(_start(work, batches.popleft(), method))
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
                        workers.append(_start(work, batches.popleft(), method))
                    continue
                if answer is not None:
                    at, packed = answer
                    worker.left.pop(at, None)
                    yield at, _unpacked(packed)
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


def _start(
    work: Callable[[_Task], _Result], batch: dict[int, _Task], method: Method
) -> _Worker[_Task]:
    make = get_context("fork").Process if method == "fork" else get_context("spawn").Process
    here, there = Pipe()
    process = make(
        target=_serve, args=(work, there, here if method == "fork" else None), daemon=True
    )
    with _interrupts_held():
        process.start()
    there.close()
    worker: _Worker[_Task] = _Worker(process, here, {})
    worker.give(batch)
    return worker


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that starts now hears nothing of Ctrl-C before it can ignore it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
                connection.send((at, _packed(_done(work, task))))
            connection.send(None)


def _done(work: Callable[[_Task], _Result], task: _Task) -> _Result | Raised:
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001 - it is raised where the results go
        return Raised(error)


def _packed(done: object) -> bytes:
    try:
        return dumps(done)
    except Exception as error:  # noqa: BLE001 - anything may be in a result, or in an exception
        return dumps(Lost(f"could not send its result: {error}"))


def _unpacked(packed: bytes) -> "_Result | Raised | Lost":
    try:
        done: _Result | Raised | Lost = loads(packed)  # noqa: S301 - a process of ours made it
    except Exception as error:  # noqa: BLE001 - as above
        return Lost(f"sent a result that cannot be read: {error}")
    return done


def _end_of(process: BaseProcess) -> str:
    process.join()
    code = process.exitcode or 0
    if code >= 0:
        return f"ended with exit code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
