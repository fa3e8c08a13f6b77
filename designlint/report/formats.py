"""The output formats that are installed, by their entry points."""

from designlint.entry_points import EntryPoint, entry_points
from designlint.report.reporter import Reporter

GROUP = "designlint.reporters"


class FormatError(Exception):
    """An output format that there is not, or that cannot be loaded, in one line."""


def format_names() -> tuple[str, ...]:
    """The names of all formats, sorted. Nothing is imported."""
    return tuple(sorted(_points()))


def load_reporter(name: str) -> Reporter:
    """The reporter of a format. Raises FormatError."""
    point = _points().get(name)
    if point is None:
        raise FormatError(f"there is no output format {name}")
    try:
        reporter = point.load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise FormatError(f"output format {name} cannot be loaded: {reason}") from error
    if not isinstance(reporter, Reporter):
        raise FormatError(f"output format {name} is no Reporter: {point.value}")
    return reporter


def _points() -> dict[str, EntryPoint]:
    """The entry points by name; of two of one name the first by its value counts."""
    return {point.name: point for point in reversed(entry_points(GROUP))}
