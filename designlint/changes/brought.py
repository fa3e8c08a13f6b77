"""Which findings of a run a change brought."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress

from msgspec import Struct
from msgspec.structs import replace

from designlint.changes.lines import KeptLines
from designlint.check.result import DocumentResult, Suppressed
from designlint.document.span import Position
from designlint.finding import Diagnostic
from designlint.report.frame import last_line
from designlint.report.run import Run


class Former(Struct, frozen=True):
    """A document before the change: its result then, and which of its lines it has kept."""

    result: DocumentResult
    lines: KeptLines


def only_brought(run: Run, former: Mapping[str, Former]) -> Run:
    """The run with those findings alone that a change brought, silenced ones too.

    `former` has the documents that were there before the change, by the paths that they have now;
    of all others each finding is the change's. Those that are left out are counted.
    """
    results = []
    older = run.older
    for result in run.results:
        before = former.get(result.path)
        if before is None:
            results.append(result)
            continue
        known = before.result
        open_ones = are_brought(result.diagnostics, known.diagnostics, before.lines)
        silent = are_brought(_told(result.suppressed), _told(known.suppressed), before.lines)
        diagnostics = tuple(compress(result.diagnostics, open_ones))
        suppressed = tuple(compress(result.suppressed, silent))
        older += len(result.diagnostics) - len(diagnostics)
        results.append(replace(result, diagnostics=diagnostics, suppressed=suppressed))
    return replace(run, results=tuple(results), older=older)


def are_brought(
    found: Sequence[Diagnostic], known: Sequence[Diagnostic], lines: KeptLines
) -> list[bool]:
    """For each of `found` whether it is in lines that were added or modified, or not in `known`.

    A finding was known if an equal one was at the same place, lines moved along, or else if there
    was one with its fingerprint that is not accounted for. One that was milder counts as new: the
    change may have accepted a draft.
    """
    at_place: dict[object, list[Diagnostic]] = {}
    ranks: dict[str, int] = {}
    for each in known:
        key = (each.rule, each.message, each.start, each.end)
        at_place.setdefault(key, []).append(each)
        ranks[each.stem] = max(each.severity.rank, ranks.get(each.stem, 0))
    left = Counter(each.stem for each in known)
    answers = [True] * len(found)
    elsewhere = []
    for index, each in enumerate(found):
        if not lines.holds(each.start.line, last_line(each.start, each.end)):
            continue
        there = at_place.get((each.rule, each.message, *_former_place(each, lines)))
        if there:
            same = there.pop()
            left[same.stem] -= 1
            answers[index] = same.severity.rank < each.severity.rank
        else:
            elsewhere.append(index)
    for index in elsewhere:
        stem, rank = found[index].stem, found[index].severity.rank
        left[stem] -= 1
        answers[index] = left[stem] < 0 or ranks[stem] < rank
    return answers


def _former_place(each: Diagnostic, lines: KeptLines) -> tuple[Position, Position]:
    """Where the lines of a diagnostic were, whose first and last are known to be kept."""
    last = last_line(each.start, each.end)
    first_then, last_then = lines.old_line(each.start.line), lines.old_line(last)
    if first_then is None or last_then is None:
        raise ValueError(f"line {each.start.line} or {last} was not kept")
    then = Position(last_then + each.end.line - last, each.end.column)
    return Position(first_then, each.start.column), then


def _told(suppressed: Sequence[Suppressed]) -> tuple[Diagnostic, ...]:
    return tuple(each.diagnostic for each in suppressed)
