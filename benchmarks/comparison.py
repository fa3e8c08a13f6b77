"""Everything that is measured, and compared, in one run of the benchmark."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cases import document_cases, folder_cases
from conditions import Conditions
from growth import Size, measure_growth
from interleave import Result, RunError, interleave
from peers import PEERS, Absent, Installed, find_peer
from programs import make_place
from subject import Subject
from workspace import make_workspace


@dataclass(frozen=True)
class Task:
    """What to measure: the sizes are those of the folders in which documents grow in number."""

    designlint: tuple[str, ...]
    folder: Path
    template: Path
    name: str
    rounds: int
    sizes: Sequence[int]
    growth_rounds: int


@dataclass(frozen=True)
class Comparison:
    """What came of it: results by case, for the folder and for one document."""

    conditions: Conditions
    folder: Mapping[str, Result]
    document: Mapping[str, Result]
    growth: Sequence[Size]


def compare(task: Task, root: Path, tell: Callable[[str], None]) -> Comparison:
    """Measure in the folder `root`. Raises InputError and RunError."""
    workspace = make_workspace(root, task.folder, task.template)
    place = make_place(root)
    subject = Subject(task.designlint, place)
    version, sections = subject.version(), subject.sections()
    peers = [find_peer(each, place, sections) for each in PEERS]
    installed = [each for each in peers if isinstance(each, Installed)]
    folder = list(folder_cases(workspace, subject, installed))
    document = list(document_cases(workspace, subject, installed))
    measured = interleave([*folder, *document], task.rounds, place, tell)
    peers = list(without_failures(peers, measured.failures))
    growth = measure_growth(workspace, subject, task.sizes, task.growth_rounds, tell)
    results = measured.results
    return Comparison(
        Conditions(
            task.name,
            len(workspace.by_size),
            workspace.size,
            workspace.size_of_middle,
            task.rounds,
            task.growth_rounds if task.sizes else 0,
            version,
            peers,
        ),
        {each.name: results[each.name] for each in folder if each.name in results},
        {each.name: results[each.name] for each in document if each.name in results},
        growth,
    )


def without_failures(
    peers: Sequence[Installed | Absent], failures: Mapping[str, str]
) -> Iterator[Installed | Absent]:
    """The peers, one that failed among the absent. Raises RunError if anything else failed."""
    reasons = {name.partition(",")[0]: reason for name, reason in failures.items()}
    for each in peers:
        reason = reasons.pop(each.peer.name, "")
        yield Absent(each.peer, reason) if reason else each
    for name, reason in reasons.items():
        raise RunError(f"{name}: {reason}")
