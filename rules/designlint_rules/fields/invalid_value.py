import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Document,
    Field,
    Finding,
    Paragraph,
    Rule,
    Severity,
    Span,
    ValueKind,
    gives_no_value,
    in_vocabulary,
    name_and_value,
    quoted,
    shortened,
)

_UNITS = (
    r"(?:[µmn]?s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)"
)
_KINDS: dict[ValueKind, Callable[[str], object]] = {
    ValueKind.NUMBER: re.compile(r"\d").search,
    ValueKind.PERCENTAGE: re.compile(r"\d\s*(?:%|percent)", re.IGNORECASE).search,
    ValueKind.DURATION: re.compile(rf"\d\s*{_UNITS}\b|\bP\d*T?\d", re.IGNORECASE).search,
    ValueKind.DATE: re.compile(r"\b\d{4}-\d{2}-\d{2}\b").search,
    ValueKind.URL: re.compile(r"\bhttps?://\S").search,
    ValueKind.PERSON: re.compile(r"@\w|\w+@\w|[^\W\d_]{2,}").search,
}
_NOUNS = {
    ValueKind.DATE: "ISO date",
    ValueKind.URL: "URL",
    ValueKind.PERSON: "name of a person",
}
_EXAMPLES = {
    ValueKind.NUMBER: "250",
    ValueKind.PERCENTAGE: "95 %",
    ValueKind.DURATION: "200 ms",
    ValueKind.DATE: "2026-03-01",
    ValueKind.URL: "https://example.org/design",
    ValueKind.PERSON: "@name",
}


class InvalidValue(Rule):
    """A value is outside the template's vocabulary, or not of the kind that it asks for.

    A vocabulary is what the template lists (`High/Med/Low`, `Draft | Review | Accepted`), in
    fields and in table columns; case, abbreviations (`Medium` for `Med`) and an explanation
    behind the value make no difference. A kind is what `<!-- designlint: value=number -->` says.
    The document's status is judged by `invalid-status`.

    ## Why

    Values from a list are sorted, counted and coloured by.

    ## Example

    ```template
    # Title

    ## Risks

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | [What may happen] | High/Med/Low | [What we do] |
    ```

    ```markdown
    # Cache invalidation

    ## Risks

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | A message is lost | Dire | Entries expire after a minute |
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Risks

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | A message is lost | Medium (stale prices) | Entries expire after a minute |
    ```
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each value."""
        for finding in (*_in_fields(context), *_in_tables(context)):
            if not context.is_leftover(finding.span) and not _is_status(context, finding.span):
                yield finding


def _is_status(context: Context, span: Span) -> bool:
    stated = (each.span for each in context.statuses)
    return any(span.encloses(each) or each.encloses(span) for each in stated)


def _in_fields(context: Context) -> Iterator[Finding]:
    for field in context.alignment.fields:
        if field.actual is None or not (field.expected.vocabulary or field.expected.kind):
            continue
        text, span = _value(context.document, field.actual)
        if not text or gives_no_value(text, context.lexicon):
            continue
        plain = context.document.plain_text(text)
        if field.expected.vocabulary and not in_vocabulary(plain, field.expected.vocabulary):
            name = field.actual.label
            name = name_and_value(name)[0] if field.actual.section else name
            yield _outside(span, f"`{name}`", plain, field.expected.vocabulary)
        kind = field.expected.kind
        said = text if kind is ValueKind.URL else plain
        if kind is not None and not _KINDS[kind](said):
            yield Finding(
                span,
                f"`{field.actual.label}` has no {_NOUNS.get(kind, kind.value)} in it",
                f"Give one, such as `{_EXAMPLES[kind]}`.",
            )


def _value(document: Document, field: Field) -> tuple[str, Span]:
    """What a field says and where: after its label, or in the first paragraph below that."""
    text = field.text(document)
    if field.section is not None:
        text = name_and_value(field.label)[1]
        if text:
            return text, field.span
    if not text and field.blocks and isinstance(field.blocks[0], Paragraph):
        return document.source(field.blocks[0]), field.blocks[0].span
    if not text:
        return "", field.span
    return text, field.value_span(document)


def _in_tables(context: Context) -> Iterator[Finding]:
    tables = (table for section in context.alignment.sections for table in section.tables)
    for table in tables:
        for column, at in table.pairs():
            cells = (row.cells[at] for row in table.data_rows if column.vocabulary)
            for cell in cells:
                text = context.document.plain(cell)
                if not text or gives_no_value(text, context.lexicon):
                    continue
                if not in_vocabulary(text, column.vocabulary):
                    name = f'Column "{column.name}"'
                    yield _outside(cell.span, name, text, column.vocabulary)


def _outside(span: Span, name: str, text: str, vocabulary: tuple[str, ...]) -> Finding:
    message = f"{name} says `{shortened(text)}`, which the template does not list"
    return Finding(span, message, f"Use one of {quoted(vocabulary)}.")
