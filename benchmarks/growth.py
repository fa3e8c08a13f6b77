"""Folders of 10, 100, 1,000 … documents made of the given ones, and what checking them takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from interleave import Case, Result, RunError, interleave
from subject import Subject
from workspace import Workspace

STEP = 10


@dataclass(frozen=True)
class Size:
    """What a folder of so many documents takes. `megabytes` is its size."""

    documents: int
    megabytes: float
    cold: Result
    warm: Result


def sizes_up_to(largest: int) -> tuple[int, ...]:
    """10, 100, 1,000 and so on."""
    sizes = []
    size = STEP
    while size <= largest:
        sizes.append(size)
        size *= STEP
    return tuple(sizes)


def make_documents(sources: Sequence[Path], number: int, folder: Path) -> float:
    """Write so many documents, no two of them equal, and return their size in MB.

    `sources` are sorted by size, and each is taken as often as any other, or as evenly as it
    goes: documents of all folders are about as large on average.
    """
    folder.mkdir(parents=True)
    written = 0
    for index in range(number):
        source = sources[int((index + 0.5) * len(sources) / number)]
        ending = f"\n\nThis is document {index} of {number}.\n"
        path = folder / f"{index:05}-{source.name}"
        written += path.write_bytes(source.read_bytes() + ending.encode())
    return written / 1e6


def measure_growth(
    workspace: Workspace,
    subject: Subject,
    sizes: Sequence[int],
    rounds: int,
    tell: Callable[[str], None],
) -> tuple[Size, ...]:
    """Check a folder of each size, cold and warm. Raises RunError."""
    cases = []
    megabytes = {}
    for number in sizes:
        folder = f"growth/{number}"
        cache = ("--cache-dir", workspace.cache(f"growth-{number}"))
        tell(f"writing {number} documents")
        megabytes[number] = make_documents(workspace.by_size, number, workspace.root / folder)
        cases.append(Case(_name("cold", number), subject.check(folder, "--no-cache")))
        cases.append(Case(_name("warm", number), subject.check(folder, *cache)))
    measured = interleave(cases, rounds, subject.place, tell)
    for name, reason in measured.failures.items():
        raise RunError(f"{name}: {reason}")
    return tuple(
        Size(
            number,
            megabytes[number],
            measured.results[_name("cold", number)],
            measured.results[_name("warm", number)],
        )
        for number in sizes
    )


def _name(kind: str, number: int) -> str:
    return f"designlint, {kind}, {number} documents"
