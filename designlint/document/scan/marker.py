"""The markers of list items (CommonMark 5.2)."""

import re

from designlint.document.scan.lines import Lines
from designlint.expressions import expression

_MARKER = expression(
    r"""(?!([-*])[ \t]*(?:\1[ \t]*){2,}\Z)    # A thematic break is no list.
        (?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|\Z)""",
    re.VERBOSE,
)


def list_marker(lines: Lines, line: int) -> str:
    """The marker that `line`, which is no code, opens with: `-`, `1.`, …; empty without one."""
    marker = _MARKER.match(lines.text, lines.first[line], lines.end[line])
    return marker[0] if marker else ""
