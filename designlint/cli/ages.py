"""How long questions have waited, as git knows it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from designlint.cli.session import Session
from designlint.history.blame import line_dates
from designlint.registers import QuestionEntry
from designlint.report.registers.questions import Ages
from designlint.report.summary import plural


def ages_of(entries: Sequence[QuestionEntry], session: Session) -> tuple[Ages, tuple[str, ...]]:
    """The days since the line of each question was last changed.

    Also, for each reason why some have no age, one line that says so.
    """
    places = {(each.origin.place.path, each.origin.place.start.line) for each in entries}
    shown = {(session.path_of(path), line): (path, line) for path, line in places}
    dates = line_dates(shown)
    ages = {
        shown[line]: max((session.today - date.fromisoformat(day)).days, 0)
        for line, day in dates.days.items()
    }
    reasons = Counter(dates.unknown.values())
    notices = tuple(
        f"{plural(count, 'question')} without an age: {reason}"
        for reason, count in sorted(reasons.items())
    )
    return ages, notices
