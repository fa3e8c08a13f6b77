"""A run without what a baseline knows, and a baseline of what a run found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from designlint.baseline.digest import contents_of, sketch_of
from designlint.baseline.match import Checked, base_of, match
from designlint.baseline.model import Baseline, Entry, KnownDocument, Matched
from designlint.finding import Diagnostic
from designlint.report.run import Run


def without_known(run: Run, baseline: Baseline, places: "Places") -> Run:
    """The run without the diagnostics that the baseline knows, which are counted."""
    matched = places.match(run, baseline)
    results = []
    for result in run.results:
        known = frozenset(matched.known.get(places.of(result.path), ()))
        left = tuple(each for each in result.diagnostics if each not in known)
        results.append(replace(result, diagnostics=left) if known else result)
    baselined = [each for found in matched.known.values() for each in found]
    baselined.sort(key=lambda each: each.sort_key)
    return replace(
        run, results=tuple(results), baselined=tuple(baselined), fixed=len(matched.fixed)
    )


def baseline_of(run: Run, places: "Places") -> Baseline:
    """All that a run found, as known."""
    return Baseline(
        {
            places.of(result.path): _known(run.sources.get(result.path, ""), result.diagnostics)
            for result in run.results
            if result.diagnostics
        }
    )


def pruned(run: Run, baseline: Baseline, places: "Places") -> Baseline:
    """The baseline without what is fixed, the rest as it is found now; nothing is added.

    Documents that the run has not looked at stay as they are.
    """
    matched = places.match(run, baseline)
    looked_at = {places.of(result.path) for result in run.results}
    fixed = {path for path, _ in matched.fixed}
    documents = {
        path: known
        for path, known in baseline.documents.items()
        if path not in looked_at and path not in fixed and not places.is_gone(path)
    }
    for result in run.results:
        found = matched.known.get(places.of(result.path), ())
        if found:
            text = run.sources.get(result.path, "")
            documents[places.of(result.path)] = _known(text, found)
    return Baseline(documents)


class Places:
    """Where the documents of a run are.

    `of` gives the absolute path of one that reports call by some name, `is_gone` says of an
    absolute path whether nothing is there.
    """

    def __init__(self, of: Callable[[str], str], is_gone: Callable[[str], bool]) -> None:
        self.of = of
        self.is_gone = is_gone

    def match(self, run: Run, baseline: Baseline) -> Matched:
        """The run held against a baseline."""
        checked = {
            self.of(result.path): Checked(
                result.diagnostics, partial(_text, run.sources, result.path)
            )
            for result in run.results
        }
        return match(baseline, checked, self.is_gone)


def _text(sources: Mapping[str, str], path: str) -> str:
    return sources.get(path, "")


def _known(text: str, diagnostics: tuple[Diagnostic, ...]) -> KnownDocument:
    contents = contents_of(text, diagnostics)
    return KnownDocument(
        sketch_of(text),
        tuple(
            Entry(each.rule, each.section, base_of(each.fingerprint), contents[each], each.message)
            for each in diagnostics
        ),
    )
