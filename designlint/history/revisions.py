"""Templates as they stand in a revision that somebody names."""

import re
from pathlib import Path

from designlint.expressions import expression
from designlint.history.blobs import read_objects
from designlint.history.days import day_of
from designlint.history.git import git_output
from designlint.history.log import read_log
from designlint.history.model import Commit, HistoryError, TemplateVersion, UnknownRevisionError
from designlint.history.repository import Repository, open_repository
from designlint.history.walk import Walk

_AUTHOR = expression(rb"^author .*> (?P<seconds>-?\d+) (?P<zone>[+-]\d{4})$", re.MULTILINE)


def version_at(template: Path, revision: str) -> TemplateVersion:
    """The template, whose path is absolute, as it stands in `revision`, under its name there.

    Raises UnknownRevisionError, and HistoryError where the template is not there.
    """
    path = template.resolve()
    repository = open_repository(path.parent)
    name = repository.path_of(path) or b""
    asked = revision.encode("utf-8", "surrogateescape")
    commit_spec, spec = asked + b"^{commit}", asked + b":" + name
    found = read_objects(repository.root, (commit_spec, spec))
    if commit_spec not in found:
        raise unknown_revision(repository, revision)
    commit = Commit(found[commit_spec].id, _written(found[commit_spec].data))
    if spec not in found:
        walk = Walk((), (name,))
        for each, changes in read_log(repository, (name,)):
            walk.see(each, changes)
        others = [asked + b":" + other for other in walk.names(name)]
        found = read_objects(repository.root, others)
        spec = next((other for other in others if other in found), b"")
    if spec not in found:
        raise HistoryError(f"the template is not there in {revision}")
    return TemplateVersion(commit, found[spec])


def unknown_revision(repository: Repository, revision: str) -> UnknownRevisionError:
    """The error for a revision that `repository` does not have. Raises HistoryError."""
    message = f'unknown revision "{revision}"'
    if repository.grafts:
        message += " in this shallow clone; `git fetch --unshallow --tags` brings the rest"
        message += " (in CI, `fetch-depth: 0`)"
    kinds = ("refs/tags", "refs/heads", "refs/remotes")
    said = git_output(repository.root, "for-each-ref", "--format=%(refname)", *kinds)
    names = said.decode("utf-8", "replace").split("\n")
    return UnknownRevisionError(message, tuple(name.split("/", 2)[2] for name in names if name))


def _written(commit: bytes) -> str:
    """The ISO date on which its author wrote a commit, in the author's own time zone."""
    match = _AUTHOR.search(commit)
    if match is None:
        return ""
    return day_of(match["seconds"], match["zone"])
