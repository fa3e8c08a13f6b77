"""When documents were added, and the versions of their templates since then."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from designlint.history.blobs import read_objects
from designlint.history.log import read_log
from designlint.history.model import Birth, Blob, TemplateVersion
from designlint.history.repository import Repository, open_repository
from designlint.history.walk import Walk


class History(Struct, frozen=True):
    """What one repository tells of documents and templates, whose paths are absolute."""

    _repository: Repository
    _walk: Walk
    _blobs: Mapping[bytes, Blob]

    def holds(self, document: Path) -> bool:
        """Whether the document lies in the work tree, and not in one nested in it."""
        return self._repository.path_inside(document) is not None

    def birth(self, document: Path) -> Birth | None:
        """When the document was added; None where no commit has it yet.

        One that was deleted and added again was added the second time.
        """
        name = self._repository.path_of(document)
        return self._walk.births.get(name) if name is not None else None

    def is_cut(self, birth: Birth) -> bool:
        """Whether the history ends there, so that the document may be older."""
        return birth.commit.id in self._repository.grafts

    def at_birth(self, template: Path, birth: Birth) -> TemplateVersion | None:
        """The template in the commit that added a document; None where it was not there."""
        name = self._name(template)
        for each in self._walk.names(name):
            blob = self._blobs.get(_spec(birth.commit.id, each))
            if blob is not None:
                return TemplateVersion(birth.commit, blob)
        return None

    def before(self, template: Path, birth: Birth) -> TemplateVersion | None:
        """The last version of the template from before a document was added."""
        for at, version in self._steps(template):
            # What comes later in the log may stand on another branch, and be younger.
            if at > birth.at and version.commit.date <= birth.commit.date:
                return version
        return None

    def later(self, template: Path, birth: Birth) -> Iterator[TemplateVersion]:
        """The versions of the template after a document was added, oldest first."""
        newer = [version for at, version in self._steps(template) if at < birth.at]
        yield from reversed(newer)

    def _steps(self, template: Path) -> Iterator[tuple[int, TemplateVersion]]:
        for step in self._walk.steps[self._name(template)]:
            blob = self._blobs.get(_spec(step.commit.id, step.name))
            if blob is not None:
                yield step.at, TemplateVersion(step.commit, blob)

    def _name(self, template: Path) -> bytes:
        return _template_name(self._repository, template)


def read_history(documents: Mapping[Path, tuple[Path, ...]]) -> History:
    """The history of `documents`, listed by their templates, all in one repository.

    It takes one `git log` and one `git cat-file`, however many documents there are. Raises
    HistoryError.
    """
    repository = open_repository(next(iter(documents)).resolve().parent)
    names = {template: _template_name(repository, template) for template in documents}
    own = {
        template: [name for path in paths if (name := repository.path_inside(path)) is not None]
        for template, paths in documents.items()
    }
    walk = Walk({name for listed in own.values() for name in listed}, set(names.values()))
    for commit, changes in read_log(repository, {*names.values(), *walk.documents}):
        walk.see(commit, changes)
        if walk.done:
            break
    specs = set()
    for template, name in names.items():
        births = {walk.births[each].commit.id for each in own[template] if each in walk.births}
        births -= repository.grafts
        specs |= {_spec(commit, each) for commit in births for each in walk.names(name)}
        specs |= {_spec(step.commit.id, step.name) for step in walk.steps[name]}
    return History(repository, walk, read_objects(repository.root, sorted(specs)))


def _template_name(repository: Repository, template: Path) -> bytes:
    # A template may be a link; its text is where the link leads.
    return repository.path_of(template.resolve()) or b""


def _spec(commit: str, name: bytes) -> bytes:
    return commit.encode("ascii") + b":" + name
