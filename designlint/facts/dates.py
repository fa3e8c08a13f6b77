"""Dates in running text."""

from datetime import date

from designlint.expressions import expression

_DATE = expression(
    r"(?<!\d)(?:(?P<year>\d{4})(?:(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
    r"|\s?[年년]\s?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일])"
    r"|(?P<d3>\d{1,2})\.\s?(?P<m3>\d{1,2})\.\s?(?P<y3>\d{4})(?!\d))"
)


def first_date(text: str) -> date | None:
    """The first date in a text: `2026-03-01`, `2026/3/1`, `2026年3月1日`, `1.3.2026`.

    None where there is no valid one. Spellings that depend on a country are not guessed at.
    """
    for match in _DATE.finditer(text):
        year, month = match["year"] or match["y3"], match["month"] or match["m2"] or match["m3"]
        day = match["day"] or match["d2"] or match["d3"]
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
