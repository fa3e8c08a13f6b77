"""A run without what a baseline knows, and a baseline of what a run found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from designlint.baseline.match import entry_of, match
from designlint.baseline.model import Baseline, Checked, Entry, KnownDocument, Matched
from designlint.baseline.words import Runs, Sampler, path_key, read_runs
from designlint.report.run import Run


def _always(path: str) -> bool:
    return True


class Places(Struct, frozen=True):
    """Where the documents of a run are, and what it has looked at.

    `of` gives the absolute path of one that reports call by some name, `is_gone` says of an
    absolute path whether nothing is there, and `covers` whether it would have been checked if
    something were. `rules` are the names of the rules that ran, by document type; None for all.
    """

    of: Callable[[str], str]
    is_gone: Callable[[str], bool]
    covers: Callable[[str], bool] = _always
    rules: Mapping[str, Set[str]] | None = None
    templates: tuple[str, ...] = ()

    def checked(self, run: Run) -> dict[str, Checked]:
        """The documents of a run, by absolute paths."""
        return {
            self.of(result.path): Checked(
                result.diagnostics, partial(_text, run.sources, result.path)
            )
            for result in run.results
        }


def without_known(run: Run, baseline: Baseline, places: Places) -> Run:
    """The run without the diagnostics that the baseline knows, which are counted."""
    matched = match(baseline, places.checked(run), places.is_gone)
    known = {each for one in matched for each in one.known}
    fixed = sum(len(_fixed(each, run, places)) for each in matched)
    results = tuple(
        replace(result, diagnostics=tuple(each for each in result.diagnostics if each not in known))
        for result in run.results
    )
    baselined = tuple(sorted(known, key=lambda each: each.sort_key))
    return replace(run, results=results, baselined=baselined, fixed=fixed)


def baseline_of(run: Run, places: Places) -> Baseline:
    """All that a run found, as known."""
    return _collect(places.checked(run), places.templates)


def pruned(
    run: Run, baseline: Baseline, places: Places, read: Callable[[str], str]
) -> tuple[Baseline, tuple[tuple[str, Entry], ...]]:
    """The baseline without what is fixed, the rest as it is found now; and what is fixed.

    Nothing is added, and what the run has not looked at stays as it is. `read` gives the text of a
    known document that is not in the run: what documents have in common is no sign of one.
    """
    checked = places.checked(run)
    matched = match(baseline, checked, places.is_gone)
    known = {each.now: each.known for each in matched}
    seen = {path: replace(each, diagnostics=known.get(path, ())) for path, each in checked.items()}
    seen |= {each.path: Checked((), partial(read, each.path)) for each in matched if not each.now}
    today = _collect(seen, places.templates).documents
    documents: dict[str, KnownDocument] = {}
    gone: list[tuple[str, Entry]] = []
    for each in matched:
        fixed = _fixed(each, run, places)
        gone += ((each.path, entry) for entry in fixed)
        before = baseline.documents[each.path]
        left = tuple(entry for entry in each.left if entry not in fixed)
        now = today.get(each.now or "", replace(before, entries=()))
        sections = {**(before.sections if left else {}), **now.sections}
        if left or now.entries:
            documents[each.now or each.path] = replace(
                now, sections=sections, entries=(*now.entries, *left)
            )
    return Baseline(documents), tuple(gone)


def _fixed(matched: Matched, run: Run, places: Places) -> tuple[Entry, ...]:
    """The entries that nothing answers to although their rules have looked for it."""
    if not matched.left:
        return ()
    types = {places.of(result.path): result.type_name for result in run.results}
    failed = {(places.of(each.path), each.rule) for each in run.failures}
    if matched.now is None and not (places.is_gone(matched.path) and places.covers(matched.path)):
        return ()
    return tuple(
        entry
        for entry in matched.left
        if _ran(entry.rule, types.get(matched.now or ""), places)
        and (matched.now, entry.rule) not in failed
    )


def _ran(rule: str, type_name: str | None, places: Places) -> bool:
    if places.rules is None:
        return True
    if type_name is None:
        return any(rule in rules for rules in places.rules.values())
    return rule in places.rules.get(type_name, ())


def _text(sources: Mapping[str, str], path: str) -> str:
    return sources.get(path, "")


def _collect(documents: Mapping[str, Checked], templates: Iterable[str]) -> Baseline:
    runs = {path: read_runs(each.text()) for path, each in documents.items()}
    sampler = Sampler(runs.values(), templates)
    return Baseline(
        {
            path: _known(each, runs[path], sampler)
            for path, each in documents.items()
            if each.diagnostics
        }
    )


def _known(checked: Checked, runs: Runs, sampler: Sampler) -> KnownDocument:
    paths = {each.section for each in checked.diagnostics}
    return KnownDocument(
        sampler.of_document(runs),
        dict(found for path in paths for found in _section(path, runs, sampler)),
        tuple(map(entry_of, checked.diagnostics)),
    )


def _section(
    path: tuple[str, ...], runs: Runs, sampler: Sampler
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The innermost section on the way to `path` that has enough text of its own."""
    for end in range(len(path), 0, -1):
        words = sampler.of_section(runs, path_key(path[:end]))
        if words:
            yield path[:end], words
            return
