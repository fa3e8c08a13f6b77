"""Rewrites the `findings` fences of a suite to what is found now, and nothing else."""

import os
import shutil
import tempfile
from pathlib import Path

from designlint.expressions import expression
from designlint.registry import Registry
from designlint.testing.load import load_suite
from designlint.testing.run import run_case
from designlint.testing.suite import Suite

_LINE = expression(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def update_suite(path: Path, registry: Registry) -> tuple[str, ...]:
    """Update the suite at `path` in place; the names of the cases that changed.

    The file is replaced as a whole or not at all. Raises SuiteError.
    """
    suite = load_suite(path)
    found = {case.findings.line: run_case(case, registry) for case in suite.cases}
    changed = tuple(case.name for case in suite.cases if found[case.findings.line] != case.expected)
    if changed:
        data = path.read_bytes()
        replace_file(path, _rewritten(data.decode("utf-8"), suite, found).encode("utf-8"))
    return changed


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, with its permissions, in one step."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, temporary)
        else:
            Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _rewritten(text: str, suite: Suite, found: dict[int, str]) -> str:
    """`text` with new bodies in the fences at the lines that `found` names."""
    lines = _LINE.findall(text)
    for case in reversed(suite.cases):
        opening, closing = case.findings.line, case.findings.closing
        ending = _ending(lines[opening - 1])
        body = found[opening].splitlines()
        lines[opening : closing - 1] = [line + ending for line in body]
    return "".join(lines)


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
