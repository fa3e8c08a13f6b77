"""Code Quality reports, held against what GitLab's documentation asks for."""

import json

import jsonschema
import pytest

from designlint.report.gitlab import gitlab_report
from designlint.report.run import Run

from .runs import HOSTILE, SMALL, diagnostic, result

# GitLab publishes no schema. This is the table "Code Quality report format" of its documentation.
TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    # Relative to the repository, and not beginning with `./`.
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("run", [SMALL, HOSTILE, Run(())])
def test_it_is_what_the_documentation_asks_for(run: Run) -> None:
    jsonschema.validate(json.loads(gitlab_report(run)), SCHEMA)


def test_fingerprints_are_unique_and_stay() -> None:
    # Two documents with the same text have the same fingerprints, each for itself.
    paths = ("a.md", "b.md")
    run = Run(tuple(result(path, diagnostic(path, (3, 1), (3, 2))) for path in paths))
    first, second = json.loads(gitlab_report(run))
    assert first["fingerprint"] != second["fingerprint"]
    alone = Run(run.results[1:])
    assert json.loads(gitlab_report(alone)) == [second]
