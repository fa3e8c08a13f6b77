"""The command `designlint`, and `python -m designlint`.

A run that would come out as it did before is printed again, and nothing else is loaded for it.
"""

import sys

from designlint.replay.run import read_invocation


def main() -> None:
    """Run the command line. Ends the process with its exit code."""
    invocation = read_invocation(sys.argv[1:])
    code = invocation.replay() if invocation is not None else None
    if code is not None:
        sys.exit(code)
    from designlint.cli import main as command

    command(obj=invocation)


if __name__ == "__main__":
    main()
