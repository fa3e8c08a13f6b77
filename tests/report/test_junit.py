"""JUnit: valid for Jenkins, and read by a library that others use."""

import xml.dom.minidom
from pathlib import Path

import junitparser
import pytest
import xmlschema

from designlint.check.result import RuleFailure
from designlint.report.junit import junit_report
from designlint.report.run import Run

from .runs import HOSTILE, SMALL, diagnostic, result

SCHEMA = xmlschema.XMLSchema(Path(__file__).parent / "schemas/junit-10.xsd")


@pytest.mark.parametrize("run", [SMALL, HOSTILE, Run(())])
def test_jenkins_schema_accepts_it(run: Run) -> None:
    SCHEMA.validate(junit_report(run))


def test_totals_and_a_passing_test_for_a_clean_document() -> None:
    report = junitparser.JUnitXml.fromstring(junit_report(SMALL).encode())
    assert (report.tests, report.failures, report.errors) == (4, 3, 0)
    clean, failing = report
    assert [case.is_passed for case in clean] == [True]
    assert [case.is_passed for case in failing] == [False, False, False]


def test_a_rule_that_raised_is_an_error_and_no_clean_document() -> None:
    failure = RuleFailure("a.md", "empty-field", "ZeroDivisionError: by\x00zero")
    report = junitparser.JUnitXml.fromstring(
        junit_report(Run((result("a.md", failures=(failure,)),))).encode()
    )
    assert (report.tests, report.failures, report.errors) == (1, 0, 1)
    ((case,),) = report
    assert case.result[0].message == r"ZeroDivisionError: by\x00zero"


def test_names_have_no_line_and_differ() -> None:
    found = [diagnostic("a.md", (line, 1), (line, 2)) for line in (3, 5, 8)]
    document = xml.dom.minidom.parseString(junit_report(Run((result("a.md", *found),))))
    names = [case.getAttribute("name") for case in document.getElementsByTagName("testcase")]
    assert names == [
        "empty-field: `Owner` has no value",
        "empty-field: `Owner` has no value (2)",
        "empty-field: `Owner` has no value (3)",
    ]
