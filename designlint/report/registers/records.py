"""Registers for programs: the entries as records, in JSON and CSV."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import asdict

from designlint.document.span import Position
from designlint.registers import Entry, QuestionEntry
from designlint.report.escape import json_text, safe
from designlint.report.registers.model import MODELS, Register
from designlint.report.registers.questions import Ages, age_of

# What a spreadsheet takes for the start of a formula, in its full-width forms too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NAMES = ("text", "name", "decision")
"""What an entry is called: it may be empty, and is never unknown."""


def register_of(
    name: str, entries: Iterable[Entry], today: date, documents: int, ages: Ages
) -> Register:
    """The register of that name, with its entries in the order in which they are given."""
    rows = [_record(entry, ages) for entry in entries]
    head = {"version": 1, "register": name, "today": today.isoformat(), "documents": documents}
    return MODELS[name][0].model_validate({**head, "rows": rows})


def register_json(register: Register) -> str:
    """The register as JSON, with a final line feed."""
    return json_text(register.model_dump(mode="json", by_alias=True), indent=2) + "\n"


def csv_text(register: Register) -> str:
    """The register as CSV with a header, its lines ended as RFC 4180 has them.

    A value that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    names = [*MODELS[register.name][1].model_fields]
    columns = [column for name in names for column in _columns(name)]
    writer.writerow(columns)
    for row in register.rows:
        said = row.model_dump()
        said |= said["start"]
        writer.writerow([_cell(said[column]) for column in columns])
    return out.getvalue()


def _record(entry: Entry, ages: Ages) -> dict[str, object]:
    origin = entry.origin
    own = {name: value for name, value in asdict(entry).items() if name != "origin"}
    told = {name: value if value != "" or name in _NAMES else None for name, value in own.items()}
    if isinstance(entry, QuestionEntry):
        told["age"] = age_of(entry, ages)
    return {
        "path": origin.place.path,
        "title": origin.title or None,
        "status": origin.status or None,
        "section": origin.place.section,
        "start": _position(origin.place.start),
        "end": _position(origin.place.end),
        **told,
        "state": entry.state.value,
    }


def _position(position: Position) -> Mapping[str, int]:
    return {"line": position.line, "column": position.column}


def _columns(name: str) -> tuple[str, ...]:
    """The columns of a field: where an entry ends is of no use in a spreadsheet."""
    return {"start": ("line", "column"), "end": ()}.get(name, (name,))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    text = safe(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
