"""When lines were last changed, as `git blame` tells it.

Blame runs on `HEAD`, never on the files as they are: to compare those, git would run the filters
that a repository's configuration names. Which line of `HEAD` a line of a file is, is worked out
here.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct

from designlint.expressions import expression
from designlint.history.blobs import read_objects
from designlint.history.days import day_of
from designlint.history.git import git_stream
from designlint.history.lines import as_lines, committed_lines
from designlint.history.model import HistoryError
from designlint.history.repository import Repository, open_repository

UNCOMMITTED = "in no commit yet"
SHALLOW = "older than this shallow clone; `git fetch --unshallow` brings the rest of the history"
_MOST_PROCESSES = 8
_MOST_LINES = 1000
"""More than these are asked for with the whole file: a command line has an end."""
_BLAME = ("blame", "--porcelain", "--no-textconv", "--no-ignore-revs-file")
_HEADER = expression(rb"(?P<id>[0-9a-f]{40,64}) \d+ (?P<line>\d+)(?: \d+)?")

Line = tuple[Path, int]
"""A file, by its absolute path, and a 1-based line of it."""


class LineDates(Struct, frozen=True):
    """The ISO dates on which lines were last changed, and why some have none.

    Every line that was asked for is in one of the two.
    """

    days: Mapping[Line, str]
    unknown: Mapping[Line, str]


def line_dates(lines: Iterable[Line]) -> LineDates:
    """When each of `lines` was last changed, in the commits of `HEAD`, through renames.

    A line that is not known has a reason instead: UNCOMMITTED, SHALLOW, or what git said.
    """
    by_file: dict[Path, set[int]] = {}
    for path, number in lines:
        by_file.setdefault(path, set()).add(number)
    days: dict[Line, str] = {}
    unknown: dict[Line, str] = {}
    jobs = []
    for repository, files, problem in _by_repository(by_file):
        if repository is None:
            unknown |= {(path, line): problem for path in files for line in by_file[path]}
        else:
            jobs += [
                _Job(repository, *job) for job in _committed(repository, files, by_file, unknown)
            ]
    workers = min(len(jobs), os.cpu_count() or 1, _MOST_PROCESSES)
    with ThreadPoolExecutor(max(workers, 1)) as pool:
        for job, result in zip(jobs, pool.map(_Job.run, jobs), strict=True):
            dates, problem = ({}, result) if isinstance(result, str) else (result, SHALLOW)
            for number, then in job.lines.items():
                day = dates.get(then, "")
                (days if day else unknown)[job.path, number] = day or problem
    return LineDates(days, unknown)


def _by_repository(
    files: Iterable[Path],
) -> Iterator[tuple[Repository | None, list[Path], str]]:
    """The files of each repository; those of none, with the reason."""
    opened: list[tuple[Repository, list[Path]]] = []
    failed: dict[Path, str] = {}
    for path in sorted(files):
        folder = path.parent
        known = next((own for each, own in opened if each.path_inside(path) is not None), None)
        if known is not None:
            known.append(path)
            continue
        if folder not in failed:
            try:
                opened.append((open_repository(folder), [path]))
                continue
            except HistoryError as error:
                failed[folder] = str(error)
        yield None, [path], failed[folder]
    for repository, own in opened:
        yield repository, own, ""


def _committed(
    repository: Repository,
    files: Iterable[Path],
    wanted: Mapping[Path, set[int]],
    unknown: dict[Line, str],
) -> Iterator[tuple[Path, bytes, dict[int, int]]]:
    """What to ask git: each file, its path in the repository, and its lines in `HEAD`.

    The lines that are not there become `unknown`.
    """
    names = {path: repository.path_inside(path) for path in files}
    specs = {path: b"HEAD:" + name for path, name in names.items() if name and b"\n" not in name}
    try:
        blobs = read_objects(repository.root, specs.values())
    except HistoryError as error:
        unknown |= {(path, line): str(error) for path in names for line in wanted[path]}
        return
    for path, name in names.items():
        blob = blobs.get(specs.get(path, b""))
        found: dict[int, int] = {}
        if blob is not None:
            now = _read(path)
            found = committed_lines(as_lines(now), as_lines(blob.data), wanted[path])
        for line in wanted[path] - found.keys():
            unknown[path, line] = UNCOMMITTED
        if found and name is not None:
            yield path, name, found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


class _Job(Struct, frozen=True):
    """One file to blame. `lines` has for its lines those in `HEAD`."""

    repository: Repository
    path: Path
    name: bytes
    lines: Mapping[int, int]

    def run(self) -> dict[int, str] | str:
        """By line of `HEAD` the ISO date, or why there is none at all."""
        ranges = [f"-L{line},{line}" for line in sorted(set(self.lines.values()))]
        if len(ranges) > _MOST_LINES:
            ranges = []
        try:
            with git_stream(
                self.repository.root, *_BLAME, *ranges, "HEAD", "--", os.fsdecode(self.name)
            ) as stream:
                return dict(parse_blame(stream, self.repository.grafts))
        except HistoryError as error:
            return str(error)


def parse_blame(porcelain: Iterable[bytes], grafts: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Line numbers with ISO dates from `git blame --porcelain`.

    They have none in the commits `grafts`, with which a shallow clone ends.
    """
    days: dict[bytes, str] = {}
    commit, number, seconds = b"", 0, b""
    for line in porcelain:
        if line.startswith(b"\t"):
            if commit.decode("ascii") not in grafts:
                yield number, days.get(commit, "")
            continue
        header = _HEADER.fullmatch(line.rstrip(b"\n"))
        if header is not None:
            commit, number = header["id"], int(header["line"])
        elif line.startswith(b"author-time "):
            seconds = line.split()[1]
        elif line.startswith(b"author-tz "):
            days[commit] = day_of(seconds, line.split()[1])
