"""How far a long run has come, on a terminal."""

import sys
from time import monotonic

_PATIENCE = 1.0
"""Seconds after which a run is long."""
_INTERVAL = 0.1
_CLEAR = "\r\x1b[K"


class Progress:
    """A line on standard error that is gone when the work is done; nothing where nobody looks."""

    def __init__(self) -> None:
        self._all = self._done = self._known = 0
        self._began = self._drawn = 0.0
        self._shown = False

    def start(self, tasks: int, known: int) -> None:
        """Begin with so many tasks, of which some need not be done."""
        self._all, self._done, self._known = tasks, known, known
        self._began = self._drawn = monotonic()

    def step(self) -> None:
        """Say that a task is done."""
        self._done += 1
        now = monotonic()
        if now - self._began < _PATIENCE or now - self._drawn < _INTERVAL:
            return
        self._drawn = now
        if sys.stderr.isatty():
            self._shown = True
            sys.stderr.write(_CLEAR + self._line(now - self._began))
            sys.stderr.flush()

    def stop(self) -> None:
        """Take the line away."""
        if self._shown:
            self._shown = False
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    def _line(self, seconds: float) -> str:
        rate = (self._done - self._known) / seconds
        return f"Checked {self._done:,} of {self._all:,} documents, {rate:,.0f} in a second"
