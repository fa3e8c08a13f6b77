"""Foreign text in Markdown that GitHub renders: it stays text, whatever stands in it."""

import re

from designlint.report.escape import safe

# What begins markup within a line, and what makes an address a link by itself.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$@#]|:(?=//)|(?<=[Ww][Ww][Ww])\.")
_QUOTED = re.compile(r"`([^`]+)`")
# What becomes a link to a person, an issue or a pull request, or an emoji, after all escapes are
# gone. What keeps it from that is a character without width behind its first part.
_LIVE = re.compile(r"[@#](?=\w)|[Gg][Hh]-(?=\d)|:(?=[\w+-]+:)")
_BREAK = "\u200b"


def plain(text: str) -> str:
    """`text` on one line, nothing in it markup or a link."""
    broken = _LIVE.sub(rf"\g<0>{_BREAK}", safe(text))
    escaped = _MARKUP.sub(_escape, broken)
    return escaped.replace(_BREAK, "&#8203;")


def prose(text: str) -> str:
    """`text` on one line, with what stands in backticks as code."""
    parts = _QUOTED.split(text)
    return "".join(
        f"<code>{plain(part)}</code>" if at % 2 else plain(part) for at, part in enumerate(parts)
    )


def _escape(match: re.Match[str]) -> str:
    # A table is cut into cells before backslashes are read.
    return "&#124;" if match[0] == "|" else f"\\{match[0]}"
