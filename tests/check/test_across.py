"""Rules that compare documents: facts from each, findings once."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, ClassVar

import pytest
from msgspec import structs

from designlint.check.across import compare_documents
from designlint.check.result import DocumentResult
from designlint.context import Context
from designlint.finding import Finding, Place, PlacedFinding, PlacedNote, Severity
from designlint.repository.memory import MemoryFolders
from designlint.repository.tree import Tree
from designlint.rule import Corpus, CrossDocumentRule

TREE = Tree(MemoryFolders({}))


@dataclass(frozen=True)
class Title:
    """The title of a document."""

    text: str
    place: Place


class EqualTitles(CrossDocumentRule):
    """Two documents have the same title."""

    group: ClassVar[str] = "tone"
    severity: ClassVar[Severity] = Severity.WARNING
    variants: ClassVar[Mapping[str, Severity]] = {"third": Severity.ERROR}

    def check(self, context: Context) -> Iterator[Finding]:
        """Says of a title that it is long."""
        title = context.document.title
        if title is not None and len(title.title) > 20:
            yield Finding(title.anchor, "long")

    def collect(self, context: Context) -> Iterator[Title]:
        """The document's title."""
        for section in context.document.sections:
            if section.level == 1:
                yield Title(section.title, context.place(section.anchor))

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """One finding for each title that another document had before."""
        first: dict[str, list[Place]] = {}
        for title in corpus.of(Title):
            places = first.setdefault(title.text, [])
            if places:
                note = PlacedNote(places[0], "the first is here")
                variant = "third" if len(places) > 1 else ""
                yield PlacedFinding(title.place, f'"{title.text}" again', "", (note,), variant)
            places.append(title.place)


class RaisingRule(EqualTitles):
    """Raises when it compares."""

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """One finding, then an error."""
        yield from super().compare(corpus)
        raise ZeroDivisionError("by zero")


class MisledRule(EqualTitles):
    """Yields what is no finding of documents."""

    def compare(self, corpus: Corpus) -> Iterator[Any]:
        """A finding with a span."""
        for fact in corpus.of(Title):
            yield Finding(fact.place, "no")  # type: ignore[arg-type]  # as a careless author would


def lines(results: Sequence[DocumentResult]) -> list[str]:
    return [
        f"{each.path}:{each.start.line} {each.severity.value} {each.rule} {each.message}"
        + "".join(f" ({note.path}:{note.start.line})" for note in each.notes)
        for result in results
        for each in result.diagnostics
    ]


@pytest.fixture
def compare(checker: Any) -> Any:
    def compare(rule: CrossDocumentRule, *texts: str, others: tuple[str, ...] = ()) -> Any:
        check = type(checker())((rule, *checker(*others).rules))
        results = [check(text, f"{'abc'[at]}.md") for at, text in enumerate(texts)]
        return compare_documents(results, [rule], TREE)

    return compare


def test_findings_are_in_the_documents_of_their_places(compare: Any) -> None:
    results = compare(EqualTitles(), "# X\n", "# Y\n\n# X\n", "# X\n")
    assert lines(results) == [
        'b.md:3 warning equal-titles "X" again (a.md:1)',
        'c.md:1 error equal-titles "X" again (a.md:1)',
    ]


def test_the_order_of_documents_makes_no_difference(checker: Any) -> None:
    rule = EqualTitles()
    check = type(checker())((rule,))
    results = [check(text, path) for text, path in (("# X", "b"), ("# X", "a"), ("# X", "c"))]
    told = {tuple(lines(compare_documents(each, [rule], TREE))) for each in permutations(results)}
    assert len(told) == 1


def test_a_document_may_be_read_for_its_facts_alone(checker: Any) -> None:
    rule = EqualTitles()
    check = type(checker())((rule,))
    mine, other, later = check("# X", "b"), check("# X", "a"), check("# X", "c")
    results = compare_documents([mine], [rule], TREE, read=[later, other])
    assert lines(results) == ['b:1 warning equal-titles "X" again (a:1)']


def test_suppressed_findings_count_and_use_their_comment(compare: Any) -> None:
    silent = "<!-- designlint: ignore[equal-titles] for a reason -->\n\n# X\n"
    results = compare(EqualTitles(), "# X\n", silent, others=("suppression-report",))
    assert lines(results) == [
        "b.md:1 info suppression-report equal-titles, used, unknown, selected, because for a reason"
    ]
    silenced = [
        (each.diagnostic.path, each.diagnostic.message, each.reason)
        for result in results
        for each in result.suppressed
    ]
    assert silenced == [("b.md", '"X" again', "for a reason")]


def test_a_suppression_that_silences_nothing_is_told(compare: Any) -> None:
    silent = "<!-- designlint: ignore-file[equal-titles] why not -->\n\n# Y\n"
    results = compare(EqualTitles(), "# X\n", silent, others=("suppression-report",))
    assert lines(results) == [
        "b.md:1 info suppression-report equal-titles, unused, unknown, selected, because why not"
    ]


def test_own_findings_and_those_of_the_comparison_stand_together(compare: Any) -> None:
    title = "# A title of many words\n"
    results = compare(EqualTitles(), title, title)
    assert [line.split(" ", 1)[0] for line in lines(results)] == ["a.md:1", "b.md:1", "b.md:1"]


def test_equal_findings_have_fingerprints_of_their_own(compare: Any) -> None:
    (result,) = compare(EqualTitles(), "# X\n# X\n# X\n")
    prints = [each.fingerprint for each in result.diagnostics]
    assert len(set(prints)) == 2


@pytest.mark.parametrize("rule", [RaisingRule(), MisledRule()])
def test_a_rule_that_fails_is_named_and_tells_nothing(compare: Any, rule: Any) -> None:
    results = compare(rule, "# X\n", "# X\n")
    assert lines(results) == []
    (failure,) = results[0].failures
    assert (failure.path, failure.rule) == ("a.md", rule.name())
    assert failure.error.startswith(("ZeroDivisionError", "TypeError"))


def test_results_with_facts_can_be_pickled(checker: Any) -> None:
    result = type(checker())((EqualTitles(),))("# X\n", "a.md")
    again = pickle.loads(pickle.dumps(result))
    assert again == result
    assert again.collected[0].facts[0].text == "X"


def test_off_in_one_document_is_off_there_alone(checker: Any) -> None:
    rule = EqualTitles()
    check = type(checker())((rule,))
    loud = [check("# X", path) for path in ("a", "c")]
    off = dict.fromkeys(("", "third"), Severity.OFF)
    quiet = check("# X", "b")
    collected = structs.replace(quiet.collected[0], severities=off)
    quiet = structs.replace(quiet, collected=(collected,))
    assert lines(compare_documents([*loud, quiet], [rule], TREE)) == [
        'c:1 error equal-titles "X" again (a:1)'
    ]
