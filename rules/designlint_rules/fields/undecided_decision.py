from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import (
    Context,
    Document,
    Field,
    Finding,
    Note,
    Rule,
    Severity,
    is_filler,
    is_marker,
    is_undecided,
    is_waiver,
    names_an_option,
    options_of,
)


class UndecidedDecision(Rule):
    """Options are weighed and none is chosen, or the choice names none of them.

    A choice that shares no word with any option, and counts none out ("option 2", "both"), is a
    warning.

    ## Why

    The decision is what readers come for, and it has to be clear which option it is.

    ## Example

    ```template
    # Title

    ## Decision

    - **Options**:
      1. [First option]
      2. [Second option]
    - **Decision**: [What was chosen]
    ```

    ```markdown
    # Cache invalidation

    ## Decision

    - **Options**:
      1. Write through
      2. Leave entries to expire
    - **Decision**:
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Decision

    - **Options**:
      1. Write through
      2. Leave entries to expire
    - **Decision**: Write through
    ```
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True
    variants: ClassVar[Mapping[str, Severity]] = {"no-such-option": Severity.WARNING}

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each decision, at its label, or where it should stand."""
        document = context.document
        leftover = [each.span for each in context.placeholders]
        for decision in context.decisions:
            choice, options = decision.choice, decision.options.actual
            name = choice.expected.name
            if is_undecided(document, decision):
                at = choice.actual.span if choice.actual else choice.holder
                said = choice.actual.text(document) if choice.actual else ""
                what = f"says only `{said}`" if said else "is empty"
                what = what if choice.actual else "is missing"
                yield Finding(
                    at,
                    f'Nothing is decided in "{choice.owner}": `{name}` {what}',
                    f"Say which option was chosen: `{choice.expected.source()}`.",
                )
                continue
            if options is None or choice.actual is None:
                continue
            whole = choice.actual.whole
            unfilled = (options.whole, whole)
            if any(part.encloses(span) for span in leftover for part in unfilled):
                continue
            if is_filler(choice.actual.text(document)) or _says_nothing(document, options):
                continue
            named = options_of(document, options)
            if named and not names_an_option(document, named, choice.actual):
                yield Finding(
                    choice.actual.span,
                    f'`{name}` of "{choice.owner}" names none of its options',
                    "Name the chosen option as it is named above.",
                    (Note(options.span, "the options are here"),),
                    variant="no-such-option",
                )


def _says_nothing(document: Document, options: Field) -> bool:
    text = options.text(document)
    return not options.blocks and (is_marker(text) or is_filler(text) or is_waiver(text))
