"""The command `designlint`, and `python -m designlint`.

A run that would come out as it did before is printed again, and nothing else is loaded for it.
"""

import os
import sys

from designlint.replay.run import INTERRUPTED, read_invocation


def main() -> None:
    """Run the command line. Ends the process with its exit code."""
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:
            # The shell has closed it. Else the next file that is opened would be taken for it.
            setattr(sys, stream, open(os.devnull, "w"))  # noqa: PTH123, SIM115 - as in replay/
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        _leave(end.code)
        raise


def _run() -> None:
    invocation = read_invocation(sys.argv[1:])
    code = invocation.replay() if invocation is not None else None
    if code is not None:
        sys.exit(code)
    import gc

    # Nothing that is loaded becomes garbage: looking for some every 700 objects costs start-up.
    gc.set_threshold(50_000, 50, 100)
    from designlint.cli import main as command

    command(obj=invocation)


def _leave(code: object) -> None:
    """End the process at once: to take all that was loaded apart takes longer than a check.

    Where that will not do, nothing happens, and Python ends it as it usually does.
    """
    if not isinstance(code, int):
        return
    import atexit

    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # There is no stream, or nobody reads it.
        return
    os._exit(code)


if __name__ == "__main__":
    main()
