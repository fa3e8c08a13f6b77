"""The share of what a template asks for that a document has filled."""

from designlint.alignment.model import Alignment, SectionMatch


def completeness(alignment: Alignment) -> float:
    """From 0 to 1, rounded to two places; 1 for an outline that asks for nothing.

    Each required section that is to have content of its own counts, and each field, table and
    code block. What a section waives counts as filled.
    """
    filled, wanted = _count(alignment.root)
    return round(filled / wanted, 2) if wanted else 1.0


def _count(match: SectionMatch) -> tuple[int, int]:
    if not match.required and match.actual is None:
        return 0, 0
    own = 0 if match.expected.level == 0 else 1
    if match.actual is None or match.blank:
        return 0, own + _size(match)
    if match.waived:
        return own, own
    parts = [field.actual is not None for field in match.fields]
    parts += [bool(table.data_rows) for table in match.tables]
    parts += [code.actual is not None for code in match.codes]
    below = [_count(child) for child in match.children]
    filled = own + sum(parts) + sum(done for done, _ in below)
    return filled, own + len(parts) + sum(all_ for _, all_ in below)


def _size(match: SectionMatch) -> int:
    """How many elements a section that is not there, or is blank, leaves unfilled."""
    expected = match.expected
    own = len(expected.fields) + len(expected.tables) + len(expected.codes)
    return own + sum(
        1 + len(child.fields) + len(child.tables) + len(child.codes)
        for child in expected.walk()
        if child is not expected and not child.optional
    )
