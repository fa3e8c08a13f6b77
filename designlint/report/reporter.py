"""What an output format is."""

from collections.abc import Callable

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

    `render` gives the whole report with a final line feed. It is pure: the same run and view give
    the same text. A report `for_people` is printed in the terminal's encoding; all others are
    UTF-8, and get a default view.
    """

    render: Callable[[Run, View], str]
    for_people: bool = False
