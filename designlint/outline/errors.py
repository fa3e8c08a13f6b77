"""What is wrong with a template."""


class TemplateError(Exception):
    """A template that cannot be compiled: `origin`, 1-based `line`, and what to do about it."""

    def __init__(self, origin: str, line: int, message: str) -> None:
        super().__init__(f"{origin}:{line}: {message}")
        self.origin = origin
        self.line = line
        self.message = message
