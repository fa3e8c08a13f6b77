"""The page of one rule."""

from collections.abc import Iterator

from designlint.finding import Severity
from designlint.pages.docstring import Docstring, read_docstring
from designlint.pages.example import ExampleError, as_text, run_example
from designlint.pages.options import options_section
from designlint.rule import Rule


def rule_page(rule_class: type[Rule]) -> str:
    """The page as Markdown, its example with what the rule really says of it.

    A docstring that is not a full page (see `page_problems`) makes as much of one as it can.
    """
    doc = read_docstring(rule_class)
    parts = [f"# {rule_class.group}/{rule_class.name()}", severity_line(rule_class), doc.lead]
    options = options_section(rule_class)
    for title, text in doc.sections:
        if title == "Notes" and options:
            parts.append(options)
            options = ""
        parts += [f"## {title}", text]
        if title == "Example":
            parts.append(_report(rule_class, doc))
    return "\n\n".join(part for part in [*parts, options] if part) + "\n"


def severity_line(rule_class: type[Rule]) -> str:
    """How severe the rule's findings are, in words."""
    parts = [f"Default severity: {rule_class.severity.value}."]
    if rule_class.severity is Severity.OFF:
        parts = ["Off by default; a warning once it is selected by its name."]
    variants = [f"{name}: {level.value}" for name, level in rule_class.variants.items()]
    if variants:
        parts.append(f"Variants: {', '.join(variants)}.")
    if rule_class.completeness:
        parts.append("Completeness rule: one step milder in drafts, an error once accepted.")
    return " ".join(parts)


def page_problems(rule_class: type[Rule]) -> tuple[str, ...]:
    """In what a rule's docstring is not a page, one line each; examples are run."""
    doc = read_docstring(rule_class)
    return (*doc.problems, *_example_problems(rule_class, doc))


def _example_problems(rule_class: type[Rule], doc: Docstring) -> Iterator[str]:
    for title, text, flagged in (("Example", doc.example, True), ("Instead", doc.instead, False)):
        if text is None:
            continue
        try:
            found = run_example(rule_class, doc.template, text)
        except ExampleError as error:
            yield f"the document in `## {title}` cannot be checked: {error}"
            continue
        if flagged and not found:
            yield f"the document in `## {title}` is clean"
        if found and not flagged:
            yield f"the document in `## {title}` is not clean: {as_text(found)}"


def _report(rule_class: type[Rule], doc: Docstring) -> str:
    if doc.example is None:
        return ""
    try:
        found = run_example(rule_class, doc.template, doc.example)
    except ExampleError:
        return ""
    return f"designlint reports:\n\n```text\n{as_text(found)}\n```" if found else ""
