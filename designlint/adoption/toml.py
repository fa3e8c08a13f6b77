"""Writing TOML: the few values that a generated configuration holds."""

from collections.abc import Iterable

_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def toml_string(text: str) -> str:
    """`text` as a basic string. Raises ValueError for surrogates, which TOML cannot hold."""
    parts = []
    for character in text:
        if character in _SHORT:
            parts.append(_SHORT[character])
        elif character < " " or character == "\x7f":
            parts.append(f"\\u{ord(character):04x}")
        elif "\ud800" <= character <= "\udfff":
            raise ValueError("TOML holds no surrogates")
        else:
            parts.append(character)
    return f'"{"".join(parts)}"'


def toml_strings(texts: Iterable[str]) -> str:
    """An array of strings on one line."""
    return f"[{', '.join(map(toml_string, texts))}]"


def toml_comment(text: str) -> str:
    """`text` as comment lines, control characters left out."""
    lines = text.split("\n")
    return "\n".join(
        f"# {''.join(c if c.isprintable() else '?' for c in line)}".rstrip() for line in lines
    )
