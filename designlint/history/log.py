"""The log of all files that may be documents, read as git writes it."""

import os
from collections.abc import Iterable, Iterator
from typing import IO

from designlint.expressions import expression
from designlint.history.git import git_stream
from designlint.history.model import Change, Commit, HistoryError
from designlint.history.repository import Repository

# What documents are, and what they often were before they were Markdown.
_SUFFIXES = (".md", ".markdown", ".mdx", ".txt")
_CHUNK = 1 << 16
_HEADER = expression(rb"(?P<id>[0-9a-f]{40,64}) (?P<date>\d{4}-\d{2}-\d{2})")
_STATUS = expression(rb"(?P<letters>[A-Z]+)\d*")
_LOG = (
    "log",
    "-z",
    # Children before parents, whatever their clocks say.
    "--topo-order",
    "--format=%H %ad",
    "--date=short",
    "--name-status",
    "--diff-filter=AMR",
    "--find-renames",
    # Exact renames are found without limit; a larger number of others takes git minutes.
    "-l3000",
    # Of a merge, what differs from all its parents: files that the merge itself added.
    "-c",
    "--combined-all-paths",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--no-color",
    "--no-notes",
    "HEAD",
    "--",
)


def read_log(
    repository: Repository, names: Iterable[bytes]
) -> Iterator[tuple[Commit, tuple[Change, ...]]]:
    """Each commit that changed Markdown or text files, newest first, with what it did to them.

    A file of another suffix is looked at where it is one of `names`. Raises HistoryError.
    """
    patterns = [f":(icase)*{suffix}" for suffix in _SUFFIXES]
    patterns += sorted(
        f":(literal){os.fsdecode(name)}" for name in names if not _is_looked_at(name)
    )
    try:
        with git_stream(repository.root, *_LOG, *patterns) as stream:
            yield from parse_log(_tokens(stream))
    except HistoryError as error:
        # A repository without any commit.
        if "bad revision 'HEAD'" not in str(error):
            raise


def parse_log(tokens: Iterable[bytes]) -> Iterator[tuple[Commit, tuple[Change, ...]]]:
    """Commits with their changes, from the parts of a log that is split at its NUL characters.

    Raises HistoryError for what is no such log.
    """
    rest = iter(tokens)
    commit: Commit | None = None
    changes: list[Change] = []
    for token in rest:
        # Git ends a commit's header with a line feed, or in a merge with another NUL.
        token = token.lstrip(b"\n")
        header = _HEADER.fullmatch(token)
        if header is not None:
            if commit is not None:
                yield commit, tuple(changes)
            commit = Commit(header["id"].decode("ascii"), header["date"].decode("ascii"))
            changes = []
            continue
        status = _STATUS.fullmatch(token)
        if status is not None and commit is not None:
            changes.append(_change(status["letters"], rest))
        elif token:
            raise HistoryError("git's log is not of the form that is read here")
    if commit is not None:
        yield commit, tuple(changes)


def _change(letters: bytes, rest: Iterator[bytes]) -> Change:
    """The change of one path; a merge has a letter and a path for each parent."""
    if len(letters) == 1:
        before = next(rest, b"")
        if letters == b"R":
            return Change(next(rest, b""), before)
        return Change(before, None if letters == b"A" else before)
    parents = [next(rest, b"") for _ in letters]
    path = next(rest, b"")
    known = [
        path if letter != ord("R") else parent
        for letter, parent in zip(letters, parents, strict=True)
        if letter != ord("A")
    ]
    if path in known:
        return Change(path, path)
    return Change(path, known[0] if known else None)


def _tokens(stream: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def _is_looked_at(name: bytes) -> bool:
    return name.lower().endswith(tuple(suffix.encode() for suffix in _SUFFIXES))
