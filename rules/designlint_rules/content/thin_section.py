from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from designlint.api import (
    CodeBlock,
    Context,
    Finding,
    ListBlock,
    Role,
    Rule,
    Section,
    SectionMatch,
    Severity,
    Span,
    Table,
    has_picture,
    is_blank,
    is_filler,
    is_marker,
    is_waiver,
    words_in_field,
    words_in_section,
)


class ThinSection(Rule):
    """A section or field has fewer words than are asked for.

    Where the template says `<!-- designlint: min-words=30 -->`, it is always judged. The rest is
    off by default: once the rule is switched on, every section counts for which the template
    shows prose and in which a document has prose alone, no list, table, code or picture. Words
    below a section's own headings count as its; comments, code and what the template left
    do not.

    ## Why

    A sentence where a reviewer needs an argument costs a round of questions.

    ## Example

    ```template
    # Title

    ## Motivation

    <!-- designlint: min-words=12 -->

    [Who needs this, and what happens without it]
    ```

    ```markdown
    # Cache invalidation

    ## Motivation

    Prices are stale.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Motivation

    A price that changed is shown for up to an hour, and support answers thirty calls a day.
    ```
    """

    group: ClassVar[str] = "content"
    severity: ClassVar[Severity] = Severity.OFF
    variants: ClassVar[Mapping[str, Severity]] = {"asked": Severity.WARNING}

    min_words: int = Field(
        20,
        ge=1,
        description="How many words a section of prose is to have where the template does not say.",
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each heading or label; the widest hides what is in it."""
        told: list[Span] = []
        for finding, whole in (*self._sections(context), *_fields(context)):
            if not any(each.encloses(finding.span) for each in told):
                told.append(whole)
                yield finding

    def _sections(self, context: Context) -> Iterator[tuple[Finding, Span]]:
        for match in context.alignment.sections:
            section, asked = match.actual, match.expected.min_words
            least = asked or (self.min_words if _wants_prose(match) else 0)
            if section is None or not least or not _is_judged(match):
                continue
            count = words_in_section(context.document, match, least)
            if count >= least or not (asked or _is_prose(context, section)):
                continue
            title = section if match.expected.level else context.alignment.title or section
            body = Span(title.anchor.end, section.span.end)
            if not _is_told(context, body):
                name = f'Section "{title.title}"' if match.expected.level else "The document"
                yield _finding(title.anchor, name, count, least, asked), section.span


def _fields(context: Context) -> Iterator[tuple[Finding, Span]]:
    for match in context.alignment.fields:
        field, least = match.actual, match.expected.min_words
        if field is None or not least or is_blank(context.document, field):
            continue
        count = words_in_field(context.document, field, least)
        body = Span(field.span.end, field.whole.end)
        if count < least and not _is_told(context, body):
            of = f' of "{match.owner}"' if match.owner else ""
            yield (
                _finding(field.span, f"`{field.label}`{of}", count, least, asked=True),
                field.whole,
            )


def _is_judged(match: SectionMatch) -> bool:
    """Whether a section says something, and is asked for or optional: not one of a later status."""
    return match.is_open and (match.required or match.expected.optional)


def _wants_prose(match: SectionMatch) -> bool:
    """Whether the template shows prose, and no values or questions, which may be short."""
    expected = match.expected
    return expected.prose and not expected.vocabulary and expected.role is not Role.QUESTIONS


def _is_prose(context: Context, section: Section) -> bool:
    """Whether nothing but prose says what a section has to say."""
    blocks = tuple(section.all_blocks())
    shown = any(isinstance(block, (CodeBlock, ListBlock, Table)) for block in blocks)
    return not shown and not has_picture(context.document, blocks)


def _is_told(context: Context, body: Span) -> bool:
    """Whether it is waived, or something of it is still to be written, which other rules tell."""
    text = body.slice(context.document.text).lstrip(" \n-*+>")
    said = is_filler(text, context.lexicon) or is_waiver(text, context.lexicon)
    return said or is_marker(text, context.lexicon) or context.is_unfinished(body)


def _finding(span: Span, name: str, count: int, least: int, asked: object) -> Finding:
    words = "1 word" if count == 1 else f"{count or 'no'} words"
    return Finding(
        span,
        f"{name} has {words}, "
        + (f"and the template asks for {least}" if asked else f"fewer than {least}"),
        "Say what a reader has to know, or why there is nothing to say: `N/A — reason`.",
        variant="asked" if asked else "",
    )
