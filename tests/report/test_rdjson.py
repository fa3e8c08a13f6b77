"""reviewdog's format, held against the schema that reviewdog publishes."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from designlint.report.rdjson import rdjson_report
from designlint.report.run import Run

from .runs import HOSTILE, SMALL, diagnostic, result


def _strict(schema: Any) -> Any:
    """The schema without its leave to add what it does not know, so that slips are found."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _strict(value) for key, value in schema.items()}
    if "properties" in kept:
        kept["additionalProperties"] = False
    return kept


SCHEMA = _strict(json.loads((Path(__file__).parent / "schemas/reviewdog.json").read_text("utf-8")))


@pytest.mark.parametrize("run", [SMALL, HOSTILE, Run(())])
def test_reviewdog_s_schema_accepts_it(run: Run) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(rdjson_report(run)))


@pytest.mark.parametrize(
    ("line", "column", "told"),
    [("abc", 2, 2), ("éa", 2, 3), ("a𐐀b", 2, 2), ("a𐐀b", 3, 6), ("é", 2, 3), ("", 1, 1)],
)
def test_columns_count_bytes(line: str, column: int, told: int) -> None:
    found = diagnostic("a.md", (2, column), (2, column))
    run = Run((result("a.md", found),), 0, {"a.md": f"é\n{line}\n"})
    ((each,),) = [json.loads(rdjson_report(run))["diagnostics"]]
    place = {"line": 2, "column": told}
    assert each["location"]["range"] == {"start": place, "end": place}


def test_a_text_that_is_not_there_leaves_columns_as_they_are() -> None:
    run = Run((result("a.md", diagnostic("a.md", (2, 5), (9, 9))),), 0, {"a.md": "é"})
    place = json.loads(rdjson_report(run))["diagnostics"][0]["location"]["range"]
    assert place == {"start": {"line": 2, "column": 5}, "end": {"line": 9, "column": 9}}
