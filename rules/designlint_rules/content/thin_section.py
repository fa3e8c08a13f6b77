from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import (
    CodeBlock,
    Context,
    Finding,
    ListBlock,
    Paragraph,
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
    option,
    says_nothing,
    words_in_field,
    words_in_section,
)

_ASKING = ("?", "？")
_LINKS = ("](", "][", "://")


class ThinSection(Rule):
    """A section or field has fewer words than are asked for.

    Where the template says `<!-- designlint: min-words=30 -->`, it is always judged. The rest is
    off by default: once the rule is switched on, every section counts for which the template
    shows prose alone and in which a document has no list, table, code, picture or link either,
    no `None`, and no question as its heading. Words below a section's own headings count as its;
    comments and code have none. Where text of the template is left, or a marker such as `TBD`,
    that alone is told.

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

    min_words: int = option(
        10,
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
            if not asked and _leads_elsewhere(context, section):
                continue
            count = words_in_section(context.document, match, least)
            if count >= least or not (asked or _is_to_be_longer(context, section)):
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
    """Whether the template shows nothing but prose, and no values or questions, which are short."""
    expected = match.expected
    short = expected.vocabulary or expected.role is Role.QUESTIONS
    return expected.prose and not expected.children and not short


def _leads_elsewhere(context: Context, section: Section) -> bool:
    text = section.span.slice(context.document.text)
    return any(mark in text for mark in _LINKS)


def _is_to_be_longer(context: Context, section: Section) -> bool:
    """Whether a section is nothing but text, and none that says all that there is to say.

    `None`, a reference or a picture do.
    """
    blocks = tuple(section.all_blocks())
    if any(isinstance(block, (CodeBlock, ListBlock, Table)) for block in blocks):
        return False
    said = (context.document.plain(block) for block in blocks if isinstance(block, Paragraph))
    opening = next(said, "")
    if says_nothing(opening, context.lexicon) or context.lexicon.patterns.pointer.match(opening):
        return False
    return not section.title.endswith(_ASKING) and not has_picture(context.document, blocks)


def _is_told(context: Context, body: Span) -> bool:
    """Whether it is waived, or something of it is still to be written, which other rules tell."""
    text = body.slice(context.document.text).lstrip(" \n-*+>")
    said = is_filler(text, context.lexicon) or is_waiver(text, context.lexicon)
    return said or is_marker(text, context.lexicon) or context.is_unfinished(body)


def _finding(span: Span, name: str, count: int, least: int, asked: object) -> Finding:
    said = "1 word" if count == 1 else f"{count or 'no'} words"
    return Finding(
        span,
        f"{name} has {said}, "
        + (f"and the template asks for {least}" if asked else f"fewer than {least}"),
        "Say what a reader has to know, or why there is nothing to say: `N/A — reason`.",
        variant="asked" if asked else "",
    )
