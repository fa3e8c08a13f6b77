"""Which diagnostics of a run a baseline knows.

Every entry answers for one diagnostic at most, so that a second finding of the same kind in the
same place is new. Where it is not plain that both are the same, they are not: a finding that is
told again costs a look, one that is hidden costs trust.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from designlint.baseline.model import Baseline, Checked, Entry, KnownDocument, Matched
from designlint.baseline.words import (
    PathKey,
    Runs,
    hashes_in,
    is_enough,
    is_enough_of_document,
    path_key,
    read_runs,
    sample_of_words,
    share,
)
from designlint.finding import SECTION_DIGITS, Diagnostic


def match(
    baseline: Baseline, run: Mapping[str, Checked], is_gone: Callable[[str], bool]
) -> tuple[Matched, ...]:
    """Hold the documents of a run, by absolute paths, against a baseline.

    `is_gone` says of a path in the baseline that is not in the run whether its file is no more.
    Such a document is sought among those that the baseline does not know.
    """
    gone = [path for path in baseline.documents if path not in run and is_gone(path)]
    renamed = _renamed(baseline, gone, run)
    matched = []
    for path, known in baseline.documents.items():
        now = path if path in run else renamed.get(path)
        pairs, left = _pairs(known, run[now]) if now is not None else ([], [*known.entries])
        matched.append(Matched(path, now, tuple(each for _, each in pairs), tuple(left)))
    return tuple(matched)


def entry_of(diagnostic: Diagnostic) -> Entry:
    """The entry that answers for a diagnostic."""
    return Entry(
        diagnostic.rule,
        diagnostic.section,
        diagnostic.stem,
        sample_of_words(diagnostic.around),
        diagnostic.message,
    )


def _renamed(baseline: Baseline, gone: Iterable[str], run: Mapping[str, Checked]) -> dict[str, str]:
    """For known documents that are gone, the one of the run that has their words, if there is."""
    words = {
        path: read_runs(each.text()).whole
        for path, each in run.items()
        if gone and each.diagnostics and path not in baseline.documents
    }
    alike = sorted(
        (-share(baseline.documents[old].words, there), old, new)
        for old in gone
        for new, there in words.items()
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for found, old, new in alike:
        if is_enough_of_document(-found) and old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return pairs


_MOST = 0.75
"""A line of which more has stayed is the same line, reworded."""
_Pairs = list[tuple[Entry, Diagnostic]]


def _pairs(known: KnownDocument, checked: Checked) -> tuple[_Pairs, list[Entry]]:
    """Entries with their diagnostics, and the entries that have none."""
    pairs, left, told = _pair(
        known.entries, checked.diagnostics, lambda entry: (_stayed(entry),), _stayed
    )
    if left and told:
        reworded = _Reworded(told)
        more, left, told = _pair(left, told, reworded.of, _stayed)
        pairs += more
    if left and told:
        moves = _Moves(known, read_runs(checked.text()))
        more, left, _ = _pair(left, told, moves.of, _as_moved)
        pairs += more
    return pairs, left


def _pair(
    entries: Iterable[Entry],
    diagnostics: Iterable[Diagnostic],
    keys_of: Callable[[Entry], Iterable[object]],
    key_of: Callable[[Entry], object],
) -> tuple[_Pairs, list[Entry], list[Diagnostic]]:
    """Entries and diagnostics with a key in common, each once, and the rest of either.

    `keys_of` gives what an entry may be called now, `key_of` what the one that answers for a
    diagnostic is called.
    """
    waiting: dict[object, deque[Diagnostic]] = defaultdict(deque)
    for each in diagnostics:
        waiting[key_of(entry_of(each))].append(each)
    pairs: _Pairs = []
    left = []
    for entry in entries:
        key = next((key for key in keys_of(entry) if waiting.get(key)), None)
        if key is None:
            left.append(entry)
        else:
            pairs.append((entry, waiting[key].popleft()))
    return pairs, left, [each for rest in waiting.values() for each in rest]


def _stayed(entry: Entry) -> object:
    return (entry.rule, entry.fingerprint, entry.around)


class _Reworded:
    """Findings of the same fingerprint in lines of which most has stayed."""

    def __init__(self, told: Iterable[Diagnostic]) -> None:
        self._told: dict[str, list[Entry]] = defaultdict(list)
        for each in map(entry_of, told):
            self._told[each.fingerprint].append(each)

    def of(self, entry: Entry) -> Iterator[object]:
        """What the entry may be called now, the likeliest first."""
        alike = [
            (share(entry.around, hashes_in(each.around)), _stayed(each))
            for each in self._told.get(entry.fingerprint, ())
        ]
        likely = sorted((pair for pair in alike if pair[0] > _MOST), key=lambda pair: -pair[0])
        return (key for _, key in likely)


def _as_moved(entry: Entry) -> object:
    return (path_key(entry.section), *_found(entry))


def _found(entry: Entry) -> tuple[str, ...]:
    """What was found, wherever it stands."""
    return (entry.rule, entry.fingerprint[SECTION_DIGITS:], entry.around)


class _Moves:
    """Where the sections of a known document stand now."""

    def __init__(self, known: KnownDocument, runs: Runs) -> None:
        self._below = runs.below
        self._homes = {
            path: list(self._find(words))
            for titles, words in known.sections.items()
            if (path := path_key(titles)) not in runs.below
        }

    def of(self, entry: Entry) -> Iterator[object]:
        """The keys that the diagnostic would have now, none unless its section has moved."""
        path = path_key(entry.section)
        if path in self._below:
            return
        for end in range(len(path), 0, -1):
            for home in self._homes.get(path[:end], ()):
                yield ((*home, *path[end:]), *_found(entry))

    def _find(self, words: str) -> Iterator[PathKey]:
        """The innermost sections with the most of these words, if that is enough."""
        shares = {path: share(words, runs) for path, runs in self._below.items()}
        most = max(shares.values(), default=0)
        found = [path for path, each in shares.items() if each == most and is_enough(each)]
        around = {path[:end] for path in found for end in range(len(path))}
        return (path for path in found if path not in around)
