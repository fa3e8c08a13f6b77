"""Whole programs, run in turn: what the machine does to one, it does to its neighbours too."""

import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from programs import Place, ask, last_line

_STOPWATCH = Path(__file__).with_name("stopwatch.py")
_FINDINGS = (0, 1)  # the exit codes of a linter that did its work


class RunError(Exception):
    """A program that could not be run, or that failed; one line."""


def do_nothing() -> None:
    """Nothing to prepare."""


@dataclass(frozen=True)
class Case:
    """A command to measure. `prepare` comes before each of its runs, and is not counted."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[], None] = do_nothing


@dataclass(frozen=True)
class Sample:
    """One run: wall time in seconds, and the peak memory of its largest process in MB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Result:
    """All counted runs of one case."""

    samples: tuple[Sample, ...]

    @property
    def seconds(self) -> float:
        """The median."""
        return statistics.median(each.seconds for each in self.samples)

    @property
    def fastest(self) -> float:
        """In seconds."""
        return min(each.seconds for each in self.samples)

    @property
    def slowest(self) -> float:
        """In seconds."""
        return max(each.seconds for each in self.samples)

    @property
    def memory(self) -> float:
        """The median, in MB."""
        return statistics.median(each.memory for each in self.samples)


@dataclass(frozen=True)
class Measured:
    """Results by the names of their cases, and why a case has none."""

    results: Mapping[str, Result]
    failures: Mapping[str, str]


def run(command: Sequence[str], place: Place) -> Sample:
    """Run a program to its end. Raises RunError."""
    answer = ask((sys.executable, "-I", "-S", str(_STOPWATCH), *command), place)
    if answer.code:
        raise RunError(last_line(answer.complaint))
    figures, _, said = answer.text.partition("\n")
    seconds, memory, code = figures.split()
    if int(code) not in _FINDINGS:
        raise RunError(f"exit code {code}: {last_line(said)}")
    return Sample(float(seconds), int(memory) / 1e6)


def interleave(
    cases: Sequence[Case], rounds: int, place: Place, tell: Callable[[str], None]
) -> Measured:
    """Run every case once in each round, beginning with another one each time.

    A round before the first is not counted: it fills caches, those of the system and of Python
    too, and shows which cases do not run at all. Raises RunError for one that fails later.
    """
    running: list[Case] = []
    failures: dict[str, str] = {}
    samples: dict[str, list[Sample]] = {}
    for case in cases:
        tell(f"warming up: {case.name}")
        try:
            case.prepare()
            run(case.command, place)
            running.append(case)
            samples[case.name] = []
        except RunError as error:
            failures[case.name] = str(error)
    for number in range(rounds):
        tell(f"round {number + 1} of {rounds}")
        first = number % max(len(running), 1)
        for case in running[first:] + running[:first]:
            case.prepare()
            try:
                samples[case.name].append(run(case.command, place))
            except RunError as error:
                raise RunError(f"{case.name}: {error}") from None
    return Measured({name: Result(tuple(each)) for name, each in samples.items()}, failures)
