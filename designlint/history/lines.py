"""Lines of a file as it is now → the same lines as they stand in a commit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile


def as_lines(data: bytes) -> list[bytes]:
    """The lines of a file, without their ends; only a line feed ends one, as git counts."""
    return [line.removesuffix(b"\r") for line in data.split(b"\n")]


def committed_lines(
    now: Sequence[bytes], then: Sequence[bytes], wanted: Iterable[int]
) -> dict[int, int]:
    """The 1-based numbers of the `wanted` lines of `now` in `then`; changed ones are left out.

    What both files open and end with is taken line by line. In between, a line is found by its
    text, wherever it was moved, and the nth of equal ones is the nth, if there are as many. That
    takes one pass over each, whatever they hold.
    """
    head = _alike(now, then)
    tail = _alike(now[head:][::-1], then[head:][::-1])
    places: dict[bytes, list[int]] = defaultdict(list)
    for at in range(head, len(then) - tail):
        places[then[at]].append(at)
    counts: Counter[bytes] = Counter()
    ranks: dict[int, int] = {}
    for at in range(head, len(now) - tail):
        ranks[at] = counts[now[at]]
        counts[now[at]] += 1
    found: dict[int, int] = {}
    for number in wanted:
        at = number - 1
        if at < head:
            found[number] = number
        elif len(now) - tail <= at < len(now):
            found[number] = number - len(now) + len(then)
        elif at in ranks and counts[now[at]] == len(places[now[at]]):
            found[number] = places[now[at]][ranks[at]] + 1
    return found


def _alike(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many lines two files have in common before they differ."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
