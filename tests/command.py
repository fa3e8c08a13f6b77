"""The command line as a process has it: in this process, or in one of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from designlint import __main__ as command
from designlint import disk
from designlint.replay.run import Invocation


@dataclass(frozen=True)
class Ran:
    """What a run gave. `replayed` says whether an earlier one was printed again."""

    code: int
    output: bytes
    errors: bytes
    replayed: bool = field(default=False, compare=False)


def run_here(*arguments: str) -> Ran:
    """Run `designlint` from its very start, in this process and its working folder."""
    output, errors = (TextIOWrapper(BytesIO(), "utf-8", newline="\n") for _ in range(2))
    codes: list[int | None] = []
    replay = Invocation.replay

    def noticed(invocation: Invocation) -> int | None:
        codes.append(replay(invocation))
        return codes[-1]

    streams = patch.multiple(sys, argv=["designlint", *arguments], stdout=output, stderr=errors)
    with streams, patch.object(Invocation, "replay", noticed), patch.object(disk, "_once", {}):
        try:
            command._run()
            raise AssertionError("a command ends its process")
        except SystemExit as end:
            code = end.code
        finally:
            disk.stop_noting()
    assert isinstance(code, int)
    return Ran(code, _content(output), _content(errors), codes not in ([], [None]))


def _content(stream: TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue()


def environment(folder: Path, **extra: str) -> dict[str, str]:
    """What a process needs to find designlint as it is here, and modules in `folder`."""
    paths = (str(folder), *filter(None, sys.path))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **extra}


def run(
    folder: Path, *arguments: str, stdin: bytes | None = None, **extra: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `designlint` in a process of its own in `folder`, with `extra` in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "designlint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env=environment(folder, **extra),
    )
