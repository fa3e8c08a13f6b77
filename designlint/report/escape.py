"""Makes text from documents, paths and messages safe to print.

A terminal obeys control characters, and reorders text at bidirectional ones: nobody's document
may do that to its reader.
"""

import re

from designlint.expressions import expression

_UNSAFE = expression(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # invisible, bidirectional
    "\u2028\u2029"  # separators that some programs take for line ends
    "\ud800-\udfff"  # lone surrogates, which cannot be printed
    "\ufeff\ufff9-\ufffb\ufffe\uffff"  # also those that are no characters, and XML forbids
    "\U000e0000-\U000e007f"  # tags: invisible text
    "]"
)


def escaped(character: str) -> str:
    r"""One character as `\x1b` or `\u202e`."""
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def is_unsafe(character: str) -> bool:
    """Whether a character must not be printed as it is. Tabs and line feeds are unsafe too."""
    return _UNSAFE.match(character) is not None


def safe(text: str) -> str:
    """`text` on one line, with visible escapes in place of what would not print."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: escaped(match[0]), text)


def json_text(value: object, indent: int | None = None) -> str:
    """`value`, which is made of what JSON has, as JSON text.

    All unsafe characters in its strings are JSON escapes.
    """
    import json  # Reports for people have none.

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii() and text.isprintable():
        return text

    def replace(match: re.Match[str]) -> str:
        character = match[0]
        if character == "\n":  # of the layout: those in strings are escaped already
            return character
        units = character.encode("utf-16-be", "surrogatepass").hex()
        return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))

    return _UNSAFE.sub(replace, text)
