"""The `junit` format: a suite of tests for each document, as Jenkins and GitLab read it."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from designlint.check.result import DocumentResult
from designlint.finding import Diagnostic
from designlint.report.escape import safe
from designlint.report.reporter import Reporter
from designlint.report.run import Run

_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


def junit_report(run: Run) -> str:
    """The report as XML: a failed test for each diagnostic, a passed one for a clean document.

    Diagnostics of all severities are failures, with the severity as their type: JUnit knows no
    warning. A rule that raised is an error.
    """
    root = ElementTree.Element("testsuites", {"name": "designlint"})
    for result in sorted(run.results, key=lambda result: result.path):
        root.append(_suite(result))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.attrib[name]) for suite in root)))
    ElementTree.indent(root)
    return _HEADER + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(result: DocumentResult) -> ElementTree.Element:
    cases = list(_cases(result))
    suite = ElementTree.Element(
        "testsuite",
        {
            "name": safe(result.path),
            "tests": str(len(cases)),
            "failures": str(len(result.diagnostics)),
            "errors": str(len(result.failures)),
        },
    )
    suite.extend(cases)
    return suite


def _cases(result: DocumentResult) -> Iterator[ElementTree.Element]:
    # Readers split a class name at its dots, and know a test again by its two names: these have
    # no line, so that edits elsewhere do not make old findings new.
    class_name = safe(result.path).removesuffix(".md")
    seen: Counter[str] = Counter()
    for each in sorted(result.diagnostics, key=lambda each: each.sort_key):
        name = f"{each.rule}: {safe(each.message)}"
        seen[name] += 1
        case = _case(class_name, name if seen[name] == 1 else f"{name} ({seen[name]})")
        attributes = {"type": each.severity.value, "message": safe(each.message)}
        ElementTree.SubElement(case, "failure", attributes).text = _details(each)
        yield case
    for failure in result.failures:
        case = _case(class_name, f"{failure.rule}: the rule failed")
        ElementTree.SubElement(case, "error", {"message": safe(failure.error)})
        yield case
    if not result.diagnostics and not result.failures:
        yield _case(class_name, "designlint")


def _case(class_name: str, name: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", {"classname": class_name, "name": name})


def _details(each: Diagnostic) -> str:
    place = f"{safe(each.path)}:{each.start.line}:{each.start.column}"
    lines = [f"{place}: {each.severity.value}[{each.rule}] {safe(each.message)}"]
    lines += [
        f"note: {safe(note.path)}:{note.start.line}:{note.start.column}: {safe(note.message)}"
        for note in each.notes
    ]
    if each.help:
        lines.append(f"help: {safe(each.help)}")
    return "\n".join(lines)


REPORTER = Reporter(lambda run, view: junit_report(run), completeness=False)
