from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    CodeBlock,
    Context,
    Finding,
    Rule,
    Severity,
    Span,
    is_filler,
    is_marker,
    is_waiver,
)


class MissingCodeBlock(Rule):
    """A diagram, interface or data model that the template shows in a fence is absent or empty.

    A fence of the template that holds only a placeholder, or nothing, asks for a code block: in
    its section, or below its field. An image does for the diagram of a section. `N/A — reason`
    in the place of it is an answer.

    ## Why

    An interface in prose leaves open what the code would have settled.

    ## Example

    ````template
    # Title

    ## Data model

    ```
    [Tables and keys]
    ```
    ````

    ```markdown
    # Cache invalidation

    ## Data model

    One table, keyed by product.
    ```

    ## Instead

    ````markdown
    # Cache invalidation

    ## Data model

    One table, keyed by product.

    ```sql
    CREATE TABLE entry (product TEXT PRIMARY KEY, price NUMERIC);
    ```
    ````
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the section's heading, the field's label, or the empty fence."""
        for section in context.alignment.sections:
            for match in section.codes:
                if match.actual is None and section.actual is not None:
                    title = section.actual.title
                    at = match.empty.span if match.empty else section.actual.anchor
                    yield _finding(f'"{title}"', match.expected.language, at, match.empty)
        for field in context.alignment.fields:
            wanted = field.expected.code
            if wanted is None or field.actual is None or field.code is not None:
                continue
            text = field.actual.text(context.document)
            says = (is_waiver, is_filler, is_marker)
            if any(each(text, context.lexicon) for each in says):
                continue
            if any(field.actual.whole.encloses(each.span) for each in context.placeholders):
                continue
            blocks = (b for b in field.actual.blocks if isinstance(b, CodeBlock))
            empty = next(blocks, None)
            at = empty.span if empty else field.actual.span
            name = f'`{field.actual.label}` of "{field.owner}"'
            yield _finding(name, wanted.language, at, empty)


def _finding(name: str, language: str, at: Span, empty: CodeBlock | None) -> Finding:
    kind = f"`{language}` code block" if language else "code block"
    if empty is None:
        message, verb = f"{name} has no {kind}", "Add one"
    elif language and empty.language != language:
        message, verb = f"{name} has no {kind}", f"Write this one in `{language}`"
    else:
        message, verb = f"The {kind} of {name} is empty", "Fill it"
    return Finding(at, message, f"{verb}, or say why there is none: `N/A — reason`.")
