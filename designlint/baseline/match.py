"""Which diagnostics of a run a baseline knows.

Every entry answers for one diagnostic at most, so that a second finding of the same kind in the
same place is new. Where fingerprints do not agree, only the content does: a section that was
moved as it is, and a file that is gone and has its lines in another.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from designlint.baseline.digest import contents_of, is_like, likeness, paths_of, sketch_of
from designlint.baseline.model import Baseline, Entry, Matched
from designlint.finding import Diagnostic


@dataclass(frozen=True, slots=True)
class Checked:
    """A document of the run: its diagnostics, and its text, which is seldom asked for."""

    diagnostics: tuple[Diagnostic, ...]
    text: Callable[[], str]


def match(
    baseline: Baseline, run: Mapping[str, Checked], is_gone: Callable[[str], bool]
) -> Matched:
    """Hold the documents of a run, by absolute paths, against a baseline.

    `is_gone` says of a path in the baseline that is not in the run whether its file is no more.
    """
    pairs = {path: path for path in baseline.documents if path in run}
    gone = sorted(path for path in baseline.documents if path not in run and is_gone(path))
    pairs |= _renamed(baseline, gone, run)
    known: dict[str, tuple[Diagnostic, ...]] = {}
    fixed: list[tuple[str, Entry]] = []
    for path, document in baseline.documents.items():
        if path in pairs:
            now = pairs[path]
            matching = _Matching(document.entries, run[now])
            known[now] = tuple(matching.known)
            fixed += ((path, entry) for entry in matching.entries)
        elif path in gone:
            fixed += ((path, entry) for entry in document.entries)
    return Matched(known, tuple(fixed))


def base_of(fingerprint: str) -> str:
    """A fingerprint without the number that tells equal ones apart."""
    return fingerprint.partition("-")[0]


@dataclass
class _Matching:
    """The entries of one document against what is found in it now.

    `entries` and `found` are what is left of both, `known` what was matched.
    """

    entries: Iterable[Entry]
    checked: Checked
    known: list[Diagnostic] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.found = list(self.checked.diagnostics)
        self._match(lambda entry: entry.fingerprint, lambda each: base_of(each.fingerprint))
        if self.entries and self.found:
            self._match_moved()

    def _match(
        self, of_entry: Callable[[Entry], str], of_found: Callable[[Diagnostic], str]
    ) -> None:
        open_ = Counter(map(of_entry, self.entries))
        left = []
        for each in self.found:
            key = of_found(each)
            if open_[key]:
                open_[key] -= 1
                self.known.append(each)
            else:
                left.append(each)
        self.found = left
        rest = []
        for entry in reversed(list(self.entries)):
            if open_[of_entry(entry)]:
                open_[of_entry(entry)] -= 1
                rest.append(entry)
        self.entries = rest[::-1]

    def _match_moved(self) -> None:
        """Match by content what stood in sections that are no longer where they were."""
        text = self.checked.text()
        standing = paths_of(text)
        stayed = [entry for entry in self.entries if entry.section in standing or not entry.section]
        self.entries = [entry for entry in self.entries if entry not in stayed]
        contents = contents_of(text, tuple(self.found))
        self._match(lambda entry: entry.content, lambda each: contents[each])
        self.entries = [*stayed, *self.entries]


def _renamed(baseline: Baseline, gone: Iterable[str], run: Mapping[str, Checked]) -> dict[str, str]:
    """For known documents that are gone, the one of the run that has their lines, if there is."""
    sketches = {
        path: sketch_of(each.text())
        for path, each in run.items()
        if gone and each.diagnostics and path not in baseline.documents
    }
    alike: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for old in gone:
        sketch = baseline.documents[old].sketch
        for new, other in sketches.items():
            if is_like(sketch, other):
                alike[likeness(sketch, other)].append((old, new))
    pairs: dict[str, str] = {}
    for shared in sorted(alike, reverse=True):
        for old, new in sorted(alike[shared]):
            if old not in pairs and new not in pairs.values():
                pairs[old] = new
    return pairs
