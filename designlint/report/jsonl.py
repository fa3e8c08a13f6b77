"""The `jsonl` format: each diagnostic of the `json` format on a line of its own.

There is no closing line: a program that reads line by line need not tell two kinds apart.
"""

from collections.abc import Iterator

from designlint.report.escape import json_text
from designlint.report.reported import reported
from designlint.report.reporter import Reporter
from designlint.report.run import Run


def jsonl_report(run: Run) -> Iterator[str]:
    """A JSON object in a line for each diagnostic; nothing for a clean run."""
    for each in run.diagnostics():
        yield json_text(reported(each).model_dump(mode="json", by_alias=True)) + "\n"


REPORTER = Reporter(lambda run, view: jsonl_report(run), completeness=False)
