from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Missing, Note, Rule, Severity


class MissingSection(Rule):
    """A section of the template is nowhere in the document.

    Sections are found by name under any parent and at any level. Case, emphasis, numbering and
    the kind of heading make no difference. Where a whole section is missing, what belongs below
    it is not reported a second time. A section with much the same name is suggested, never
    taken for the missing one.

    ## Why

    Readers look for a section by the name that it has in every other document, and a reviewer
    has to ask for what is not there.

    ## Example

    ```template
    # Title

    ## Summary

    ## Risks
    ```

    ```markdown
    # Cache invalidation

    ## Summary

    Writes go through to the cache.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Summary

    Writes go through to the cache.

    ## Risks

    A lost message leaves a stale entry for up to one minute.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each missing section, or a single one where all are missing."""
        foreign = context.alignment.foreign
        if foreign:
            yield _all_missing(foreign)
            return
        for each in context.alignment.missing:
            yield _finding(context, each)


def _all_missing(gone: tuple[Missing, ...]) -> Finding:
    names = ", ".join(f'"{each.expected.title}"' for each in gone)
    return Finding(
        gone[0].parent.anchor,
        f"None of the template's {len(gone)} sections is here: {names}",
        "Start from the template, or choose another document type for this file.",
        tuple(
            Note(each.similar[0].anchor, f'is this meant to be "{each.expected.title}"?')
            for each in gone
            if each.similar
        ),
    )


def _finding(context: Context, each: Missing) -> Finding:
    expected = each.expected
    marks = "#" * each.level
    where = f' of "{each.parent.title}"' if each.parent.level > 1 else ""
    if each.bold is not None:
        name = each.bold.slice(context.document.text).strip(" *_:")
        in_html = context.document.text[each.bold.start - 1 : each.bold.start] == ">"
        html = "Take it out of the HTML, and w" if in_html else "W"
        return Finding(
            each.bold,
            f'Section "{expected.title}"{where} is only a bold line here, not a heading',
            f"{html}rite it as a heading: `{marks} {name}`.",
        )
    if each.hidden is not None:
        comment = each.hidden.comment
        return Finding(
            each.hidden.heading,
            f'Section "{expected.title}"{where} stands in a comment',
            "Take it out of the comment, and fill it.",
            absorbs=tuple(span for span in context.instructions if comment.encloses(span)),
        )
    if each.found:
        message = (
            f'Only {each.found} section{"" if each.found == 1 else "s"} like "{expected.title}"'
            f"{where}; the template asks for at least {expected.least}"
        )
    elif expected.pattern.free or expected.pattern.regex:
        number = "one or more" if expected.repeatable else "one"
        message = f'No section like "{expected.title}"{where}; the template asks for {number}'
    else:
        message = f'Section "{expected.title}"{where} is missing'
    place = f' after "{each.after}"' if each.after else f" as the first section{where}"
    if each.below is not None:
        place = f' above "{each.below.title}"'
    help_text = f"Add {'another ' if each.found else ''}`{marks} {expected.title}`{place}."
    notes: tuple[Note, ...] = ()
    if each.similar:
        best = each.similar[0]
        level = "" if best.level == each.level else f" as `{marks}`"
        if best.level < each.level and best.children:
            level += " with what belongs below it as much deeper"
        help_text = (
            f'Did you mean "{best.title}"? Rename it to "{expected.title}"{level}, '
            f"or add `{marks} {expected.title}`{place}."
        )
        notes = (Note(best.anchor, f'"{best.title}" is not in the template'),)
    elif each.below is not None:
        notes = (Note(each.below.anchor, "this belongs below it"),)
    return Finding(each.parent.anchor, message, help_text, notes)
