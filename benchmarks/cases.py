"""What is measured, by name: for a folder, and for one document."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from interleave import Case
from peers import Installed
from subject import Subject
from workspace import DOCUMENTS, EDITED, Editor, Workspace

BARE_PARSE = "bare parse"
COLD_ALONE = "designlint, cold, one process"
COLD = "designlint, cold"
WARM = "designlint, warm"
EDITED_ONE = "designlint, one document edited"
EMPTY_PYTHON = "`python -c pass`"
IMPORTS = "`import click, markdown_it, pydantic`, and a model"
ONE_COLD = "designlint, cold, one document"
ONE_WARM = "designlint, warm, one document"

_CONCISE = ("--output-format", "concise")
_PARSE = Path(__file__).with_name("bare_parse.py")
_IMPORT = """\
import click, markdown_it, pydantic
class Model(pydantic.BaseModel):
    value: int = 0
"""


def folder_cases(
    workspace: Workspace, subject: Subject, peers: Iterable[Installed]
) -> Iterator[Case]:
    """Everything that is done with all documents."""

    def cached(name: str) -> tuple[str, ...]:
        return ("--cache-dir", workspace.cache(name))

    yield Case(BARE_PARSE, (sys.executable, str(_PARSE), DOCUMENTS))
    yield Case(COLD_ALONE, subject.check(DOCUMENTS, "--no-cache", "-j", "1"))
    yield Case(COLD, subject.check(DOCUMENTS, "--no-cache"))
    yield Case(f"{COLD}, concise", subject.check(DOCUMENTS, "--no-cache", *_CONCISE))
    yield Case(
        "designlint, cold, into an empty cache",
        subject.check(DOCUMENTS, *cached("empty")),
        partial(workspace.empty_cache, "empty"),
    )
    yield Case(WARM, subject.check(DOCUMENTS, *cached("warm")))
    yield Case(f"{WARM}, concise", subject.check(DOCUMENTS, *cached("concise"), *_CONCISE))
    edit = Editor(workspace.root / EDITED / workspace.middle).edit
    yield Case(EDITED_ONE, subject.check(EDITED, *cached("edited")), edit)
    for each in peers:
        name = each.peer.name
        yield Case(name, each.check(DOCUMENTS, *each.peer.uncached))
        if each.peer.cached:
            warm = (*each.peer.cached, workspace.cache(f"{name}-warm"))
            yield Case(f"{name}, warm", each.check(DOCUMENTS, *warm))
            edited = (*each.peer.cached, workspace.cache(f"{name}-edited"))
            yield Case(f"{name}, one document edited", each.check(EDITED, *edited), edit)


def document_cases(
    workspace: Workspace, subject: Subject, peers: Iterable[Installed]
) -> Iterator[Case]:
    """Everything that is done with the document of median size, and what it stands on."""
    document = f"{DOCUMENTS}/{workspace.middle.as_posix()}"
    cache = ("--cache-dir", workspace.cache("document"))
    yield Case(EMPTY_PYTHON, (sys.executable, "-c", "pass"))
    yield Case(IMPORTS, (sys.executable, "-c", _IMPORT))
    yield Case(ONE_COLD, subject.check(document, "--no-cache"))
    yield Case(ONE_WARM, subject.check(document, *cache))
    for each in peers:
        name = f"{each.peer.name}, one document"
        yield Case(name, each.check(document, *each.peer.uncached))
