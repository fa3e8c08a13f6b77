"""What each format says, read back: the path as it is shown, the line, the rule, the severity."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

import cmarkgfm  # type: ignore[import-untyped]  # it has no types
import junitparser
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]  # it has no types

Told = tuple[str, int, str, str]
"""Path, line, rule, severity."""

_HEAD = re.compile(r"^(?P<path>\S.*?):(?P<line>\d+):\d+: ?\s(?P<severity>\w+)\[(?P<rule>[\w-]+)\]")


def _text(report: str) -> Iterator[Told]:
    for line in report.split("\n"):
        match = _HEAD.match(line)
        if match:
            yield match["path"], int(match["line"]), match["rule"], match["severity"]


def _json(report: str) -> Iterator[Told]:
    return map(_diagnostic, json.loads(report)["diagnostics"])


def _jsonl(report: str) -> Iterator[Told]:
    return (_diagnostic(json.loads(line)) for line in report.splitlines())


def _diagnostic(each: dict[str, object]) -> Told:
    start = each["start"]
    assert isinstance(start, dict)
    return str(each["path"]), start["line"], str(each["rule"]), str(each["severity"])


def _sarif(report: str) -> Iterator[Told]:
    (run,) = json.loads(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        if not result.get("suppressions"):
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            place = result["locations"][0]["physicalLocation"]
            path = unquote(place["artifactLocation"]["uri"], errors="surrogatepass")
            severity = {"note": "info"}.get(result["level"], result["level"])
            yield path, place["region"]["startLine"], result["ruleId"], severity


def commands(report: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The workflow commands in a log, as GitHub's runner reads them: name, properties, data."""
    for line in re.split(r"\r\n|\r|\n", report):
        line = line.lstrip()
        end = line.find("::", 2)
        if not line.startswith("::") or end < 0:
            # The runner's older form may begin anywhere in a line.
            assert "##[" not in line
            continue
        name, _, listed = line[2:end].partition(" ")
        pairs = (pair.split("=", 1) for pair in listed.split(",") if "=" in pair)
        properties = {key.strip(): _decoded(value) for key, value in pairs}
        yield name, properties, _decoded(line[end + 2 :])


def _decoded(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(code, character)
    return text.replace("%25", "%")


def _github(report: str) -> Iterator[Told]:
    for name, properties, _ in commands(report):
        if "file" in properties:
            rule = properties["title"].removeprefix("designlint (").removesuffix(")")
            severity = {"notice": "info"}.get(name, name)
            yield properties["file"], int(properties["line"]), rule, severity


def _gitlab(report: str) -> Iterator[Told]:
    severities = {"major": "error", "minor": "warning", "info": "info"}
    for each in json.loads(report):
        place = each["location"]
        severity = severities[each["severity"]]
        yield place["path"], place["lines"]["begin"], each["check_name"], severity


def _junit(report: str) -> Iterator[Told]:
    for suite in junitparser.JUnitXml.fromstring(report.encode("utf-8")):
        for case in suite:
            for outcome in case.result:
                if isinstance(outcome, junitparser.Failure):
                    (told,) = _text((outcome.text or "").partition("\n")[0])
                    assert told[0] == suite.name
                    assert outcome.type == told[3]
                    yield told


def _rdjson(report: str) -> Iterator[Told]:
    for each in json.loads(report)["diagnostics"]:
        place = each["location"]
        line = place["range"]["start"]["line"]
        yield place["path"], line, each["code"]["value"], each["severity"].lower()


class Page(HTMLParser):
    """A comment as GitHub's own Markdown parser makes it.

    `rows` are those of tables: the summary that they are folded under, then their cells.
    """

    def __init__(self, report: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.rows: list[list[str]] = []
        self._summary = ""
        self._in: str | None = None
        options = Options.CMARK_OPT_UNSAFE
        self.feed(cmarkgfm.github_flavored_markdown_to_html(report, options))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        match tag:
            case "summary":
                self._summary, self._in = "", tag
            case "tr":
                self.rows.append([self._summary])
            case "td":
                self.rows[-1].append("")
                self._in = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in:
            self._in = None

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        match self._in:
            case "summary":
                self._summary += data
            case "td":
                self.rows[-1][-1] += data


def _markdown(report: str) -> Iterator[Told]:
    for summary, *cells in Page(report).rows:
        if cells:  # a header has none
            place, severity, rule, _ = cells
            path = summary.rpartition(": ")[0]
            yield path, int(place.partition(":")[0]), rule, severity


READERS: dict[str, Callable[[str], Iterator[Told]]] = {
    "concise": _text,
    "full": _text,
    "github": _github,
    "gitlab": _gitlab,
    "json": _json,
    "jsonl": _jsonl,
    "junit": _junit,
    "markdown": _markdown,
    "rdjson": _rdjson,
    "sarif": _sarif,
}
