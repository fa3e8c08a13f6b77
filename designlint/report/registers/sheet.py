"""A register as people read it, whether in a terminal or in Markdown."""

from collections.abc import Iterable

from msgspec import Struct

from designlint.registers.origin import Origin
from designlint.report.summary import plural


class SheetRow(Struct, frozen=True):
    """One entry: its short cells, what it is about, and further lines on that.

    `colour` is that of the first cell on a terminal that has colours.
    """

    cells: tuple[str, ...]
    text: str
    below: tuple[str, ...]
    origin: Origin
    colour: str

    @property
    def where(self) -> str:
        """`path:line`, as terminals and editors follow it."""
        return f"{self.origin.place.path}:{self.origin.place.start.line}"


class Sheet(Struct, frozen=True):
    """A register: the headings of the short cells and of the text, the rows, a closing line."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    summary: str

    @property
    def columns(self) -> tuple[int, ...]:
        """The short cells that some row fills, by their index; all of them where there is none."""
        short = range(len(self.headings) - 1)
        return tuple(at for at in short if not self.rows or any(row.cells[at] for row in self.rows))


class Extent(Struct, frozen=True):
    """What a register was taken from: how many documents, and how many entries they have.

    What is shown of those depends on what was asked for.
    """

    documents: int
    total: int


def below(*parts: tuple[str, str]) -> tuple[str, ...]:
    """The lines `label: text` that have a text."""
    return tuple(f"{label}: {text}" for label, text in parts if text)


def summary_of(
    noun: str,
    origins: Iterable[Origin],
    extent: Extent,
    counts: Iterable[tuple[int, str]],
    aside: str = "",
) -> str:
    """`7 questions in 3 of 12 documents: 4 open, 1 deferred, 2 answered.`, or that there are none.

    `counts` are numbers with what they count; those of nothing are left out. `aside` follows them.
    """
    paths = [origin.place.path for origin in origins]
    documents = plural(extent.documents, "document")
    if not extent.total:
        return f"No {noun}s in {documents}."
    if not paths:
        return f"No {noun} matches, of {extent.total} in {documents}."
    affected = len(set(paths))
    where = documents if affected == extent.documents else f"{affected} of {documents}"
    shown = f"{len(paths)} of " if len(paths) < extent.total else ""
    listed = ", ".join(f"{count} {label}" for count, label in counts if count)
    return f"{shown}{plural(extent.total, noun)} in {where}: {listed}{aside and f'; {aside}'}."
