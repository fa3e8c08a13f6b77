"""Laying a template against a document, and what the alignment tells, as lines of text."""

from collections.abc import Callable

import pytest

from designlint.alignment.align import align
from designlint.alignment.model import Alignment
from designlint.alignment.traits import Traits
from designlint.document import parse_document
from designlint.outline import compile_template

Lay = Callable[..., Alignment]
Tell = Callable[[Alignment], list[str]]


@pytest.fixture(scope="session")
def lay() -> Lay:
    """The alignment of a template's text and a document's."""

    def run(template: str, text: str, traits: Traits | None = None) -> Alignment:
        return align(compile_template(template, "t.md"), parse_document(text), traits or Traits())

    return run


@pytest.fixture(scope="session")
def tell() -> Tell:
    """All that is wrong with the sections, one line for each cause."""

    def run(alignment: Alignment) -> list[str]:
        lines = [
            f"missing {each.expected.title} in {each.parent.title or 'document'}"
            + (f" after {each.after}" if each.after else " as first")
            for each in alignment.missing
        ]
        for moved in alignment.misplaced:
            home = moved.parent.title if moved.parent else "the top"
            verb = "moved" if moved.by_parent else "at the wrong level"
            lines.append(f"{moved.section.title} {verb}: {home}, level {moved.level}")
        for each in alignment.out_of_order:
            verb = "swapped with" if each.swapped else ("after" if each.after else "before")
            lines.append(f"{each.section.title} {verb} {each.anchor.title}")
        lines += [
            f"{each.section.title} again, first in {each.first.path[-2]}"
            for each in alignment.duplicates
        ]
        if alignment.fence is not None:
            lines.append("in a fence")
        return lines

    return run
