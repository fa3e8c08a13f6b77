"""A run held against the baseline of a team."""

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from designlint import disk
from designlint.baseline.apply import Places, without_known
from designlint.baseline.model import Baseline
from designlint.baseline.store import BaselineError, read_baseline
from designlint.cli.output import Failure
from designlint.cli.session import Session
from designlint.discovery.files import absolute, shown_path
from designlint.report.run import Run


def load_baseline(file: Path, working: Path) -> Baseline:
    """The baseline in a file. Raises Failure."""
    shown = shown_path(file, working)
    try:
        return read_baseline(disk.read_bytes(file), file.parent)
    except BaselineError as error:
        raise Failure(f"{shown}:{error.line}: {error}") from error
    except OSError as error:
        raise Failure(f"{shown} cannot be read: {error.strerror or error}") from error


def places_of(session: Session, paths: Iterable[str]) -> Places:
    """Where the documents of a session are, which was run on `paths`."""
    roots = [absolute(each, session.project.working) for each in paths]
    return Places(
        lambda shown: os.fspath(session.path_of(shown)),
        lambda path: disk.kind(path) == disk.MISSING and not os.path.lexists(path),
        lambda path: any(root in (Path(path), *Path(path).parents) for root in roots),
        session.rules,
        session.templates,
    )


def held_against(
    run: Run, file: Path, session: Session, paths: Iterable[str]
) -> tuple[Run, tuple[str, ...]]:
    """A run on `paths` without what the baseline in `file` knows, and what is to be said of it."""
    working = session.project.working
    run = without_known(run, load_baseline(file, working), places_of(session, paths))
    if session.since is not None:
        # What is older than the change is not in the run, and proves nothing fixed.
        run = replace(run, fixed=0)
    if not run.fixed:
        return run, ()
    entries = "1 entry is" if run.fixed == 1 else f"{run.fixed} entries are"
    shown = shown_path(file, working)
    return run, (f"{shown}: {entries} fixed; `designlint baseline --update` takes them out.",)
