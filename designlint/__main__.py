"""The command `designlint`, and `python -m designlint`."""

import atexit
import gc
import os
import sys


def main() -> None:
    """Run the command line. Ends the process with its exit code."""
    # Nothing that is loaded becomes garbage: looking for some every 700 objects costs start-up.
    gc.set_threshold(50_000)
    from designlint.cli import main as command

    try:
        command()
    except SystemExit as end:
        _leave(end.code)
        raise


def _leave(code: object) -> None:
    """End the process at once: to take all that was loaded apart takes longer than a check.

    Where that will not do, nothing happens, and Python ends it as it usually does.
    """
    if not isinstance(code, int):
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # There is no stream, or nobody reads it.
        return
    os._exit(code)


if __name__ == "__main__":
    main()
