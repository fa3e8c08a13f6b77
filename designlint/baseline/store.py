"""A baseline as a file: JSON with a finding on each line, so that changes of it can be reviewed.

Paths in the file are relative to its folder, and hold wherever designlint is run.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from designlint.baseline.model import Baseline, Entry, KnownDocument
from designlint.report.escape import json_text

VERSION = 1


class BaselineError(Exception):
    """A baseline that cannot be read, in one line without the file's name; `line` is 1-based."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


_Hex = Annotated[str, Field(pattern=r"^[0-9a-f]*$")]


class _Finding(_Model):
    rule: str
    section: tuple[str, ...]
    fingerprint: _Hex
    around: _Hex = ""
    message: str


class _Section(_Model):
    path: tuple[str, ...]
    words: _Hex


class _Document(_Model):
    words: _Hex
    sections: tuple[_Section, ...]
    findings: tuple[_Finding, ...]


class _File(_Model):
    version: int
    documents: dict[str, _Document]


def read_baseline(data: bytes, folder: Path) -> Baseline:
    """The baseline that a file in the absolute `folder` holds. Raises BaselineError."""
    try:
        text = data.decode("utf-8")
        loaded = json.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BaselineError("this is not UTF-8, so it is no baseline", line) from None
    except json.JSONDecodeError as error:
        raise BaselineError(f"this is not valid JSON: {error.msg}", error.lineno) from None
    except RecursionError:
        raise BaselineError("this JSON is nested too deeply to be a baseline") from None
    version = loaded.get("version") if isinstance(loaded, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise BaselineError(
            f"this baseline is of version {version}, and this designlint knows {VERSION}: "
            "use a newer designlint, or write it anew"
        )
    try:
        file = _File.model_validate(loaded)
        if version != VERSION:
            raise BaselineError(f"`version` is {VERSION}, not {version}")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "it"
        raise BaselineError(
            f"this is no baseline: {where}: {first['msg']}", _line_of(text, first["loc"])
        ) from None
    return Baseline(
        {
            os.path.normpath(folder / path): KnownDocument(
                each.words,
                {section.path: section.words for section in each.sections},
                tuple(Entry(**dict(entry)) for entry in each.findings),
            )
            for path, each in file.documents.items()
        }
    )


def as_text(baseline: Baseline, folder: Path) -> str:
    """The file's text, sorted, with a final line feed; `folder` is the one it is to be in."""
    documents = sorted(
        (Path(os.path.relpath(path, folder)).as_posix(), each)
        for path, each in baseline.documents.items()
        if each.entries
    )
    parts = []
    for path, each in documents:
        sections = [{"path": list(path), "words": words} for path, words in each.sections.items()]
        sections.sort(key=_json)
        findings = [_line(entry) for entry in sorted(each.entries, key=_order)]
        parts.append(
            f'  {_json(path)}: {{\n   "words": "{each.words}",\n'
            f'   "sections": {_listed(map(_json, sections))},\n'
            f'   "findings": {_listed(findings)}\n  }}'
        )
    inner = "\n" + ",\n".join(parts) + "\n " if parts else ""
    return f'{{\n "version": {VERSION},\n "documents": {{{inner}}}\n}}\n'


def _listed(rows: Iterable[str]) -> str:
    inner = ",\n".join(f"   {row}" for row in rows)
    return f"[\n{inner}\n   ]" if inner else "[]"


def _order(entry: Entry) -> tuple[object, ...]:
    return entry.section, entry.rule, entry.fingerprint, entry.message


def _line(entry: Entry) -> str:
    return _json(
        {
            "rule": entry.rule,
            "section": list(entry.section),
            "message": entry.message,
            "fingerprint": entry.fingerprint,
        }
        | ({"around": entry.around} if entry.around else {})
    )


def _json(value: object) -> str:
    return json_text(value)


def _line_of(text: str, where: tuple[int | str, ...]) -> int:
    """The line of the document that an error is in, or of the first line."""
    path = next((part for part in where[1:2] if isinstance(part, str)), "")
    at = text.find(_json(path)) if path else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
