"""What was measured, as the parts of a page in Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cases import BARE_PARSE, EMPTY_PYTHON
from comparison import Comparison
from growth import Size
from interleave import Result
from targets import Verdict, judge, judge_growth

_SMALL = 0.1
PARTS = ("conditions", "targets", "folder", "document", "growth")


def make_parts(comparison: Comparison) -> dict[str, str]:
    """The text of each of the `PARTS`, whole lines."""
    results = {**comparison.folder, **comparison.document}
    texts = (
        comparison.conditions.lines(),
        verdict_table([*judge(results), *judge_growth(comparison.growth)]),
        result_table(comparison.folder, BARE_PARSE),
        result_table(comparison.document, EMPTY_PYTHON),
        growth_table(comparison.growth),
    )
    made = ("".join(f"{line}\n" for line in lines) for lines in texts)
    return dict(zip(PARTS, made, strict=True))


def result_table(results: Mapping[str, Result], beside: str) -> Iterator[str]:
    """A row for each case, with its ratio to the case `beside`."""
    yield f"| Run | Median | Fastest – slowest | × {beside} | Peak memory |"
    yield "|---|---:|---:|---:|---:|"
    for name, each in results.items():
        ratio = each.seconds / results[beside].seconds
        yield (
            f"| {name} | {_duration(each.seconds)} "
            f"| {_duration(each.fastest)} – {_duration(each.slowest)} "
            f"| {_number(ratio)} | {each.memory:.0f} MB |"
        )


def verdict_table(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A row for each target."""
    yield "| Run | Beside | At most | Measured | |"
    yield "|---|---|---:|---:|---|"
    for each in verdicts:
        ratio = "" if each.ratio is None else _number(each.ratio)
        yield f"| {each.name} | {each.beside} | {each.limit:.2f} | {ratio} | {each.met} |"


def growth_table(sizes: Sequence[Size]) -> Iterator[str]:
    """A row for each folder; nothing where there is none."""
    if not sizes:
        return
    yield "| Documents | MB | Cold | Warm | Peak memory, cold | Peak memory, warm |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for each in sizes:
        yield (
            f"| {each.documents:,} | {each.megabytes:.1f} "
            f"| {_duration(each.cold.seconds)} | {_duration(each.warm.seconds)} "
            f"| {each.cold.memory:.0f} MB | {each.warm.memory:.0f} MB |"
        )


def _number(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= _SMALL else f"{ratio:.3f}"


def _duration(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
