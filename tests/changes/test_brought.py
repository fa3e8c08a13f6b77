"""Which findings a change brought: those in its lines, and those that were not there before."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from designlint.changes.brought import Former, are_brought, only_brought
from designlint.changes.lines import UNCHANGED, kept_lines
from designlint.check.result import DocumentResult, Suppressed
from designlint.document.span import Position
from designlint.finding import Diagnostic, Severity
from designlint.report.run import Run


def found(
    line: int, message: str = "m", fingerprint: str = "", end: tuple[int, int] | None = None
) -> Diagnostic:
    last = Position(*end) if end else Position(line, 5)
    start, name = Position(line, 1), fingerprint or message
    return Diagnostic(
        "a.md", "rule", "group", Severity.ERROR, message, "", (), start, last, (), name
    )


def result(*diagnostics: Diagnostic, suppressed: tuple[Suppressed, ...] = ()) -> DocumentResult:
    return DocumentResult("a.md", "memo", "", 1.0, diagnostics, suppressed, ())


OLD = "one\ntwo\nthree\nfour"
NEW = "zero\none\ntwo\n3\nfour"
LINES = kept_lines(OLD, NEW)


def test_a_line_that_is_touched_whatever_was_known() -> None:
    assert are_brought([found(4)], [found(3)], LINES) == [True]
    assert are_brought([found(3)], [found(2)], LINES) == [False]


def test_any_line_of_a_span() -> None:
    for end, expected in (((4, 1), False), ((4, 2), True), ((5, 5), True)):
        new = found(2, end=end)
        old = found(1, end=(end[0] - 1, end[1]))
        assert are_brought([new], [old], LINES) == [expected]


def test_the_same_place_though_the_fingerprint_is_another() -> None:
    """The section above was renamed."""
    assert are_brought([found(5, "m", "f")], [found(4, "m", "g")], LINES) == [False]
    assert are_brought([found(5, "n", "f")], [found(4, "m", "g")], LINES) == [True]


def test_the_fingerprint_though_the_place_is_another() -> None:
    assert are_brought([found(5, "m", "f")], [found(1, "n", "f")], LINES) == [False]


def test_equal_fingerprints_are_counted() -> None:
    known = [found(1, "a", "f"), found(2, "b", "f-2")]
    new = [found(2, "x", "f"), found(3, "x", "f-2"), found(5, "x", "f-3")]
    assert are_brought(new, known, LINES) == [False, False, True]
    # What is touched is told anyway, and accounts for none that was known.
    new = [found(2, "x", "f"), found(3, "x", "f-2"), found(4, "x", "f-3")]
    assert are_brought(new, known, LINES) == [False, False, True]


def test_one_that_is_at_its_place_is_not_counted_twice() -> None:
    known = [found(1, "a", "f")]
    assert are_brought([found(2, "a", "g"), found(5, "b", "f")], known, LINES) == [False, True]


def test_one_that_was_milder() -> None:
    mild = replace(found(2, "m", "f"), severity=Severity.WARNING)
    for new in (found(3, "m", "f"), found(5, "n", "f")):
        assert are_brought([new], [mild], LINES) == [True]
        assert are_brought([replace(new, severity=Severity.WARNING)], [mild], LINES) == [False]
        assert are_brought([replace(new, severity=Severity.INFO)], [mild], LINES) == [False]


def test_a_run() -> None:
    silent = (Suppressed(found(3, "s"), "why"), Suppressed(found(4, "s"), "why"))
    now = result(found(3), found(4), suppressed=silent)
    before = Former(result(found(2), suppressed=(Suppressed(found(2, "s"), ""),)), LINES)
    run = only_brought(Run((now,), older=3), {"a.md": before})
    assert run.older == 4
    assert run.results == (result(found(4), suppressed=silent[1:]),)


def test_a_finding_that_was_silenced_before() -> None:
    before = result(suppressed=(Suppressed(found(1), ""),))
    run = only_brought(Run((result(found(1)),)), {"a.md": Former(before, UNCHANGED)})
    assert run.results == (result(found(1)),)


def test_a_document_that_was_not_there() -> None:
    run = Run((result(found(1)),))
    assert only_brought(run, {}) == run


TEXTS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=12).map("\n".join)


@st.composite
def texts_with_findings(draw: st.DrawFn) -> tuple[str, DocumentResult]:
    text = draw(TEXTS)
    lines = st.integers(1, text.count("\n") + 1)
    places = draw(st.lists(st.tuples(lines, st.sampled_from("xyz")), max_size=8))
    return text, result(*(found(*place) for place in sorted(places)))


@given(texts_with_findings(), texts_with_findings())
def test_shown_and_hidden_are_all(
    old: tuple[str, DocumentResult], new: tuple[str, DocumentResult]
) -> None:
    lines = kept_lines(old[0], new[0])
    run = only_brought(Run((new[1],)), {"a.md": Former(old[1], lines)})
    shown = run.results[0].diagnostics
    known = {id(each) for each in shown}
    assert len(shown) + run.older == len(new[1].diagnostics)
    assert tuple(each for each in new[1].diagnostics if id(each) in known) == shown
    assert run.older <= len(old[1].diagnostics)
    touched = [each for each in new[1].diagnostics if lines.old_line(each.start.line) is None]
    assert all(id(each) in known for each in touched)


@given(texts_with_findings())
def test_what_is_unchanged_shows_nothing(state: tuple[str, DocumentResult]) -> None:
    text, now = state
    for lines in (UNCHANGED, kept_lines(text, text)):
        run = only_brought(Run((now,)), {"a.md": Former(now, lines)})
        assert run.results == (replace(now, diagnostics=()),)
        assert run.older == len(now.diagnostics)
