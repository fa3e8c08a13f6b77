"""A run at work, written down so that it can be replayed."""

import sys
from collections.abc import Iterable
from contextlib import suppress

from designlint import disk
from designlint.replay.record import Record
from designlint.replay.run import Invocation

_LIBRARIES = ("site-packages", "dist-packages")


class Recording:
    """A run at work, of which everything is written down that a `Record` holds."""

    def __init__(self, invocation: Invocation) -> None:
        self._invocation = invocation
        self._answers = disk.note_answers()
        self._printed = {False: bytearray(), True: bytearray()}

    def printed(self, content: bytes, *, error: bool) -> None:
        """Say what was printed."""
        self._printed[error] += content

    def finish(self, code: int, code_at: Iterable[str]) -> None:
        """Keep the run, which ends with exit code `code`, if it can be repeated.

        `code_at` are the folders and files of the code that took part, libraries left out. That
        a run cannot be kept is no reason to say anything: the next is only not as quick.
        """
        for each in code_at:
            disk.tree(each)
        for each in sys.path:
            if each.endswith(_LIBRARIES) and disk.kind(each) == disk.FOLDER:
                disk.list_folder(each)
        answers = self._answers
        disk.stop_noting()
        if not answers.void:
            output, errors = bytes(self._printed[False]), bytes(self._printed[True])
            invocation = self._invocation
            record = Record(invocation.key, invocation.noted_at, answers, output, errors, code)
            with suppress(OSError):
                invocation.keep(record)
