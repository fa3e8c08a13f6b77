"""Follows documents and templates back through the log, through all their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from designlint.history.model import Birth, Change, Commit


class Step(Struct, frozen=True):
    """A commit that added, changed or renamed a template; `name` is its path from there on."""

    at: int
    commit: Commit
    name: bytes


@dataclass
class Walk:
    """The working state of one walk from the newest commit to the oldest.

    `births` holds the documents whose first commit was met, `steps` those of each template,
    newest first.
    """

    documents: Iterable[bytes]
    templates: Iterable[bytes]
    births: dict[bytes, Birth] = field(default_factory=dict)
    steps: dict[bytes, list[Step]] = field(default_factory=dict)
    _at: int = 0
    # Paths at this point of the walk → the present paths of the files.
    _documents: dict[bytes, list[bytes]] = field(default_factory=dict)
    _templates: dict[bytes, list[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._documents = {path: [path] for path in self.documents}
        self._templates = {path: [path] for path in self.templates}
        self.steps = {path: [] for path in self._templates}

    @property
    def done(self) -> bool:
        """Whether older commits can tell nothing that is of use.

        Beyond the oldest document, each template still needs the version that was there then.
        """
        if self._documents:
            return False
        oldest = max((birth.at for birth in self.births.values()), default=0)
        return all(steps and steps[-1].at >= oldest for steps in self.steps.values())

    def see(self, commit: Commit, changes: Iterable[Change]) -> None:
        """Take in the next older commit."""
        # All at once: files may have swapped their names.
        changed = {change.path: change for change in changes}
        templates = set(self._templates)
        for path, name, change in _taken(self._documents, changed):
            # An author may rename the template rather than copy it.
            if change.previous is None or (name != change.path and name in templates):
                self.births[path] = Birth(commit, self._at)
            else:
                self._documents.setdefault(name, []).append(path)
        for path, name, change in _taken(self._templates, changed):
            self.steps[path].append(Step(self._at, commit, change.path))
            # What was deleted and added again had versions before.
            self._templates.setdefault(name, []).append(path)
        self._at += 1

    def names(self, template: bytes) -> tuple[bytes, ...]:
        """All paths that a template had, the present one first."""
        now = (name for name, paths in self._templates.items() if template in paths)
        return tuple(dict.fromkeys((template, *(s.name for s in self.steps[template]), *now)))


def _taken(
    tracked: dict[bytes, list[bytes]], changed: Mapping[bytes, Change]
) -> list[tuple[bytes, bytes, Change]]:
    """Take the changed paths out of `tracked`: each file, its path before, and the change."""
    found = []
    for name, change in changed.items():
        for path in tracked.pop(name, ()):
            found.append((path, change.previous or name, change))
    return found
