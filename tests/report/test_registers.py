"""Registers as they are printed: nothing that documents say gets out of its cell."""

import csv
import io
from datetime import date

import pytest

from designlint.document.span import Position
from designlint.finding import Place
from designlint.registers import DecisionEntry, QuestionEntry, RiskEntry
from designlint.registers.decisions import DecisionState
from designlint.registers.origin import Origin
from designlint.registers.questions import QuestionState
from designlint.registers.risks import RiskState
from designlint.report.display import width_of
from designlint.report.registers.decisions import decision_sheet
from designlint.report.registers.markdown import markdown
from designlint.report.registers.questions import question_sheet
from designlint.report.registers.records import csv_text, register_json, register_of
from designlint.report.registers.risks import risk_sheet
from designlint.report.registers.sheet import Extent
from designlint.report.registers.table import table

TODAY = date(2026, 5, 1)
HOSTILE = "a | b\x1b[31m <img src=x> [x](javascript:1) `c` *d*\u202e & \\| ![i](j)"


def origin(path: str = "docs/a.md", line: int = 7, title: str = "A") -> Origin:
    place = Place(path, ("Open Questions",), Position(line, 4), Position(line, 9), "text")
    return Origin(place, title, "draft")


def question(text: str = "Which?", **said: object) -> QuestionEntry:
    values: dict[str, object] = {
        "origin": origin(), "state": QuestionState.OPEN, "owner": "", "due": "", "overdue": False,
        "blocking": "", "answer": "",
    }  # fmt: skip
    return QuestionEntry(text=text, **{**values, **said})  # type: ignore[arg-type] # any of them


def shown(*entries: QuestionEntry, width: int = 80, total: int | None = None) -> str:
    extent = Extent(12, len(entries) if total is None else total)
    return table(question_sheet(entries, {("docs/a.md", 7): 41}, extent), width)


def test_a_table() -> None:
    assert shown(
        question(
            "Do internal services have a limit of their own, and who sets it for those that other "
            "teams run?",
            owner="@mara", due="2026-04-01", overdue=True, blocking="the rollout",
        ),
        question(
            "Which store?", state=QuestionState.DEFERRED, answer="to v2",
            origin=origin("docs/b.md", 120, "Store"),
        ),
    ) == (
        "STATE     AGE   DUE         OWNER  QUESTION\n"
        "overdue   41 d  2026-04-01  @mara  Do internal services have a limit of their\n"
        "                                   own, and who sets it for those that other\n"
        "                                   teams run?\n"
        "                                   Blocks: the rollout\n"
        "                                   docs/a.md:7  A\n"
        "\n"
        "deferred                           Which store?\n"
        "                                   Deferred: to v2\n"
        "                                   docs/b.md:120  Store\n"
        "\n"
        "2 questions in 2 of 12 documents: 1 open, 1 deferred; 1 overdue.\n"
    )  # fmt: skip


def test_columns_that_nothing_fills_are_left_out() -> None:
    entry = question(origin=origin("docs/b.md"))
    assert shown(entry).startswith("STATE  QUESTION\nopen   Which?\n")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_fit_and_the_place_is_never_broken(width: int) -> None:
    long = "docs/a-rather-long-folder-name/and-a-file-of-a-rather-long-name-too.md"
    entries = [
        question("word " * 90 + "x" * 200, owner="Ann and Ben and Carla and Dora", due="2026-04-01",
                 answer="y" * 500, origin=origin(long, 1234)),
        question("設計" * 60),
    ]  # fmt: skip
    lines = shown(*entries, width=width).split("\n")
    (place,) = [line for line in lines if f"{long}:1234" in line]
    others = [line for line in lines[:-4] if line != place]
    # On the narrowest terminals the text keeps a readable width.
    assert max(map(width_of, others)) <= max(width, 70)
    assert sum("word" in line for line in lines) <= 4


def test_texts_as_long_as_documents() -> None:
    endless = "x" * 1_000_000
    text = shown(question(endless, owner=endless, answer=endless))
    assert len(text) < 2000
    assert text.count("…") == 3


def test_summaries() -> None:
    assert shown() == "No questions in 12 documents.\n"
    assert shown(total=14) == "No question matches, of 14 in 12 documents.\n"
    last = shown(question(), total=14).splitlines()[-1]
    assert last == "1 of 14 questions in 1 of 12 documents: 1 open."
    assert table(risk_sheet((), Extent(1, 0))) == "No risks in 1 document.\n"
    assert table(decision_sheet((), Extent(1, 0))) == "No decisions in 1 document.\n"


def test_colours_are_of_states_alone() -> None:
    text = table(question_sheet([question()], {}, Extent(1, 1)), 80, colour=True)
    assert "\x1b[33mopen\x1b[0m   Which?" in text
    assert "\x1b" not in shown(question())


def test_nothing_hostile_reaches_a_terminal() -> None:
    entry = question(HOSTILE, owner=HOSTILE, answer=HOSTILE, origin=origin("a\x1b.md", 1, HOSTILE))
    text = shown(entry)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_risks_and_decisions() -> None:
    risk = RiskEntry(origin(), "Fire", RiskState.OPEN, "High", "", 6, "", "Ann")
    assert table(risk_sheet([risk], Extent(1, 1))).splitlines()[:2] == [
        "STATE  EXPOSURE  IMPACT  OWNER  RISK",
        "open   6         High    Ann    Fire",
    ]
    decision = DecisionEntry(
        origin(), "Storage", DecisionState.UNDECIDED, ("Redis", "Files"), "", "", "2026-04-01"
    )
    assert table(decision_sheet([decision], Extent(1, 1))).splitlines()[:3] == [
        "STATE      DATE        STATUS  DECISION",
        "undecided  2026-04-01  draft   Storage",
        "                               Options: Redis / Files",
    ]


def test_markdown() -> None:
    entry = question(HOSTILE, owner="@mara", origin=origin("docs/a (1)|b.md"))
    text = markdown(question_sheet([entry], {}, Extent(1, 1)))
    assert text == (
        "| State | Owner | Question | Where |\n"
        "| --- | --- | --- | --- |\n"
        "| open | @mara | a \\| b\\\\x1b\\[31m \\<img src=x\\> \\[x\\](javascript:1) \\`c\\` "
        "\\*d\\*\\\\u202e \\& \\\\\\| \\!\\[i\\](j) | "
        "[docs/a (1)\\|b.md:7](docs/a%20%281%29%7Cb.md#L7) |\n"
        "\n"
        "1 question in 1 document: 1 open.\n"
    )
    empty = markdown(question_sheet([], {}, Extent(1, 0)))
    assert empty.splitlines()[-1] == "No questions in 1 document."


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", " ="])
def test_no_cell_of_a_csv_is_a_formula(start: str) -> None:
    entry = question(f'{start}HYPERLINK("x"),\n1', owner=f"{start}mara")
    text = csv_text(register_of("questions", [entry], TODAY, 1, {}))
    header, row = csv.reader(io.StringIO(text, newline=""))
    told = dict(zip(header, row, strict=True))
    assert told["text"].startswith("'")
    assert told["owner"].endswith("mara")
    assert text.count("\r\n") == 2
    assert text.replace("\r\n", "").isprintable()


def test_csv() -> None:
    entry = question(owner="Ann", due="2026-06-01", blocking="the rollout")
    text = csv_text(register_of("questions", [entry], TODAY, 1, {("docs/a.md", 7): 41}))
    assert text == (
        "path,title,status,section,line,column,state,text,owner,due,overdue,blocking,answer,age\r\n"
        "docs/a.md,A,draft,Open Questions,7,4,open,Which?,Ann,2026-06-01,no,the rollout,,41\r\n"
    )
    empty = csv_text(register_of("decisions", [], TODAY, 0, {}))
    assert empty == (
        "path,title,status,section,line,column,state,decision,options,choice,rationale,date\r\n"
    )


def test_json_escapes_what_a_terminal_would_obey() -> None:
    text = register_json(register_of("questions", [question(HOSTILE)], TODAY, 1, {}))
    assert "\x1b" not in text
    assert "\u202e" not in text
