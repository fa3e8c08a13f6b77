"""The command line. Nothing here is imported by the rest of designlint."""

from designlint.cli.app import main

__all__ = ["main"]
