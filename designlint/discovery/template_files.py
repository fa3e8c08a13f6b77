"""Which files are templates that documents are copied from, by their names and contents."""

import re
from pathlib import PurePath

from designlint.document import Document
from designlint.expressions import expression
from designlint.outline.marks import BRACKETS, find_marked, reads_as_placeholder

_VARIANT = r"v?\d|minimal|bare|short|simple|basic|long|full|draft|en\b"
_NAMED = expression(
    rf"""^template\b
    | (?:^|[-_. ])template(?:$|[-_. ](?:{_VARIANT}))
    | ^(?:x{{3,}}|n{{3,}}|yyyy(?:[-_.]?mm(?:[-_.]?dd)?)?)[-_. ]
    | ^0{{3,}}[-_. ](?:.*[-_. ])?(?:title|name|feature)$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST_PLACEHOLDERS = 2


def names_template(path: PurePath) -> bool:
    """Whether a file is called what templates are: `template.md`, `adr-template.md`,
    `0000-title.md`, `YYYYMMDD-name.md`.
    """
    return _NAMED.search(path.stem) is not None


def is_template_file(path: PurePath, document: Document) -> bool:
    """Whether a file is named as a template and holds placeholders.

    A finished design of a template engine has the name alone.
    """
    if not names_template(path):
        return False
    found = 0
    for marked in find_marked(document.text, BRACKETS):
        found += reads_as_placeholder(marked.inner, whole=True)
        if found >= _FEWEST_PLACEHOLDERS:
            return True
    return False
