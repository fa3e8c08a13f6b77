"""What was measured, as Markdown, and the page that holds it between words written by hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cases import BARE_PARSE, EMPTY_PYTHON
from comparison import Comparison
from growth import Size
from interleave import Result
from targets import Verdict, judge, judge_growth

PARTS = ("conditions", "targets", "folder", "document", "growth")


class PageError(Exception):
    """A page without a place for what was measured; one line."""


def make_parts(comparison: Comparison) -> dict[str, str]:
    """The text of each of the `PARTS`."""
    results = {**comparison.folder, **comparison.document}
    texts = (
        comparison.conditions.lines(),
        verdict_table([*judge(results), *judge_growth(comparison.growth)]),
        result_table(comparison.folder, BARE_PARSE),
        result_table(comparison.document, EMPTY_PYTHON),
        growth_table(comparison.growth),
    )
    return dict(zip(PARTS, map("\n".join, texts), strict=True))


def result_table(results: Mapping[str, Result], beside: str) -> Iterator[str]:
    """A row for each case, with its ratio to the case `beside`."""
    yield f"| Run | Median | Fastest – slowest | × {beside} | Peak memory |"
    yield "|---|---:|---:|---:|---:|"
    for name, each in results.items():
        ratio = each.seconds / results[beside].seconds
        yield (
            f"| {name} | {_duration(each.seconds)} "
            f"| {_duration(each.fastest)} – {_duration(each.slowest)} "
            f"| {ratio:.2f} | {each.memory:.0f} MB |"
        )


def verdict_table(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A row for each target."""
    yield "| Run | Beside | At most | Measured | |"
    yield "|---|---|---:|---:|---|"
    for each in verdicts:
        ratio = "" if each.ratio is None else f"{each.ratio:.2f}"
        yield f"| {each.name} | {each.beside} | {each.limit:.2f} | {ratio} | {each.met} |"


def growth_table(sizes: Sequence[Size]) -> Iterator[str]:
    """A row for each folder."""
    yield "| Documents | MB | Cold | Warm | Peak memory, cold | Peak memory, warm |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for each in sizes:
        yield (
            f"| {each.documents:,} | {each.megabytes:.1f} "
            f"| {_duration(each.cold.seconds)} | {_duration(each.warm.seconds)} "
            f"| {each.cold.memory:.0f} MB | {each.warm.memory:.0f} MB |"
        )


def _duration(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def splice(page: str, parts: Mapping[str, str]) -> str:
    """The page with each part between its marks, and all else as it was. Raises PageError."""
    for name, part in parts.items():
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        before, found, rest = page.partition(begin)
        _, closed, after = rest.partition(end)
        if not found or not closed:
            raise PageError(f"the page has no `{begin}` with an `{end}` after it")
        page = f"{before}{begin}\n{part}\n{end}{after}"
    return page
