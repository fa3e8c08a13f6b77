"""A run in numbers: by document, by rule, and by section of the template."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from designlint.check.result import DocumentResult, SectionCount
from designlint.finding import Diagnostic, Severity
from designlint.report.run import Run


class Tally(Struct, frozen=True):
    """Findings by severity."""

    errors: int
    warnings: int
    infos: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.errors + self.warnings + self.infos


class DocumentRow(Struct, frozen=True):
    """One document. `completeness` is the share of expected elements filled, 0 to 1."""

    path: str
    completeness: float
    tally: Tally


class RuleRow(Struct, frozen=True):
    """One rule that found something, and in how many documents."""

    rule: str
    tally: Tally
    documents: int


class Where(StrEnum):
    """What part of documents a row is about."""

    SECTION = "section"
    ABOVE = "above"
    OTHER = "other"


class SectionRow(Struct, frozen=True):
    """One section at the top of a type's template, over all documents of that type.

    `title` is the template's; it is empty for `above`, what stands above the first section, and
    for `other`, all sections that the template does not have. `documents` is of how many it is
    expected, `expected` and `filled` are numbers of elements, `findings` those that stand in it:
    a section that is missing is told above it, or at the top.
    """

    type_name: str
    where: Where
    title: str
    documents: int
    expected: int
    filled: int
    findings: int

    @property
    def share(self) -> float | None:
        """The share filled, 0 to 1, rounded down to two places; None where nothing is expected."""
        return self.filled * 100 // self.expected / 100 if self.expected else None


class Statistics(Struct, frozen=True):
    """`documents` and `sections` come least complete first, `rules` those that found most first.

    Sections are grouped by document type.
    """

    documents: tuple[DocumentRow, ...]
    rules: tuple[RuleRow, ...]
    sections: tuple[SectionRow, ...]


def statistics(run: Run) -> Statistics:
    """The numbers of a run."""
    documents = (
        DocumentRow(result.path, result.completeness, _tally(result.diagnostics))
        for result in run.results
    )
    return Statistics(
        tuple(sorted(documents, key=lambda row: (row.completeness, -row.tally.all, row.path))),
        tuple(sorted(_rules(run), key=lambda row: (-row.tally.all, row.rule))),
        tuple(_sections(run)),
    )


def _tally(diagnostics: Iterable[Diagnostic]) -> Tally:
    found = Counter(each.severity for each in diagnostics)
    return Tally(found[Severity.ERROR], found[Severity.WARNING], found[Severity.INFO])


def _rules(run: Run) -> Iterator[RuleRow]:
    by_rule: dict[str, list[Diagnostic]] = {}
    for each in run.diagnostics():
        by_rule.setdefault(each.rule, []).append(each)
    for rule, found in by_rule.items():
        yield RuleRow(rule, _tally(found), len({each.path for each in found}))


_Key = tuple[str, Where, str]


def _sections(run: Run) -> Iterator[SectionRow]:
    rows: dict[_Key, SectionRow] = {}

    def add(key: _Key, count: SectionCount | None, findings: int) -> None:
        row = rows.get(key) or SectionRow(*key, 0, 0, 0, 0)
        if count is not None and count.expected:
            row = replace(
                row,
                documents=row.documents + 1,
                expected=row.expected + count.expected,
                filled=row.filled + count.filled,
            )
        rows[key] = replace(row, findings=row.findings + findings)

    for result in sorted(run.results, key=lambda each: each.path):
        found = Counter(_places(result))
        for count in result.sections:
            where, title = _place(count)
            add((result.type_name, where, title), count, found.pop((where, title), 0))
        for (where, title), findings in found.items():
            add((result.type_name, where, title), None, findings)
    told = (row for row in rows.values() if row.expected or row.findings)
    # A stable sort: what is equally filled stays in the order of the template.
    yield from sorted(told, key=_by_share)


def _by_share(row: SectionRow) -> tuple[str, Fraction]:
    share = Fraction(row.filled, row.expected) if row.expected else Fraction(2)
    return row.type_name, share


def _place(count: SectionCount) -> tuple[Where, str]:
    return (Where.SECTION if count.title else Where.ABOVE), count.title


def _places(result: DocumentResult) -> Iterator[tuple[Where, str]]:
    """For each diagnostic where it stands: in the innermost of the sections around it."""
    ranges = sorted(
        (
            (first, -last, at)
            for at, count in enumerate(result.sections)
            for first, last in count.lines
        ),
        reverse=True,
    )
    around: list[tuple[int, int, int]] = []
    for each in sorted(result.diagnostics, key=lambda each: each.start.line):
        while ranges and ranges[-1][0] <= each.start.line:
            around.append(ranges.pop())
        while around and -around[-1][1] < each.start.line:
            around.pop()
        if around:
            yield _place(result.sections[around[-1][2]])
        else:
            yield (Where.OTHER if each.section else Where.ABOVE), ""
