"""A command line that was run before: what it printed then, if it would print the same now."""

import os
import sys
import zlib
from time import localtime, time_ns

from designlint import __version__
from designlint.replay.folder import bound, cache_folder, make, replace, used
from designlint.replay.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""
_COMMAND = "check"
_PREFIX = "run-"
_MOST = 16
_LARGEST = 200_000_000
"""How many runs are kept, and how many bytes of them."""


def read_invocation(arguments: "list[str]") -> "Invocation | None":
    """The command line, if it is one that may be answered from an earlier run of it."""
    if arguments[:1] != [_COMMAND] or "--no-cache" in arguments:
        return None
    try:
        return Invocation(arguments)
    except OSError:
        # There is no working folder any more. The command says so.
        return None


class Invocation:
    """One command line, with all that its output depends on beside the disk."""

    def __init__(self, arguments: "Sequence[str]") -> None:
        self.noted_at = time_ns()
        self.arguments = tuple(arguments)
        self._working = os.getcwd()
        self.key = ascii(
            (
                __version__,
                sys.version,
                sys.path,
                self.arguments,
                self._working,
                localtime()[:3],
                _terminal(sys.stdout),
                _terminal(sys.stderr),
                os.environ.get("NO_COLOR"),
            )
        )

    def folder(self) -> str:
        """Where the cache of this command line is."""
        given = None
        for at, argument in enumerate(self.arguments):
            if argument == "--cache-dir":
                given = "".join(self.arguments[at + 1 : at + 2])
            elif argument.startswith("--cache-dir="):
                given = argument.partition("=")[2]
        return cache_folder(given, self._working)

    def replay(self) -> int | None:
        """Print what this command line printed before, if it would print the same now.

        Gives the exit code then, and None where it has to be run.
        """
        path = os.path.join(self.folder(), self._name)
        try:
            with open(path, "rb") as file:
                record = Record(file, self.key)
                if not record.holds():
                    return None
                used(path)
                return _print(record, path)
        except (OSError, ValueError, OverflowError, MemoryError):
            return None

    def keep(self, record: "Iterable[bytes]") -> None:
        """Keep a run of this command line. Raises OSError."""
        folder = self.folder()
        make(folder)
        replace(folder, self._name, record)
        bound(folder, _PREFIX, _MOST, _LARGEST)

    @property
    def _name(self) -> str:
        return f"{_PREFIX}{zlib.crc32(self.key.encode()):08x}"


def _terminal(stream: "TextIO") -> tuple[object, ...]:
    """What of a stream shows in what is printed to it."""
    if not stream.isatty():
        return (stream.encoding,)
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        width = 0
    return (stream.encoding, width, os.environ.get("COLUMNS"))


def _print(record: Record, path: str) -> int | None:
    """Print a run, which is at `path`. Gives its exit code; None where nothing could be printed."""
    printed = False
    try:
        for to_error, piece in record.printed():
            stream = sys.stderr if to_error else sys.stdout
            stream.buffer.write(piece)
            stream.flush()
            printed = True
    except OSError:
        # Nobody reads on, as where `head` is behind a pipe. Python would complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ValueError:
        if not printed:
            return None
        os.unlink(path)
        sys.stderr.write("the cache was damaged, and what was printed is not all; run it again\n")
        return 2
    return record.code
