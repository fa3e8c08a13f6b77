"""The `jsonl` format: each diagnostic of the `json` format on a line of its own.

There is no closing line: a program that reads line by line need not tell two kinds apart.
"""

from designlint.report.escape import json_text
from designlint.report.reported import reported
from designlint.report.reporter import Reporter
from designlint.report.run import Run


def jsonl_report(run: Run) -> str:
    """A JSON object in a line for each diagnostic; empty for a clean run."""
    return "".join(
        json_text(reported(each).model_dump(mode="json", by_alias=True)) + "\n"
        for each in run.diagnostics()
    )


REPORTER = Reporter(lambda run, view: jsonl_report(run))
