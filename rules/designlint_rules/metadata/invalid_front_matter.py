from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Finding,
    FrontMatterError,
    KeyMatch,
    Lexicon,
    Rule,
    Severity,
    Span,
    find_violations,
    gives_no_value,
    in_vocabulary,
    is_marker,
    quoted,
    shortened,
)

_PLAIN = {
    "mapping values are not allowed": "a value with a colon in it needs quotes around it",
    "'\\t' that cannot start": "YAML is indented with spaces, and here is a tab",
    "could not find expected ':'": "a line before this one is no `key: value`",
}
"""What the YAML parser says of the commonest mistakes, and what they are."""


class InvalidFrontMatter(Rule):
    """The front matter is not the YAML that it has to be, or not what the template asks for.

    It stands between two `---` lines at the very start, and holds `key: value` lines. A key of
    the template's front matter is required and has to have a value, unless a comment there says
    that it is optional, the template itself leaves it empty while it fills others, or it leads to
    other documents as `superseded-by` does. `draft | review` lists what a value may be.

    With `front-matter-schema = "…"` in the `[[documents]]` entry, a JSON Schema takes the place
    of the template's front matter.

    ## Why

    Status, owner and type are read from it, by people and by programs; a program finds no
    document whose front matter is broken, and no owner where none is named.

    ## Example

    ```template
    ---
    status: draft | review | accepted
    owner: [Team]
    ---

    # Title

    ## Problem
    ```

    ```markdown
    ---
    status: draft
    ---

    # Cache invalidation

    ## Problem

    Prices are stale.
    ```

    ## Instead

    ```markdown
    ---
    status: draft
    owner: Payments
    ---

    # Cache invalidation

    ## Problem

    Prices are stale.
    ```
    """

    group: ClassVar[str] = "metadata"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """Where the YAML breaks; else one finding for each key, or one if all are missing."""
        front_matter = context.document.front_matter
        try:
            _ = front_matter and front_matter.values
        except FrontMatterError as error:
            yield _broken(context, error)
            return
        if context.alignment.foreign:
            return
        if context.schema is not None:
            found = find_violations(context.schema, context.document, context.lexicon)
        else:
            found = _against_template(context)
        for finding in found:
            said = finding.span.slice(context.document.text)
            if not (context.is_leftover(finding.span) or is_marker(said, context.lexicon)):
                yield finding


def _broken(context: Context, error: FrontMatterError) -> Finding:
    line = context.document.position(error.offset).line
    plain = next((text for said, text in _PLAIN.items() if said in error.message), "")
    return Finding(
        Span(error.offset, context.document.lines.end_of(line)),
        f"The front matter cannot be read: {plain or error.message}",
        "Correct the YAML between the two `---` lines.",
    )


def _against_template(context: Context) -> Iterator[Finding]:
    front_matter = context.document.front_matter
    wanted = [key for key in context.outline.keys if not key.optional]
    names = quoted(key.name for key in wanted)
    if front_matter is None:
        if wanted:
            yield Finding(
                Span(0, 0),
                f"There is no front matter, and the template asks for {names}",
                "Open the file with a line `---`, a line for each of them, and a line `---`.",
            )
        return
    missing = [each for each in context.keys if each.actual is None and each.expected in wanted]
    if len(missing) == len(wanted) > 1 and not any(each.similar for each in missing):
        message = f"The front matter has none of the template's keys: {names}"
        yield Finding(front_matter.fence, message, "Add a line for each of them.")
        missing = []
    for match in missing:
        at = front_matter.key_span(match.similar)
        yield _missing(match, at)
    for match in context.keys:
        if match.blank and match.actual is not None and not match.expected.optional:
            yield _blank(match, match.actual)
        elif not _is_status(context, match):
            yield from _outside(match, context.lexicon)


def _is_status(context: Context, match: KeyMatch) -> bool:
    """Whether a key states the document's status, which is another rule's to judge."""
    stated = {each.span for each in context.statuses} if match.values else set()
    return any(each.span in stated for each in match.values)


def _missing(match: KeyMatch, at: Span) -> Finding:
    name = match.expected.name
    place = f"after `{match.after}`" if match.after else "as its first line"
    add = f"Add `{name}: …` {place}.{_choices(match)}"
    if match.similar:
        message = f"`{name}` is missing from the front matter, which has `{match.similar}`"
        return Finding(at, message, f"Rename that to `{name}`, or a{add[1:]}")
    return Finding(at, f"`{name}` is missing from the front matter", add)


def _blank(match: KeyMatch, at: Span) -> Finding:
    name = match.expected.name
    if match.comment:
        message = f"`{name}` has no value: `{shortened(match.comment)}` is a comment to YAML"
        return Finding(at, message, f'Put it in quotes: `{name}: "{match.comment}"`.')
    fill = "" if match.expected.vocabulary else ", or say why there is nothing: `N/A — reason`"
    return Finding(at, f"`{name}` has no value", f"Fill it{fill}.{_choices(match)}")


def _outside(match: KeyMatch, lexicon: Lexicon) -> Iterator[Finding]:
    vocabulary = match.expected.vocabulary
    for value in match.values:
        if gives_no_value(value.text, lexicon):
            continue
        if not any(in_vocabulary(text, vocabulary) for text in (value.text, value.read)):
            said = f"`{match.expected.name}` says `{shortened(value.text)}`"
            message = f"{said}, which the template does not list"
            yield Finding(value.span, message, f"Use one of {quoted(vocabulary)}.")


def _choices(match: KeyMatch) -> str:
    values = [value for value in match.expected.vocabulary if value != "…"]
    return f" Use one of {quoted(values)}." if values else ""
