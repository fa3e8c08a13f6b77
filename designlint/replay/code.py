"""The code that takes part in a run."""

import os
import sys
from collections.abc import Iterable, Iterator

from designlint.disk import LIBRARIES


def code_beside(folders: Iterable[str]) -> Iterator[str]:
    """`folders` and files of code, and all modules that are loaded from anywhere else.

    Libraries are left out, those of Python too: their versions say what they are. What is left is
    what plugins import from their own repository, and reporters from there.
    """
    installed = [each for each in sys.path if each.endswith(LIBRARIES)]
    known = [*folders]
    yield from known
    within = tuple(
        os.path.join(each, "") for each in (*known, *installed, os.path.dirname(os.__file__))
    )
    files = {getattr(module, "__file__", None) for module in [*sys.modules.values()]}
    beside = (file for file in files if isinstance(file, str) and not file.startswith(within))
    yield from sorted({*beside}.difference(known))
