"""The files as they stood where the work at hand began."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from designlint.history.blobs import read_objects
from designlint.history.git import git_output
from designlint.history.model import (
    EntryKind,
    GitExitError,
    HistoryError,
    TreeEntry,
    is_revision,
)
from designlint.history.repository import Repository, open_repository
from designlint.history.revisions import unknown_revision


@dataclass(frozen=True, slots=True)
class Base:
    """All that a commit holds: `entries` by POSIX paths relative to the root of `repository`."""

    repository: Repository
    commit: str
    entries: Mapping[str, TreeEntry] = field(repr=False)

    def name_of(self, path: Path) -> str | None:
        """The path of the absolute `path` in the repository, links on the way followed.

        None for a path outside, or in a repository that is nested in this one.
        """
        name = self.repository.path_inside(Path(os.path.realpath(path)))
        return os.fsdecode(name) if name is not None else None

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """The contents of the files at these paths, by one process. Raises HistoryError.

        What is no file in the commit is left out.
        """
        ids = {
            name: entry.id.encode("ascii")
            for name in names
            if (entry := self.entries.get(name)) is not None and entry.kind is EntryKind.FILE
        }
        found = read_objects(self.repository.root, sorted(set(ids.values())))
        lacking = next((name for name, each in ids.items() if each not in found), None)
        if lacking is not None:
            raise HistoryError(f"git lacks {lacking} as of {self.commit[:7]}; `git fsck` says more")
        return {name: found[each].data for name, each in ids.items()}


def read_base(folder: Path, revision: str) -> Base:
    """The commit in which `revision` and HEAD last had the same history, and what it holds.

    That is the merge base: what was merged into `revision` since then is no part of the work. The
    repository is that of the absolute `folder`. Raises UnknownRevisionError, and HistoryError where
    there is no repository, or no such commit.
    """
    if not is_revision(revision):
        raise HistoryError("write a branch, a tag or another revision")
    repository = open_repository(folder)
    try:
        said = git_output(repository.root, "merge-base", revision, "HEAD")
    except GitExitError as error:
        raise _no_base(repository, revision, error) from None
    commit = said.decode("ascii").strip()
    listed = git_output(repository.root, "ls-tree", "-r", "-t", "-z", "--full-tree", commit)
    return Base(repository, commit, _entries(listed))


def _entries(listed: bytes) -> dict[str, TreeEntry]:
    entries = {}
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, kind, object_id = about.decode("ascii").split(" ")
        entries[os.fsdecode(name)] = TreeEntry(_kind(mode, kind), object_id)
    return entries


def _kind(mode: str, kind: str) -> EntryKind:
    if mode == "120000":
        return EntryKind.LINK
    return {"tree": EntryKind.FOLDER, "blob": EntryKind.FILE}.get(kind, EntryKind.REPOSITORY)


def _no_base(repository: Repository, revision: str, error: GitExitError) -> HistoryError:
    """Why there is no merge base: git itself says nothing where histories do not meet."""
    revision_spec, head_spec = revision.encode("utf-8", "surrogateescape") + b"^{commit}", b"HEAD"
    found = read_objects(repository.root, (revision_spec, head_spec))
    if head_spec not in found:
        return HistoryError("there is no commit yet")
    if revision_spec not in found:
        return unknown_revision(repository, revision)
    if error.status != 1:
        return error
    if repository.grafts:
        return HistoryError(
            f"this shallow clone does not reach the commit where HEAD left {revision}; "
            "`git fetch --unshallow` brings the rest of the history (in CI, `fetch-depth: 0`)"
        )
    return HistoryError(f"HEAD and {revision} have no commit in common")
