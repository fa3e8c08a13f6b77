"""What goes to standard output and standard error."""

import os
import sys
from collections.abc import Iterable, Iterator

import click

from designlint.replay.recording import Recording
from designlint.report.escape import safe

_PIECES = 500


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


def emit(text: str | Iterable[str], *, utf8: bool = False) -> None:
    """Print a report, whole or in pieces, to standard output, colours as they are in it.

    With `utf8` the bytes do not depend on the terminal's encoding: programs read them.
    """
    for piece in _gathered((text,) if isinstance(text, str) else text):
        if utf8:
            click.echo(piece.encode("utf-8"), nl=False)
            _note(piece.encode("utf-8"), error=False)
        else:
            _echo(piece, error=False)


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces in larger ones: each is flushed when it is printed."""
    gathered: list[str] = []
    for piece in pieces:
        gathered.append(piece)
        if len(gathered) >= _PIECES:
            yield "".join(gathered)
            gathered.clear()
    yield "".join(gathered)


def _echo(text: str, *, error: bool) -> None:
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    printable = text.encode(encoding, "backslashreplace").decode(encoding)
    click.echo(printable, nl=False, err=error, color=True)
    _note(printable.replace("\n", os.linesep).encode(encoding), error=error)


def _note(printed: bytes, *, error: bool) -> None:
    context = click.get_current_context(silent=True)
    if context is not None and isinstance(context.obj, Recording):
        context.obj.printed(printed, error=error)


def wants_colour() -> bool:
    """Whether standard output is a terminal and NO_COLOR does not speak against it."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def terminal_width() -> int:
    """The width of the terminal in cells; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    import shutil  # It brings along what packs archives.

    return shutil.get_terminal_size((80, 24)).columns
