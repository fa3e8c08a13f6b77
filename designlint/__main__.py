"""The command `designlint`, and `python -m designlint`."""

import gc


def main() -> None:
    """Run the command line. Ends the process with its exit code."""
    # Nothing that is loaded becomes garbage: looking for some every 700 objects costs start-up.
    gc.set_threshold(50_000)
    from designlint.cli import main as command

    command()


if __name__ == "__main__":
    main()
