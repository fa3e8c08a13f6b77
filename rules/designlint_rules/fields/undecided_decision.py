from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import (
    Context,
    Field,
    Finding,
    Note,
    Rule,
    Severity,
    find_choices,
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
    warning. Where the template offers boxes (`- [ ] **Extension**: …`), one has to be ticked.

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
        yield from self._in_fields(context)
        for choice in find_choices(context.document, context.alignment):
            if choice.open and not choice.ticked:
                first = choice.open[0].blocks[0].span
                yield Finding(
                    first,
                    f'None of the boxes of "{choice.section.expected.title}" is ticked',
                    "Tick what applies: `[x]`; the others may go.",
                )

    def _in_fields(self, context: Context) -> Iterator[Finding]:
        document = context.document
        leftover = [each.span for each in context.placeholders]
        for decision in context.decisions:
            choice, options = decision.choice, decision.options.actual
            name = choice.expected.name
            if is_undecided(document, decision, context.lexicon):
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
            said = choice.actual.text(document)
            if is_filler(said, context.lexicon) or _says_nothing(context, options):
                continue
            named = options_of(document, options, context.lexicon)
            if named and not names_an_option(document, named, choice.actual, context.lexicon):
                yield Finding(
                    choice.actual.span,
                    f'`{name}` of "{choice.owner}" names none of its options',
                    "Name the chosen option as it is named above.",
                    (Note(options.span, "the options are here"),),
                    variant="no-such-option",
                )


def _says_nothing(context: Context, options: Field) -> bool:
    text = options.text(context.document)
    says = (is_marker, is_filler, is_waiver)
    return not options.blocks and any(each(text, context.lexicon) for each in says)
