"""Foreign text in Markdown that GitHub renders: it stays text, whatever stands in it."""

import re

from designlint.expressions import expression
from designlint.report.escape import safe

_SPECIAL = expression(
    # What GitHub makes a mention, an issue or an emoji of, once the page is made.
    r"(?P<live>@(?=\w)|#(?=\d)|[Gg][Hh]-(?=\d)|:(?=[\w+-]+:))"
    # What begins markup within a line, and what makes an address a link by itself.
    r"|[\\`*_\[\]<>&~|$]|:(?=//)|(?<=[Ww][Ww][Ww])\."
)
_QUOTED = expression(r"`([^`]+)`")


def plain(text: str) -> str:
    """`text` on one line, nothing in it markup or a link."""
    return _SPECIAL.sub(_as_text, safe(text))


def prose(text: str) -> str:
    """`text` on one line, with what stands in backticks as code."""
    parts = _QUOTED.split(text)
    return "".join(
        f"<code>{plain(part)}</code>" if at % 2 else plain(part) for at, part in enumerate(parts)
    )


def _as_text(match: re.Match[str]) -> str:
    if match["live"]:
        # Names are looked for in one piece of text at a time, and this makes two of it. Unlike a
        # character without width, it is not copied along.
        return f"<span>{match[0]}</span>"
    # A table is cut into cells before backslashes are read.
    return "&#124;" if match[0] == "|" else f"\\{match[0]}"
