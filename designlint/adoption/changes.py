"""Whether templates have changed since documents were written to them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from designlint.history.births import read_history
from designlint.history.model import HistoryError


def outdated(documents: Mapping[Path, Sequence[Path]]) -> Mapping[Path, int]:
    """For each template, the number of its documents that are older than its last change.

    Paths are absolute, and all in one repository. A template is left out where git does not tell.
    """
    known = {template: tuple(paths) for template, paths in documents.items() if paths}
    if not known:
        return {}
    try:
        history = read_history(known)
    except HistoryError:
        return {}
    counts = {}
    for template, paths in known.items():
        births = [birth for path in paths if (birth := history.birth(path)) is not None]
        counts[template] = sum(
            not history.is_cut(birth) and any(True for _ in history.later(template, birth))
            for birth in births
        )
    return counts
