"""A run at work, written down so that it can be replayed."""

from collections.abc import Iterable
from contextlib import suppress

from designlint import disk
from designlint.replay.record import Printed, write_record
from designlint.replay.run import Invocation


class Recording:
    """A run at work, of which everything is written down that a `Record` holds."""

    def __init__(self, invocation: Invocation) -> None:
        self._invocation = invocation
        self._answers = disk.note_answers()
        self._output = Printed()
        self._errors = Printed()

    def printed(self, content: bytes, *, error: bool) -> None:
        """Say what was printed."""
        (self._errors if error else self._output).add(content)

    def finish(self, code: int, code_at: Iterable[str]) -> None:
        """Keep the run, which ends with exit code `code`, if it can be repeated.

        `code_at` are the folders and files of the code that took part, libraries left out. That
        a run cannot be kept is no reason to say anything: the next is only not as quick.
        """
        for each in code_at:
            disk.tree(each)
        disk.libraries()
        disk.stop_noting()
        if self._answers.void:
            return
        invocation, given = self._invocation, self._answers.given
        noted_at = invocation.noted_at
        record = write_record(invocation.key, noted_at, code, given, self._output, self._errors)
        with suppress(OSError):
            invocation.keep(record)
