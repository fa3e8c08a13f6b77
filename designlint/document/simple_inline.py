"""Inline content without the parser, where it is simple: plain text, code, and links in it.

Most of what is looked at for links is an entry of a table of contents or a plain sentence.
"""

from typing import Any

from designlint.document.inline import LONGEST, Inline, InlineKind, LineMap
from designlint.document.scan.definition import label_key
from designlint.expressions import expression

_PART = expression(
    r"""(?x) `[^`]+`
      | (?<!!)\[(?P<text>(?:[^\[\]\\<&`]|`[^`\[\]]+`)+)\]
        (?: \((?P<target>(?!//)[A-Za-z0-9/._\#-]+)\) | \[(?P<label>[^\[\]\\<&`]*)\] | (?![(\[]) )"""
)
"""Code, or a bracket with what makes it a link."""
_CODE = expression("`[^`]+`")
_SPECIAL = expression(r"[\[\]\\`]|<[A-Za-z/!?]|&[#A-Za-z]")
"""What may not stand between such parts, since it may be any other markup."""


def simple_inlines(lines: LineMap, references: dict[str, Any]) -> tuple[Inline, ...] | None:
    """What `parse_inlines` finds in a leaf; None where only that can tell."""
    text = lines.text
    if "``" in text or len(text) > LONGEST:
        return None
    found: list[Inline] = []
    done = 0
    for part in _PART.finditer(text):
        if _SPECIAL.search(text, done, part.start()):
            return None
        done = part.end()
        if part["text"] is None:
            found.append(Inline(InlineKind.CODE, lines.span(*part.span())))
            continue
        for code in _CODE.finditer(text, *part.span("text")):
            found.append(Inline(InlineKind.CODE, lines.span(*code.span())))
        target, label = part["target"], ""
        if target is None:
            label = label_key(part["label"] or part["text"])
            if label in references:
                target = references[label]["href"]
            elif part["label"] is not None:
                return None
        if target is not None:
            found.append(Inline(InlineKind.LINK, lines.span(*part.span()), target, label))
    return None if _SPECIAL.search(text, done) else tuple(found)
