"""Laying a document against a template, for what is read from an alignment."""

from collections.abc import Callable

import pytest

from designlint.alignment.align import align
from designlint.alignment.model import Alignment
from designlint.alignment.traits import Traits
from designlint.document import Document, parse_document
from designlint.outline import compile_template

Lay = Callable[[str, str], tuple[Document, Alignment]]


@pytest.fixture
def lay() -> Lay:
    def run(template: str, text: str) -> tuple[Document, Alignment]:
        document = parse_document(text)
        return document, align(compile_template(template, "t.md"), document, Traits())

    return run
