"""`--output-format FORMAT[=FILE]` and `--output FILE`: which reports go where."""

from pathlib import Path

from msgspec import Struct

from designlint.cli.output import Failure, emit, terminal_width, wants_colour
from designlint.config.errors import did_you_mean
from designlint.discovery.files import absolute
from designlint.disk import cannot_be_repeated
from designlint.report.formats import FormatError, format_names, load_reporter
from designlint.report.reporter import Reporter, View
from designlint.report.run import Run

_DEFAULT = "full"


class Report(Struct, frozen=True):
    """One report to make: to `file`, as the command line names it, or to standard output."""

    reporter: Reporter
    file: str | None

    def write(self, run: Run, working: Path, *, statistics: bool) -> None:
        """Make the report. Raises Failure for a file that cannot be written."""
        view = View(statistics=statistics)
        if self.file is not None:
            from designlint.cli.write import write_file  # Most reports go to standard output.

            cannot_be_repeated()
            text = self.reporter.text(run, view)
            write_file(absolute(self.file, working), text, working, replace=True)
        elif self.reporter.for_people:
            view = View(terminal_width(), wants_colour(), statistics)
            emit(self.reporter.pieces(run, view))
        else:
            emit(self.reporter.pieces(run, view), utf8=True)


def read_reports(formats: tuple[str, ...], output: str | None) -> tuple[Report, ...]:
    """The reports that the options ask for, those to files first. Raises Failure."""
    reports = []
    plain = 0
    for value in formats or (_DEFAULT,):
        name, equals, file = value.partition("=")
        if equals and not file:
            raise Failure(f"--output-format {value}: there is no file behind the `=`")
        plain += not equals
        reports.append(Report(_reporter(name), file if equals else output))
    if plain > 1:
        raise Failure("only one --output-format can be without a file: write FORMAT=FILE")
    if output is not None and not plain:
        raise Failure("--output needs an --output-format without a file")
    files = [report.file for report in reports if report.file is not None]
    twice = next((file for file in files if files.count(file) > 1), None)
    if twice is not None:
        raise Failure(f"two reports would be written to {twice}")
    return tuple(sorted(reports, key=lambda report: report.file is None))


def _reporter(name: str) -> Reporter:
    try:
        return load_reporter(name)
    except FormatError as error:
        names = format_names()
        hint = did_you_mean(name, names) or f"; known are {', '.join(names)}"
        raise Failure(f"--output-format: {error}{'' if name in names else hint}") from error
