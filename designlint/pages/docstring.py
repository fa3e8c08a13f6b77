"""The parts of a rule's docstring.

The first line says in one sentence what the rule finds, and paragraphs may follow. Then come
`## Why`, `## Example` with a `markdown` fence in which the rule finds something, `## Instead`
with one in which it finds nothing, and, if need be, `## Notes`. A `template` fence before the
example's document is the template that both are held against.
"""

import inspect

from msgspec import Struct

from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock
from designlint.document.sections import Section
from designlint.rule import Rule

REQUIRED = ("Why", "Example", "Instead")
OPTIONAL = ("Notes",)
DEFAULT_TEMPLATE = """\
# [Title]

## Summary

[What this document is about]
"""
"""What an example is held against when it brings no template along."""


class Docstring(Struct, frozen=True):
    """A docstring in parts.

    `lead` is the text before the first heading, `sections` each heading with the text below it.
    `example` and `instead` are documents, None where there is none. `problems` says in what the
    docstring is not a page.
    """

    summary: str
    lead: str
    sections: tuple[tuple[str, str], ...]
    template: str
    example: str | None
    instead: str | None
    problems: tuple[str, ...]


def read_docstring(rule_class: type[Rule]) -> Docstring:
    """The docstring that `rule_class` itself has; a rule without one has an empty one."""
    text = inspect.cleandoc(rule_class.__dict__.get("__doc__") or "")
    document = parse_document(text)
    tops = document.root.children
    lead = document.text[: tops[0].span.start].strip() if tops else text
    by_title = {section.title: section for section in tops}
    fences = {title: _fences(document, by_title.get(title)) for title in ("Example", "Instead")}
    templates = [body for name, body in fences["Example"] if name == "template"]
    documents = {
        title: [body for name, body in found if name == "markdown"]
        for title, found in fences.items()
    }
    return Docstring(
        summary=lead.partition("\n")[0],
        lead=lead,
        sections=tuple((section.title, _text(document, section)) for section in tops),
        template=templates[0] if templates else DEFAULT_TEMPLATE,
        example=next(iter(documents["Example"]), None),
        instead=next(iter(documents["Instead"]), None),
        problems=(*_problems(lead, tops), *_fence_problems(fences)),
    )


def _problems(lead: str, tops: tuple[Section, ...]) -> list[str]:
    if not lead:
        return ["the docstring does not open with a sentence that says what the rule finds"]
    summary, _, rest = lead.partition("\n")
    problems = []
    if not summary.endswith(".") or (rest and not rest.startswith("\n")):
        problems.append("the first line of the docstring is not one sentence with a full stop")
    titles = tuple(section.title for section in tops)
    wanted = (*REQUIRED, *(title for title in OPTIONAL if title in titles))
    if titles != wanted or any(section.level != 2 for section in tops):
        headings = ", ".join(f"`## {title}`" for title in REQUIRED)
        problems.append(f"the headings are not {headings} and, if need be, `## Notes`")
    return problems


def _fence_problems(fences: dict[str, list[tuple[str, str]]]) -> list[str]:
    problems = []
    for title, found in fences.items():
        names = [name for name, _ in found]
        if names.count("markdown") != 1:
            problems.append(f"`## {title}` does not hold exactly one `markdown` fence")
    names = [name for name, _ in fences["Example"] if name in ("markdown", "template")]
    if "template" in names and names != ["template", "markdown"]:
        problems.append("`## Example` holds a `template` fence that is not before the document")
    return problems


def _fences(document: Document, section: Section | None) -> list[tuple[str, str]]:
    """Language and body of each fence of a section."""
    return [
        (block.language, block.body.slice(document.text))
        for block in (section.blocks if section else ())
        if isinstance(block, CodeBlock) and block.fenced
    ]


def _text(document: Document, section: Section) -> str:
    start = section.heading.span.end if section.heading else section.span.start
    return document.text[start : section.span.end].strip()
