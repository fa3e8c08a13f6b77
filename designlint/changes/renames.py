"""Which of the files that are gone a new file was, by what they have in common."""

from collections import Counter
from collections.abc import Collection, Mapping
from posixpath import basename

LEAST = 0.5
"""The share of text that makes two files one that was renamed, as with git."""
_MOST_PAIRS = 100_000

_Lines = Counter[str]


def match_renames(
    gone: Mapping[str, str], added: Mapping[str, str], common: Collection[str] = ()
) -> dict[str, str]:
    """The paths of `added` that were renamed, and which paths of `gone` they had; texts by path.

    Lines in `common` tell no two files apart: all documents have those of their template. Equal
    texts come first, then the most alike, then those that have kept their name. Where there are
    very many of both, only equal ones are found.
    """
    found: dict[str, str] = {}
    by_text: dict[str, list[str]] = {}
    for path in sorted(gone, reverse=True):
        by_text.setdefault(gone[path], []).append(path)
    for path in sorted(added):
        equal = by_text.get(added[path], [])
        if equal:
            named = [each for each in equal if basename(each) == basename(path)]
            found[path] = (named or equal)[-1]
            equal.remove(found[path])
    left = gone.keys() - found.values()
    new = added.keys() - found.keys()
    if len(left) * len(new) <= _MOST_PAIRS:
        old_lines = {path: _telling(gone[path], common) for path in left}
        new_lines = {path: _telling(added[path], common) for path in new}
        found |= _most_alike(old_lines, new_lines)
    return found


def _most_alike(gone: Mapping[str, _Lines], added: Mapping[str, _Lines]) -> dict[str, str]:
    ranked = sorted(
        (-share, basename(old) != basename(new), new, old)
        for new, new_lines in added.items()
        for old, old_lines in gone.items()
        if (share := _share(old_lines, new_lines)) >= LEAST
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, new, old in ranked:
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _telling(text: str, common: Collection[str]) -> _Lines:
    """The characters that each line adds to what tells a text apart."""
    counts: _Lines = Counter()
    for line in text.split("\n"):
        if line.strip() and line not in common:
            counts[line] += len(line)
    return counts


def _share(old: _Lines, new: _Lines) -> float:
    """The share of the longer text that is in both."""
    longer = max(old.total(), new.total())
    if not longer or min(old.total(), new.total()) < LEAST * longer:
        return 0.0
    return (old & new).total() / longer
