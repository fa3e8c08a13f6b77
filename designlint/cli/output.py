"""What goes to standard output and standard error."""

import os
import sys

import click

from designlint.report.escape import safe


class Failure(click.ClickException):
    """Ends the run with exit code 2 and its message on standard error."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """The message, line by line, with control characters made visible."""
        notice(self.message)


def notice(message: str) -> None:
    """Print a message to standard error."""
    for line in message.split("\n"):
        _echo(safe(line) + "\n", error=True)


def emit(text: str, *, utf8: bool = False) -> None:
    """Print a report to standard output, colours as they are in it.

    With `utf8` the bytes do not depend on the terminal's encoding: programs read them.
    """
    if utf8:
        click.echo(text.encode("utf-8"), nl=False)
    else:
        _echo(text, error=False)


def _echo(text: str, *, error: bool) -> None:
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    printable = text.encode(encoding, "backslashreplace").decode(encoding)
    click.echo(printable, nl=False, err=error, color=True)


def wants_colour() -> bool:
    """Whether standard output is a terminal and NO_COLOR does not speak against it."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def terminal_width() -> int:
    """The width of the terminal in cells; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    import shutil  # It brings along what packs archives.

    return shutil.get_terminal_size((80, 24)).columns
