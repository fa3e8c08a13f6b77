"""What was aimed at, as ratios of medians, and whether it was met."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import cases
from growth import Size
from interleave import Result


@dataclass(frozen=True)
class Target:
    """The case `name` is to take at most `limit` times as long as the case `beside`."""

    name: str
    beside: str
    limit: float


@dataclass(frozen=True)
class Verdict:
    """A target, in words, and the ratio that was measured; None where there is none."""

    name: str
    beside: str
    limit: float
    ratio: float | None

    @property
    def met(self) -> str:
        """In words."""
        if self.ratio is None:
            return "not measured"
        return "met" if self.ratio <= self.limit else "**not met**"


TARGETS = (
    Target(cases.COLD_ALONE, cases.BARE_PARSE, 0.45),
    Target(cases.COLD, cases.BARE_PARSE, 0.45),
    Target(cases.WARM, "rumdl, warm", 1.0),
    Target(cases.WARM, "mdsmith", 0.7),
    Target(cases.EDITED_ONE, cases.WARM, 1.2),
    Target(cases.ONE_COLD, cases.IMPORTS, 1.6),
    Target(cases.ONE_WARM, cases.EMPTY_PYTHON, 4.5),
)
GROWTH_IN_TIME = 10.5
GROWTH_IN_MEMORY = 1.5


def judge(results: Mapping[str, Result]) -> Iterator[Verdict]:
    """A verdict on each target."""
    for each in TARGETS:
        known = each.name in results and each.beside in results
        ratio = results[each.name].seconds / results[each.beside].seconds if known else None
        yield Verdict(each.name, each.beside, each.limit, ratio)


def judge_growth(sizes: Sequence[Size]) -> Iterator[Verdict]:
    """Verdicts on the largest folder beside the one before; none where there is only one."""
    if len(sizes) < 2:
        return
    small, large = sizes[-2:]
    for kind, few, many in (("cold", small.cold, large.cold), ("warm", small.warm, large.warm)):
        name, beside = (f"{each.documents:,} documents, {kind}" for each in (large, small))
        yield Verdict(name, beside, GROWTH_IN_TIME, many.seconds / few.seconds)
        yield Verdict(f"peak memory of {name}", beside, GROWTH_IN_MEMORY, many.memory / few.memory)
