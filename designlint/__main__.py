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


def _run() -> None:
    invocation = read_invocation(sys.argv[1:])
    code = invocation.replay() if invocation is not None else None
    if code is not None:
        sys.exit(code)
    from designlint.cli import main as command

    command(obj=invocation)


if __name__ == "__main__":
    main()
