"""Runs over texts, with findings that stand in the texts themselves."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from designlint.baseline.apply import Places, baseline_of, pruned, without_known
from designlint.baseline.model import Baseline
from designlint.check.diagnostics import make_diagnostic, merge
from designlint.check.result import DocumentResult
from designlint.document import parse_document
from designlint.document.span import Span
from designlint.document.surroundings import surroundings
from designlint.finding import Place, PlacedFinding, Severity
from designlint.report.run import Run
from designlint.rule import Rule

_MARK = re.compile(r"!\w+")


class Marked(Rule):
    """A word has a mark before it."""

    group = "tone"
    severity = Severity.ERROR


def run_of(texts: Mapping[str, str]) -> Run:
    """A finding for each `!word`, in documents by their paths."""
    results = []
    for path, text in texts.items():
        document = parse_document(text, path)
        found = []
        for match in _MARK.finditer(text):
            section = document.section_at(match.start())
            start, end = document.position(match.start()), document.position(match.end())
            around = surroundings(document, section, Span(*match.span()))
            place = Place(path, section.path[1:], start, end, match[0], around)
            finding = PlacedFinding(place, f'"{match[0]}" is marked')
            found.append(make_diagnostic(Marked(), Severity.ERROR, finding))
        results.append(DocumentResult(path, "", "", 1.0, merge((), found), (), ()))
    return Run(tuple(results), 0, texts)


@dataclass
class Repository:
    """A baseline of some texts, and what is told of others."""

    baseline: Baseline
    before: frozenset[str]

    def told(self, texts: Mapping[str, str]) -> list[str]:
        """What is new: `path:line word` for each."""
        run = self.run(texts)
        return [f"{each.path}:{each.start.line} {each.message}" for each in run.diagnostics()]

    def run(self, texts: Mapping[str, str]) -> Run:
        return without_known(run_of(texts), self.baseline, self._places(texts))

    def prune(self, texts: Mapping[str, str]) -> None:
        read = dict(texts).get
        self.baseline, _ = pruned(
            run_of(texts), self.baseline, self._places(texts), lambda path: read(path, "")
        )

    def _places(self, texts: Mapping[str, str]) -> Places:
        return Places(lambda shown: shown, lambda path: path not in texts)


Know = Callable[[Mapping[str, str]], Repository]


@pytest.fixture
def know() -> Know:
    """Makes a baseline of texts."""

    def make(texts: Mapping[str, str]) -> Repository:
        places = Places(lambda shown: shown, lambda path: False)
        return Repository(baseline_of(run_of(texts), places), frozenset(texts))

    return make
