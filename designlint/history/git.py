"""Runs git so that nothing in a repository, its configuration included, is executed."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

from designlint import disk
from designlint.history.model import GitExitError, HistoryError

TIMEOUT = 900.0
"""Seconds after which git is given up; the log of a very large repository takes minutes."""

_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    # A program of the repository's choice would verify signatures.
    "-c",
    "log.showSignature=false",
    # A folder of documents that is laid out as a repository is not taken for one.
    "-c",
    "safe.bareRepository=explicit",
)
# What the user says of git in general. All else of the kind speaks of another repository or
# command: a hook's GIT_DIR and GIT_INDEX_FILE, an external diff.
_KEPT = (
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_VALUE_",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
)
_OWN = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    # A partial clone would fetch what it lacks, by whatever program its configuration names.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


def git_output(folder: Path, *arguments: str) -> bytes:
    """What `git arguments` prints, run in `folder`. Raises HistoryError."""
    with git_stream(folder, *arguments) as stream:
        return stream.read()


@contextmanager
def git_stream(folder: Path, *arguments: str, given: bytes = b"") -> Iterator[IO[bytes]]:
    """The standard output of `git arguments`, run in `folder` with `given` as its input.

    A reader may leave early; git is ended then. Raises HistoryError where git cannot be run,
    takes longer than TIMEOUT, or fails (GitExitError).
    """
    disk.cannot_be_repeated()
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as errors:
        source.write(given)
        source.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
                ["git", *_OPTIONS, *arguments],  # noqa: S607 - git is where the user has it
                cwd=folder,
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_environment(),
            )
        except FileNotFoundError:
            raise HistoryError("git is not installed, or not on PATH") from None
        except OSError as error:
            raise HistoryError(f"git cannot be run: {error.strerror or error}") from None
        expired: list[bool] = []

        def expire() -> None:
            expired.append(True)
            process.kill()

        timer = Timer(TIMEOUT, expire)
        timer.daemon = True
        timer.start()
        try:
            stream = process.stdout
            if stream is None:
                raise TypeError("git has no output")
            with stream:
                yield stream
                finished = stream.read(1) == b""
            if not finished:
                process.kill()
            status = process.wait()
        finally:
            timer.cancel()
            with suppress(OSError):
                process.kill()
            process.wait()
        if expired:
            raise HistoryError(f"git took longer than {TIMEOUT:.0f} s")
        if finished and status != 0:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace")
            raise GitExitError(_explained(said, status), status)


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return {**kept, **_OWN}


def _explained(errors: str, status: int) -> str:
    """What git said, in one line."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    said = next((line for line in lines if line.startswith("fatal: ")), (lines or [""])[0])
    said = said.removeprefix("fatal: ").removeprefix("error: ")
    if "dubious ownership" in said:
        allow = next((line for line in lines if line.startswith("git config ")), "")
        return f"git: {said}" + (f"; `{allow}` allows it" if allow else "")
    if "promisor" in errors or "lazy fetch" in errors:
        return (
            "this is a partial clone, and what it lacks is not fetched here; "
            "`git fetch --refetch --no-filter` completes it"
        )
    return f"git: {said or f'exit code {status}'}"
