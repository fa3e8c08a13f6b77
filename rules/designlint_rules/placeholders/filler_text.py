import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from designlint.api import (
    Context,
    Decision,
    Finding,
    Leaf,
    Rule,
    Severity,
    Span,
    is_filler,
    is_marker,
    is_not_applicable,
    is_undecided,
    option,
)


class FillerText(Rule):
    """Text that only fills the place: dummy text, or a bare `N/A`, `-` or `…`.

    A bare `N/A` is reported where the template wants content: as the whole of a section that it
    requires, or of a field in one. With a reason (`N/A — no database`) it is an answer. Without
    one it says all that there is to say where the template asks for what there may be none of
    ("list any new terms"), and above the first section, among owners and issue numbers.

    ## Why

    "Does not apply" is a claim, and a reviewer wants to know why.

    ## Example

    ```template
    # Title

    ## Migration

    [How existing data is moved]
    ```

    ```markdown
    # Cache invalidation

    ## Migration

    N/A
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Migration

    N/A — the cache holds nothing that is not in the database.
    ```
    """

    group: ClassVar[str] = "placeholders"
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True

    phrases: tuple[str, ...] = option(
        ("lorem ipsum", "foo bar", "asdf asdf"),
        description="Dummy text, in any case, that is reported wherever it stands outside code.",
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each dummy text, bare section and bare field."""
        yield from self._dummies(context)
        document = context.document
        for match in context.alignment.sections:
            if match.filler and match.required and match.actual and match.actual.blocks:
                said = match.actual.blocks[-1].span
                text = said.slice(document.text)
                if match.expected.perhaps and is_not_applicable(text, context.lexicon):
                    continue
                if not is_marker(text, context.lexicon):
                    yield _bare(said, f'Section "{match.actual.title}"', text)
        header = {id(field) for field in context.alignment.root.fields}
        for field in context.alignment.fields:
            if field.actual is None or field.actual.blocks:
                continue
            text = field.actual.text(document)
            if not is_filler(text, context.lexicon) or is_marker(text, context.lexicon):
                continue
            if id(field) in header and is_not_applicable(text, context.lexicon):
                continue
            if not any(each.choice is field for each in _undecided(context)):
                span = Span(field.actual.span.start, field.actual.value[-1].end)
                of = f' of "{field.owner}"' if field.owner else ""
                yield _bare(span, f"`{field.actual.label}`{of}", text)

    def _dummies(self, context: Context) -> Iterator[Finding]:
        for phrase in filter(str.strip, self.phrases):
            folded, exact = _patterns(phrase)
            if folded.search(context.folded) and exact.search(context.document.text):
                for leaf in context.document.leaves:
                    yield from _dummy(context, leaf, exact)


def _undecided(context: Context) -> Iterator[Decision]:
    """The decisions that another rule calls undecided."""
    for each in context.decisions:
        if is_undecided(context.document, each, context.lexicon):
            yield each


@lru_cache(maxsize=64)
def _patterns(phrase: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is quickly searched for in casefolded text, and what a phrase is in any case."""
    gap = r"\s+"  # A line may end between two words.
    folded, words = (gap.join(map(re.escape, each.split())) for each in (phrase.casefold(), phrase))
    edge = r"\b" if phrase.isascii() else ""  # Not all scripts divide words by spaces.
    return re.compile(folded), re.compile(f"{edge}{words}{edge}", re.IGNORECASE)


def _dummy(context: Context, leaf: Leaf, pattern: re.Pattern[str]) -> Iterator[Finding]:
    document = context.document
    content = document.content(leaf)
    match = pattern.search(content.text)
    if match is None:
        return
    span = content.span(*match.span())
    if not any(inline.span.encloses(span) for inline in document.inlines(leaf)):
        yield Finding(span, f'"{" ".join(match[0].split())}" is dummy text', "Write the real text.")


def _bare(span: Span, name: str, text: str) -> Finding:
    said = " ".join(text.split())
    return Finding(
        span,
        f"{name} says only `{said}`",
        "Fill it, or say why it does not apply: `N/A — reason`.",
    )
