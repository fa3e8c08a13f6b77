"""What an output format is."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from designlint.report.run import Run


class View(Struct, frozen=True):
    """What a report is to look like.

    `width` in terminal cells and `colour` are for text that people read. With `statistics`, such
    text is the counts in place of the findings, and a format that has room for both holds both.
    """

    width: int = 80
    colour: bool = False
    statistics: bool = False


class Reporter(Struct, frozen=True):
    """An output format, found by the name of its entry point in the group `designlint.reporters`.

    `render` gives the whole report with a final line feed, or the pieces of one that grows with
    the findings. It is pure: the same run and view give the same text. A report `for_people` is
    printed in the terminal's encoding; all others are UTF-8, and get a default view. One that does
    without the `completeness` of documents spares the run the work of counting.
    """

    render: Callable[[Run, View], str | Iterable[str]]
    for_people: bool = False
    completeness: bool = True

    def pieces(self, run: Run, view: View) -> Iterable[str]:
        """The report, in the pieces in which it is made."""
        rendered = self.render(run, view)
        return (rendered,) if isinstance(rendered, str) else rendered

    def text(self, run: Run, view: View) -> str:
        """The whole report."""
        return "".join(self.pieces(run, view))
