"""Which file the baseline of a run is."""

from pathlib import Path

from designlint import disk
from designlint.cli.output import Failure
from designlint.cli.project import Project
from designlint.config.model import BASELINE
from designlint.discovery.files import absolute, shown_path


def usual_file(project: Project, given: str | None) -> Path:
    """Where the baseline is, or is to be: as the command line or the configuration says."""
    if given is not None:
        return absolute(given, project.working)
    return absolute(project.settings.config.baseline or BASELINE, project.settings.folder)


def baseline_to_use(project: Project, given: str | None) -> Path | None:
    """The file to hold a run against; None where none is named and none is there.

    Raises Failure and ConfigError for a file that is named and not there.
    """
    file = usual_file(project, given)
    if disk.kind(file) == disk.FILE:
        return file
    shown = shown_path(file, project.working)
    if given is not None:
        raise Failure(f"--baseline: there is no file {shown}; `designlint baseline` writes one")
    if project.settings.config.baseline is not None:
        message = f"there is no baseline {shown}; `designlint baseline` writes one"
        raise project.settings.error(("baseline",), message)
    return None
