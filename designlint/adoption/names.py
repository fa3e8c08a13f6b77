"""What to call the document type of a template."""

import re
from pathlib import PurePosixPath

_NO_NAME = frozenset(
    """
    template templates yyyy mm dd yyyymmdd yyyymm nnn nnnn xxx xxxx doc docs document documents
    documentation text texts file files markdown md minimal bare short long full simple basic
    draft accepted final new example default index the a of for src source content title name
    """.split()  # noqa: SIM905 - a list would take a line for each
)
KINDS = frozenset(
    """
    adr decision record rfc rfd design technical architecture architectural proposal enhancement
    feature spec specification settings prd tdd erd kep tep pep gep otep ep rfp request comments
    plan requirements project
    """.split()  # noqa: SIM905 - a list would take a line for each
)
"""Words that name a kind of document."""
_SHORT = {"decision": "adr"}
_LONGEST = 3


def type_name(path: PurePosixPath, root: str) -> str:
    """A name for the type whose template is at `path`: from its file, its folders, or the name
    of the `root` folder where that names a kind; `document` where none of them says anything.
    """
    for part in (path.stem, *reversed(path.parent.parts)):
        telling = [word for word in _split(part) if _tells(word)]
        if telling and len(telling) <= _LONGEST:
            return _named([*telling[:-1], _singular(telling[-1])])
    kinds = [word for word in map(_singular, _split(root)) if word in KINDS]
    return _named(kinds[-1:]) if kinds else "document"


def _named(words: list[str]) -> str:
    name = "-".join(words)
    return _SHORT.get(name, name)


def is_kind(path: PurePosixPath) -> bool:
    """Whether a template's name says a kind of document, or no more than that it is one."""
    telling = {_singular(word) for word in _split(path.stem) if _tells(word)}
    around = {_singular(word) for part in path.parent.parts for word in _split(part)}
    return telling <= KINDS | around


def _split(name: str) -> list[str]:
    return re.split(r"[\W_]+", name.casefold())


def _tells(word: str) -> bool:
    return bool(word) and word not in _NO_NAME and not re.fullmatch(r"[\dv.]+", word)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else word
