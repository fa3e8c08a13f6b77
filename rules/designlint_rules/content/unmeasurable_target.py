from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Finding,
    Rule,
    Severity,
    Span,
    Target,
    find_targets,
    is_marker,
    is_measurable,
    is_waiver,
    option,
    says_nothing,
    words,
)

_EXAMPLES = {
    "coverage": "80% of lines",
    "availability": "99.9% of a month",
    "uptime": "99.9% of a month",
    "throughput": "2,000 requests a second",
    "memory": "below 512 MB",
}
_USUAL_EXAMPLE = "p99 under 200 ms"


class UnmeasurableTarget(Rule):
    """A target, benchmark or coverage goal has no number.

    It counts where the template asks for one, in a field or a section (`Benchmarks`, `Coverage
    goals`, `Targets` of a performance test; not `Goals` or `Target platforms`), and in every table
    with a column for a metric and one for its target. A number may stand anywhere in it, in words
    too; a bound (`no regression`, `every endpoint`) and a reference to where the numbers are do as
    well. A field that has to be a number by a directive is `invalid-value`.

    ## Why

    "Fast enough" is never missed, and so never met.

    ## Example

    ```template
    # Title

    ## Performance Testing

    - **Scenarios**: [What load to test]
    - **Targets**: [Acceptable performance levels]
    ```

    ```markdown
    # Cache invalidation

    ## Performance Testing

    - **Scenarios**: The morning peak, replayed
    - **Targets**: Prices should load reasonably fast
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Performance Testing

    - **Scenarios**: The morning peak, replayed
    - **Targets**: Nine of ten prices load within 40 ms
    ```
    """

    group: ClassVar[str] = "content"
    severity: ClassVar[Severity] = Severity.WARNING

    names: tuple[str, ...] = option(
        (),
        description="Further names of fields, sections and columns that are to have a number.",
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each section, field or table cell; the widest hides what is in it."""
        told: list[Span] = []
        for target in find_targets(context.document, context.alignment, self.names):
            if any(each.encloses(target.span) for each in told) or _is_told(context, target):
                continue
            if not any(is_measurable(text, context.lexicon) for text in target.texts):
                if target.whole != target.span:  # Nothing stands in a cell.
                    told.append(target.whole)
                yield Finding(
                    target.span,
                    f"{_name(target)} gives no number to measure by",
                    f"Give one, such as `{_example(target.name)}`, or say why there is none: "
                    "`N/A — reason`.",
                )


def _is_told(context: Context, target: Target) -> bool:
    """Whether it says nothing, or something of it is still to be written: other rules tell that."""
    text = "\n".join(target.texts).strip()
    if says_nothing(text, context.lexicon) or is_waiver(text, context.lexicon):
        return True
    pending = any(is_marker(part, context.lexicon) for part in target.texts)
    return pending or context.is_unfinished(target.whole)


def _name(target: Target) -> str:
    if target.is_section:
        return f'Section "{target.name}"'
    return f'`{target.name}` of "{target.of}"' if target.of else f"`{target.name}`"


def _example(name: str) -> str:
    said = words(name)
    return next((shown for word, shown in _EXAMPLES.items() if word in said), _USUAL_EXAMPLE)
