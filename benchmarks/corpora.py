"""What designlint says of real repositories: a table, and findings to read beside their documents.

    python benchmarks/corpora.py CORPORA
    python benchmarks/corpora.py CORPORA --sample 20 --only rust-rfcs

CORPORA holds one folder for each repository, with its templates somewhere below `template/` and
the documents that were written from them below `docs/`. Every document is held to today's
template as it is, with all rules at their defaults; then to the same template after
`designlint calibrate` has placed what it proposes.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import Corpus, read_corpora
from markdown_it import MarkdownIt
from measure import medians

from designlint.calibration.calibrate import calibrate
from designlint.calibration.options import Thresholds
from designlint.check.plan import ActiveRule, Plan
from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.document import Document
from designlint.finding import Diagnostic, Severity
from designlint.outline import Outline
from designlint.registry import load_registry

_LINES_SHOWN = 4


Checked = tuple[tuple[Document, DocumentResult], ...]


@dataclass(frozen=True)
class Outcome:
    """One corpus checked. `seconds` and `parsing` are for the same documents on one process."""

    corpus: Corpus
    checked: Checked
    seconds: float
    parsing: float
    calibrated: float | None

    @property
    def share(self) -> float:
        """Of documents without an error."""
        return share_without_error(result for _, result in self.checked)

    def commonest(self, most: int) -> list[tuple[str, int]]:
        """The rules with most findings."""
        rules = Counter(each.rule for _, result in self.checked for each in result.diagnostics)
        return rules.most_common(most)


def share_without_error(results: Iterator[DocumentResult]) -> float:
    """0 to 1."""
    clean = [
        all(each.severity is not Severity.ERROR for each in result.diagnostics)
        for result in results
    ]
    return sum(clean) / len(clean) if clean else 0.0


def make_plan(outline: Outline) -> Plan:
    """All rules at their defaults."""
    registry = load_registry()
    rules = tuple(ActiveRule(rule(), rule.severity) for rule in registry.rules.values())
    return Plan("", outline, rules, frozenset(registry.rules), date.today())


def share_when_calibrated(corpus: Corpus) -> float:
    """Of documents without an error, once each template has what calibration proposes for it."""
    by_template: dict[Path, list[Document]] = {}
    for document in corpus.documents():
        by_template.setdefault(corpus.template_of(document).path, []).append(document)
    clean = sum(
        calibrate(each.text, documents, make_plan(each.outline), Thresholds()).after
        for each in corpus.templates
        if (documents := by_template.get(each.path, []))
    )
    return clean / sum(map(len, by_template.values()))


def measure(corpus: Corpus, *, rounds: int, calibrating: bool) -> Outcome:
    """Check a corpus, and parse the same files with nothing but markdown-it-py."""
    plans = {each.path: make_plan(each.outline) for each in corpus.templates}
    held = {each.path: plans[corpus.template_of(each).path] for each in corpus.documents()}
    parse = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse

    def check_all() -> Checked:
        return tuple(
            (document, check_document(document, held[document.path]))
            for document in corpus.documents()
        )

    def parse_all() -> None:
        for text in corpus.texts():
            parse(text)

    seconds = medians({"check": check_all, "parse": parse_all}, rounds)
    calibrated = share_when_calibrated(corpus) if calibrating else None
    return Outcome(corpus, check_all(), seconds["check"], seconds["parse"], calibrated)


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The table, as Markdown."""
    heads = ("Corpus", "Documents", "MB", "Seconds", "× parse", "No error", "Calibrated", "Rules")
    yield f"| {' | '.join(heads)} |"
    yield "|---|---:|---:|---:|---:|---:|---:|---|"
    for each in outcomes:
        rules = ", ".join(f"`{rule}` {count}" for rule, count in each.commonest(3))
        calibrated = "" if each.calibrated is None else f"{each.calibrated:.0%}"
        yield (
            f"| {each.corpus.name} | {len(each.checked)} | {each.corpus.size:.2f} "
            f"| {each.seconds:.2f} | {each.seconds / each.parsing:.2f} | {each.share:.0%} "
            f"| {calibrated} | {rules} |"
        )


def sample(outcome: Outcome, size: int, seed: int) -> Iterator[str]:
    """Findings drawn at random, each with the lines that it points at."""
    found = [(doc, each) for doc, result in outcome.checked for each in result.diagnostics]
    drawn = random.Random(seed).sample(found, min(size, len(found)))  # noqa: S311 - no secret
    yield f"\n## {outcome.corpus.name}: {len(drawn)} of {len(found)} findings\n"
    for document, each in sorted(drawn, key=lambda pair: (pair[0].path, pair[1].start.line)):
        yield from show(outcome.corpus, document, each)


def show(corpus: Corpus, document: Document, found: Diagnostic) -> Iterator[str]:
    """One finding in full."""
    lines = document.text.split("\n")
    first, last = found.start.line, max(found.start.line, found.end.line)
    yield f"{document.path}:{first}:{found.start.column}: {found.severity.value}[{found.rule}]"
    yield f"  {found.message}"
    if found.help:
        yield f"  = {found.help}"
    for number in range(first, min(last, first + _LINES_SHOWN - 1, len(lines)) + 1):
        yield f"  {number:>5} | {lines[number - 1]}"
    yield ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", type=Path, help="a folder with one folder for each repository")
    parser.add_argument("--only", action="append", default=[], help="this repository; repeatable")
    parser.add_argument("--sample", type=int, default=0, help="findings to print of each (none)")
    parser.add_argument("--seed", type=int, default=1, help="which findings are drawn (1)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed (3)")
    parser.add_argument("--no-calibration", action="store_true", help="leave that column empty")
    given = parser.parse_args()
    found = read_corpora(given.corpora)
    corpora = [each for each in found if not given.only or each.name in given.only]
    if not corpora:
        parser.error(f"no folder below {given.corpora} has both template/ and docs/")
    calibrating = not given.no_calibration
    outcomes = [measure(each, rounds=given.rounds, calibrating=calibrating) for each in corpora]
    print("\n".join(table(outcomes)))
    for outcome in outcomes if given.sample else ():
        print("\n".join(sample(outcome, given.sample, given.seed)))


if __name__ == "__main__":
    main()
