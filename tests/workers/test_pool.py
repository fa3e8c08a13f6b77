"""Tasks are done by processes that may die, fail, and send what nobody can read."""

import multiprocessing
import os
import pickle
import select
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from designlint.config.errors import ConfigError
from designlint.outline.errors import TemplateError
from designlint.workers.outcome import Lost, Raised
from designlint.workers.pool import Method, share_out


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


class ForgetfulError(Exception):
    """Made of two things, and remembers one."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)
        self.two = two


class Closed:
    """Cannot be sent, as most things that rules hold on to cannot."""

    def __reduce__(self) -> str:
        raise TypeError("it is closed")


def double(task: int) -> int:
    return 2 * task


def whose(task: int) -> int:
    time.sleep(0.001)
    return os.getpid()


def die(task: int) -> int:
    if task == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def leave(task: int) -> int:
    os._exit(3)


def leave_properly(task: int) -> int:
    raise SystemExit(4)


def fail(task: int) -> int:
    if task % 2:
        raise ConfigError("designlint.toml", task, "no")
    return task


def fail_strangely(task: int) -> object:
    if task == 0:
        return Closed()
    if task == 1:
        raise ForgetfulError("a", "b")
    if task == 2:
        return ForgetfulError("a", "b")
    return task


def large(task: int) -> bytes:
    return bytes(3_000_000)


def slow(task: int) -> int:
    if task:
        time.sleep(60)
    return task


def results(
    work: Callable[[int], Any], tasks: int, jobs: int = 2, method: Method = "fork"
) -> dict[int, Any]:
    """What comes of tasks 0, 1, 2, …; nothing comes twice."""
    pairs = list(share_out(range(tasks), work, jobs, method))
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


@pytest.mark.parametrize("jobs", [1, 2, 5, 40])
@pytest.mark.parametrize("tasks", [0, 1, 7, 300])
def test_each_task_is_done_once(tasks: int, jobs: int) -> None:
    assert results(double, tasks, jobs) == {task: 2 * task for task in range(tasks)}


def test_spawned_processes_do_the_same() -> None:
    assert results(double, 40, 2, "spawn") == {task: 2 * task for task in range(40)}
    found = results(die, 8, 2, "spawn")
    assert found[5] == Lost("was ended by SIGKILL")
    assert found[7] == 7


def test_the_work_is_done_elsewhere_and_shared() -> None:
    processes = set(results(whose, 200).values())
    assert os.getpid() not in processes
    assert len(processes) == 2


def test_a_process_that_dies_takes_its_task_along_and_no_other() -> None:
    found = results(die, 12, 3)
    assert found.pop(5) == Lost("was ended by SIGKILL")
    assert found == {task: task for task in range(12) if task != 5}


def test_what_was_done_of_a_batch_is_not_lost() -> None:
    tasks = 2 * 16 * 8
    found = results(die, tasks)
    lost = [task for task, result in found.items() if isinstance(result, Lost)]
    assert lost == [5, 6, 7]
    assert len(found) == tasks


def test_all_processes_die() -> None:
    found = results(leave, 50, 3)
    assert set(found.values()) == {Lost("ended with exit code 3")}
    assert set(found) == set(range(50))
    assert set(results(leave_properly, 3).values()) == {Lost("ended with exit code 4")}


def test_what_a_task_raises_comes_back() -> None:
    found = results(fail, 6)
    assert [found[task] for task in (0, 2, 4)] == [0, 2, 4]
    raised = found[3]
    assert isinstance(raised, Raised)
    assert str(raised.error) == "designlint.toml:3: no"


@pytest.mark.parametrize(
    "error", [ConfigError("a.toml", 7, "is no good"), TemplateError("t.md", 7, "is no good")]
)
def test_errors_of_designlint_travel(error: ConfigError | TemplateError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_what_cannot_be_sent_is_said_of_its_task() -> None:
    found = results(fail_strangely, 8)
    assert found[0] == Lost("could not send its result: it is closed")
    assert [found[task] for task in range(3, 8)] == [3, 4, 5, 6, 7]
    for task in (1, 2):
        assert isinstance(found[task], Lost)
        assert found[task].how.startswith("sent a result that cannot be read: ")


def test_results_that_fill_the_pipe() -> None:
    assert sum(map(len, results(large, 12).values())) == 36_000_000


def test_closing_ends_the_processes() -> None:
    shared = share_out(range(4), slow, 4, "fork")
    assert next(shared) == (0, 0)
    children = multiprocessing.active_children()
    assert children
    shared.close()
    assert not any(child.is_alive() for child in children)


def test_processes_end_with_the_one_that_they_work_for() -> None:
    """Also where that is killed and cannot say so."""
    reading, writing = os.pipe()
    boss = os.fork()
    if not boss:
        try:
            next(share_out(range(100), whose, 3, "fork"))
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    os.waitpid(boss, 0)
    # Each process holds the other end; once nobody does, nobody is left.
    assert select.select([reading], [], [], 60)[0]
    assert os.read(reading, 1) == b""
    os.close(reading)
