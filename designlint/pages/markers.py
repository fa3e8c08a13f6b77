"""Pages of which a part is made, between two comments, and the rest is written by hand."""

from collections.abc import Mapping
from pathlib import Path


class MarkerError(Exception):
    """A page in which there is no place for a part that is made; one line."""


def splice(path: Path, parts: Mapping[str, str]) -> str:
    """The text of a page with each part, made of whole lines, between the markers of its name.

    The markers of `rules` are `<!-- rules:begin -->` and `<!-- rules:end -->`. All else stays as it
    is, and nothing is written. Raises MarkerError.
    """
    text = path.read_text("utf-8") if path.exists() else ""
    for name, part in parts.items():
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        before, found, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not found or not closed:
            raise MarkerError(f"{path} has no `{begin}` with an `{end}` after it")
        text = f"{before}{begin}\n{part}{end}{after}"
    return text
