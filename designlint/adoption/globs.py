"""Paths and what they have in common → globs for a configuration."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from designlint.adoption.naming import NamingKind, read_naming
from designlint.expressions import expression

_SPECIAL = expression(r"[\\*?\[\]]")


def escaped(path: str) -> str:
    """A relative POSIX path as a glob that matches it alone."""
    glob = _SPECIAL.sub(lambda match: f"\\{match[0]}", path)
    # A choice in braces is refused in a configuration, since it would not be one.
    glob = glob.replace("{", "?") if re.search(r"\{[^}]*,", glob) else glob
    if glob.endswith(" "):
        glob = f"{glob[:-1]}\\ "
    return f"\\{glob}" if glob.startswith(("#", "!")) else glob


def name_glob(names: Sequence[str]) -> str:
    """A glob for the names of a folder's documents: as narrow as their naming allows."""
    suffixes = {PurePosixPath(name).suffix for name in names}
    suffix = escaped(suffixes.pop()) if len(suffixes) == 1 else ".*"
    if len(names) > 1 and len(set(names)) == 1:
        return escaped(names[0])
    naming = read_naming(names)
    opening = ""
    if naming.kind is not NamingKind.FREE:
        opening = f"{escaped(naming.before)}[0-9]"
    glob = f"{opening}*{suffix}"
    if opening and not all(re.match(f"{re.escape(naming.before)}[0-9]", name) for name in names):
        return f"*{suffix}"
    return glob
