"""What is wrong with a template."""


class TemplateError(Exception):
    """A template that cannot be compiled: `origin`, 1-based `line`, and what to do about it."""

    def __init__(self, origin: str, line: int, message: str) -> None:
        # All arguments are the exception's own: it is made of them again in another process.
        super().__init__(origin, line, message)
        self.origin = origin
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"{self.origin}:{self.line}: {self.message}"
