"""How time and memory grow with the number of documents, drawn as SVG."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from growth import Size
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

_STYLE = Path(__file__).with_name("performance.mplstyle")


def draw(sizes: Sequence[Size], path: Path) -> None:
    """Draw time and peak memory side by side, on logarithmic axes, and write `path`."""
    numbers = [each.documents for each in sizes]
    seconds = {
        "cold": [each.cold.seconds for each in sizes],
        "warm": [each.warm.seconds for each in sizes],
    }
    memory = {
        "cold": [each.cold.memory for each in sizes],
        "warm": [each.warm.memory for each in sizes],
    }
    with mpl.rc_context(fname=_STYLE):
        figure = Figure(figsize=(9.6, 4.2), layout="constrained")
        left, right = figure.subplots(1, 2)
        _draw_lines(left, numbers, seconds, "{:.3g} s")
        _draw_guide(left, numbers[0], seconds["cold"])
        left.set_title("Time in seconds")
        _draw_lines(right, numbers, memory, "{:.0f} MB")
        right.set_title("Peak memory of the largest process in MB")
        # More room than it takes: what hardly grows is to look so.
        right.set_ylim(min(map(min, memory.values())) / 4, max(map(max, memory.values())) * 4)
        figure.savefig(path, metadata={"Date": None, "Creator": None})


def _draw_lines(
    axes: Axes, numbers: Sequence[int], lines: Mapping[str, Sequence[float]], unit: str
) -> None:
    """Both lines, each with its name and its last value where it ends."""
    axes.set(xscale="log", yscale="log", xlabel="Documents")
    axes.set_xticks(numbers)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_locator(NullLocator())
        axis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,g}"))
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.grid(axis="y")
    upper = max(lines, key=lambda name: lines[name][-1])
    for name, values in lines.items():
        (line,) = axes.plot(numbers, values, marker="o")
        axes.annotate(
            f"{name} {unit.format(values[-1])}",
            (numbers[-1], values[-1]),
            xytext=(9, 7 if name == upper else -7),
            textcoords="offset points",
            color=line.get_color(),
            verticalalignment="center",
        )


def _draw_guide(axes: Axes, first: int, values: Sequence[float]) -> None:
    """A line of slope 1 from where the cold runs begin, as high as they end."""
    times = max(values) / values[0]
    ends = [first, first * times], [values[0], values[0] * times]
    axes.plot(*ends, color=mpl.rcParams["text.color"], dashes=(2, 3), linewidth=1)
    axes.annotate(
        "ten times the documents,\nten times the time",
        (first * times, values[0] * times),
        xytext=(-14, 0),
        textcoords="offset points",
        horizontalalignment="right",
        verticalalignment="center",
        fontsize=9.5,
    )
