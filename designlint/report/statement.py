"""A diagnostic in words, for formats with a single place for them."""

from designlint.finding import Diagnostic
from designlint.report.escape import safe


def statement(each: Diagnostic) -> str:
    """What is wrong and what to do about it, on one line that is safe to print."""
    message = safe(each.message)
    if not each.help:
        return message
    stop = "" if message.endswith((".", "?", "!")) else "."
    return f"{message}{stop} {safe(each.help)}"
