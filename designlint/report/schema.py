"""The JSON Schema of the report."""

from designlint.report.model import Report
from designlint.report.registers.model import MODELS

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, object]:
    """The schema of what `check --output-format json` prints."""
    return {"$schema": DRAFT, **Report.model_json_schema(mode="serialization", by_alias=True)}


def register_schema(name: str) -> dict[str, object]:
    """The schema of what `questions`, `risks` or `decisions` print as JSON."""
    model, _ = MODELS[name]
    return {"$schema": DRAFT, **model.model_json_schema(mode="serialization", by_alias=True)}
