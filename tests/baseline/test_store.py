"""A baseline in a file."""

import json
from pathlib import Path

import pytest

from designlint.baseline.model import Baseline, Entry, KnownDocument
from designlint.baseline.store import BaselineError, as_text, read_baseline

FOLDER = Path("/repo")
BASELINE = Baseline(
    {
        "/repo/docs/b.md": KnownDocument(
            "00ff",
            {("A",): "01"},
            (
                Entry("r", ("B",), "2", "", "m"),
                Entry("r", ("A", "\u202eÄ\ud800"), "1", "a", "l\n\x1b"),
            ),
        ),
        "/other/a.md": KnownDocument("", {}, (Entry("s", (), "3", "c", "n"),)),
        "/repo/clean.md": KnownDocument("aa", {}, ()),
    }
)
TEXT = """\
{
 "version": 1,
 "documents": {
  "../other/a.md": {
   "words": "",
   "sections": [],
   "findings": [
   {"rule": "s", "section": [], "message": "n", "fingerprint": "3", "around": "c"}
   ]
  },
  "docs/b.md": {
   "words": "00ff",
   "sections": [
   {"path": ["A"], "words": "01"}
   ],
   "findings": [
   {"rule": "r", "section": ["A", "\\u202eÄ\\ud800"], "message": "l\\n\\u001b", "fingerprint": "1", "around": "a"},
   {"rule": "r", "section": ["B"], "message": "m", "fingerprint": "2"}
   ]
  }
 }
}
"""  # noqa: E501 - a finding is a line


def test_the_file_is_sorted_and_a_finding_is_a_line() -> None:
    assert as_text(BASELINE, FOLDER) == TEXT


def test_it_reads_what_it_writes_from_wherever_it_is() -> None:
    again = read_baseline(TEXT.encode(), FOLDER)
    assert as_text(again, FOLDER) == TEXT
    moved = read_baseline(TEXT.encode(), Path("/else/where"))
    assert sorted(moved.documents) == ["/else/other/a.md", "/else/where/docs/b.md"]


def test_an_empty_one() -> None:
    text = as_text(Baseline(), FOLDER)
    assert json.loads(text) == {"version": 1, "documents": {}}
    assert len(read_baseline(text.encode(), FOLDER)) == 0


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "not valid JSON: Expecting value"),
        (b'{\n "version": 1,\n "documents": {', 3, "not valid JSON"),
        (b"{}\n\xff", 2, "not UTF-8"),
        (b"[" * 100_000, 1, "nested too deeply"),
        (b"[]", 1, "this is no baseline"),
        (b"{}", 1, "this is no baseline: version: Field required"),
        (b'{"version": 2, "what": 3}', 1, "of version 2, and this designlint knows 1"),
        (b'{"version": 0, "documents": {}}', 1, "`version` is 1, not 0"),
        (b'{"version": 1, "documents": {}, "x": 1}', 1, "x: Extra inputs"),
        (b'{"version": 1,\n"documents": {\n"a.md": 3}}', 3, "documents.a.md"),
    ],
)
def test_what_is_no_baseline(data: bytes, line: int, message: str) -> None:
    with pytest.raises(BaselineError) as caught:
        read_baseline(data, FOLDER)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.line == line


def test_merge_marks_are_told_with_their_line() -> None:
    data = TEXT.replace('  "docs/b.md"', "<<<<<<< mine\n" + '  "docs/b.md"').encode()
    with pytest.raises(BaselineError) as caught:
        read_baseline(data, FOLDER)
    assert caught.value.line == 11
