"""What is wrong with a suite."""


class SuiteError(Exception):
    """A suite that cannot be run: its `path`, the 1-based `line`, and what to do about it."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message
