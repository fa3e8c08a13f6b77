"""What is wrong with a configuration, and the names that were probably meant."""

from collections.abc import Iterable

Key = tuple[str | int, ...]
"""A way into a configuration: table keys, and indices into arrays."""


class ConfigError(Exception):
    """A configuration that cannot be used: `path` as shown, 1-based `line`, and what to do."""

    def __init__(self, path: str, line: int, message: str) -> None:
        # All arguments are the exception's own: it is made of them again in another process.
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class UnknownNameError(Exception):
    """A name from the command line that nothing has, with the likely one in the message."""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """`; did you mean "name"?` for the name most like `word`, or nothing."""
    import difflib  # Only on the way to an error message.

    by_key = {name.casefold(): name for name in sorted(names)}
    key = word.casefold().replace("_", "-").rpartition("/")[2]
    close = difflib.get_close_matches(key, by_key, n=1, cutoff=0.6)
    return f'; did you mean "{by_key[close[0]]}"?' if close else ""
