"""Questions: where they stand, what answers them, and what only seems to."""

from collections.abc import Callable
from datetime import date

import pytest

from designlint.alignment.model import Alignment
from designlint.document import Document
from designlint.facts.question import Question
from designlint.facts.questions import find_questions

Read = Callable[..., list[Question]]

TEMPLATE = """\
# T

## Open Questions

1. [Question]?
   - Context: [Why it matters]
   - Options: [What could be]
   - Answer: [What it is]
"""
TODAY = date(2026, 5, 1)


@pytest.fixture
def read(lay: Callable[[str, str], tuple[Document, Alignment]]) -> Read:
    def run(
        body: str, heading: str = "## Open Questions", template: str = TEMPLATE
    ) -> list[Question]:
        return list(find_questions(*lay(template, f"# T\n\n{heading}\n\n{body}\n")))

    return run


@pytest.mark.parametrize("label", ["Answer", "Decision", "Resolution", "Outcome", "Resolved"])
@pytest.mark.parametrize(
    "body",
    [
        "- Which?\n  - **{}**: SQLite\n",
        "1. Which?\n   - {}: SQLite\n",
        "- Which?\n  {}: SQLite\n",
        "- Which?\n\n  **{}:** SQLite\n",
        "- Which?\n\n  **{}**\n\n  SQLite\n",
        "- Which? **{}:** SQLite\n",
        "- Which? {}: SQLite\n",
        "- **Which?** {}: SQLite\n",
        "- Which?\n- {}: SQLite\n",
        "### Which?\n\n**{}**: SQLite\n",
        "### Which?\n\n#### {}\n\nSQLite\n",
        "### Which?\n\n- Options:\n  - {}: SQLite\n",
        "| Question | {} |\n|---|---|\n| Which? | SQLite |\n",
        "| # | Question | Owner | {} |\n|---|---|---|---|\n| 1 | Which? | Ann | SQLite |\n",
    ],
)
def test_a_filled_answer_answers(read: Read, body: str, label: str) -> None:
    (question,) = read(body.format(label))
    assert question.text == "Which?" or question.text.startswith("Which? ")
    assert question.answered


@pytest.mark.parametrize(
    "body",
    [
        "- [x] Which?\n",
        "- [X] Which?\n  - Answer:\n",
        "- ~~Which?~~ SQLite.\n",
        "- ~~Which?~~\n  SQLite.\n",
        "- ~~Which?~~\n\n  SQLite.\n",
        "- ~~Which?~~\n  - SQLite.\n",
        "### ~~Which?~~\n\nSQLite.\n",
        "### Resolved questions\n\n- Which?\n",
        "### Answered Questions\n\n#### Which?\n\nSQLite.\n",
        "### Resolved\n\n| Question | Note |\n|---|---|\n| Which? | x |\n",
    ],
)
def test_what_else_answers(read: Read, body: str) -> None:
    assert [question.answered for question in read(body)] == [True]


@pytest.mark.parametrize(
    "body",
    [
        "- Which?\n",
        "- Which? We deferred this; the answer is known.\n",
        "- Which?\n\n  We decided: SQLite, and resolved it all.\n",
        "- Which?\n  - Answer:\n",
        "- Which?\n  - Answer: -\n",
        "- Which?\n  - Answer: TBD\n",
        "- Which?\n  - Answer: pending\n",
        "- Which?\n  - Decision: none\n",
        "- Which?\n  - Decision: N/A\n",
        "- Which?\n  - Answer: <!-- later -->\n",
        "- Which?\n  - Answer: to be decided\n",
        "- Which?\n  - Resolved: no\n",
        "- Which?\n  - Resolved: not yet\n",
        "- Which?\n  - Context: SQLite is the answer\n",
        "- Which?\n  - Deferred: until v2\n",
        "- [ ] Which?\n",
        "- [ ] Which?\n  - Answer: SQLite\n",
        "- [ ] ~~Which?~~ SQLite\n",
        "- ~~Which?~~\n",
        "### Which?\n\nSQLite was the answer.\n",
        "### ~~Which?~~\n",
        "| Question | Answer |\n|---|---|\n| Which? | |\n",
        "| Question | Answer |\n|---|---|\n| Which? | TBD |\n",
        "| Question | Resolved |\n|---|---|\n| Which? | no |\n",
    ],
)
def test_what_does_not_answer(read: Read, body: str) -> None:
    assert [question.answered for question in read(body)] == [False]


@pytest.mark.parametrize(
    "body",
    [
        "None.\n",
        "None\n",
        "*None yet*\n",
        "None at this time.\n",
        "No open questions.\n",
        "There are no open questions at the moment.\n",
        "No outstanding issues remain\n",
        "N/A\n",
        "- None\n",
        "- None — all of them were answered\n",
        "1. No further questions\n",
        "| Question | Answer |\n|---|---|\n| None | |\n",
        "| Question | Answer |\n|---|---|\n| | |\n",
        "",
        "- \n",
    ],
)
def test_no_questions(read: Read, body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("## Unresolved Questions", True),
        ("## Outstanding questions (optional)", True),
        ("## 7. Open Issues:", True),
        ("### Questions", True),
        ("Open Questions\n--------------", True),
        ("## Questions and Answers", False),
        ("## Interview Questions", False),
        ("**Open Questions**", False),
    ],
)
def test_sections_of_questions(read: Read, heading: str, found: bool) -> None:
    template = "# T\n\n## Why\n\n[x]\n"
    assert bool(read("- Which?\n", heading, template)) is found


def test_a_template_says_which_section_holds_questions(read: Read) -> None:
    template = (
        "# T\n\n## Riddles\n\n<!-- designlint: questions -->\n\n1. [Riddle]?\n   - Due: [When]\n"
    )
    (question,) = read("- Which?\n", "## Riddles", template)
    assert [field.name for field in question.missing] == ["Due"]


def test_kinds_of_question_and_their_places(
    read: Read, lay: Callable[[str, str], tuple[Document, Alignment]]
) -> None:
    body = """\
1. One
   continued?
- [ ] Two?

Six?

- Context: why
- Options: a; b

### Three?

Text.

### Group

- Four?
  - Context: nested

| Question | Owner |
|----------|-------|
| Five?    | Ann   |
"""
    document, alignment = lay(TEMPLATE, f"# T\n\n## Open Questions\n\n{body}")
    shown = []
    for question in find_questions(document, alignment):
        start, end = document.position(question.span.start), document.position(question.span.end)
        shown.append((question.text, start, end, question.section.title))
    assert shown == [
        ("One", (5, 4), (5, 7), "Open Questions"),
        ("Two?", (7, 7), (7, 11), "Open Questions"),
        ("Six?", (9, 1), (9, 5), "Open Questions"),
        ("Three?", (14, 5), (14, 11), "Three?"),
        ("Four?", (20, 3), (20, 8), "Group"),
        ("Five?", (25, 3), (25, 8), "Group"),
    ]


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("- Which?\n", ["Context", "Options"]),
        ("- Which?\n  - Context: c\n", ["Options"]),
        ("- Which?\n  - Context: c\n  - Options: a\n", []),
        ("- Which?\n  - Context:\n  - Options: a\n", ["Context"]),
        ("- Which?\n  - Context: -\n  - Options: a\n", ["Context"]),
        ("- Which?\n  - Answer: x\n", ["Context", "Options"]),
        ("- Which?\n  Context: c\n  Options: a\n", []),
        ("- Which? **Context:** c **Options:** a; b\n", []),
        ("- Which?\n- Context: c\n- Options: a\n", []),
        ("### Which?\n\n#### Context\n\nc\n\n#### Options\n\n- a\n- b\n", []),
        ("| Question | Context | Options |\n|---|---|---|\n| Which? | c | |\n", ["Options"]),
    ],
)
def test_parts_that_the_template_asks_for(read: Read, body: str, missing: list[str]) -> None:
    (question,) = read(body)
    assert [field.name for field in question.missing] == missing


@pytest.mark.parametrize(
    ("parts", "overdue", "deferral"),
    [
        ("Due: 2026-04-30", date(2026, 4, 30), None),
        ("Due date: by 2026-04-30, at noon", date(2026, 4, 30), None),
        ("Deadline: 2026-05-01", None, None),
        ("Due: soon", None, None),
        ("Due: 2026-02-30", None, None),
        ("Deferred: until the second version", None, "until the second version"),
        ("Deferred: 2026-04-30", date(2026, 4, 30), "2026-04-30"),
        ("Deferred until: 2026-05-01", None, "2026-05-01"),
        ("Deferred: 2026-06-01\n  - Due: 2026-01-01", None, "2026-06-01"),
        ("Deferred: later\n  - Due: 2026-01-01", None, "later"),
        ("Deferred:\n  - Due: 2026-01-01", date(2026, 1, 1), None),
        ("Deferred: no\n  - Notes: x", None, "no"),
    ],
)
def test_dates(read: Read, parts: str, overdue: date | None, deferral: str | None) -> None:
    (question,) = read(f"- Which?\n  - {parts}\n")
    assert question.overdue(TODAY) == overdue
    assert (question.deferral.text if question.deferral else None) == deferral
    assert not question.answered


def test_owner_and_other_parts(read: Read) -> None:
    (question,) = read("- Which? — Owner: Ann — Due: 2026-06-01 — Blocking: yes\n")
    assert [(a.key, a.text) for a in question.attributes] == [
        ("owner", "Ann"),
        ("due", "2026-06-01"),
        ("blocking", "yes"),
    ]
    assert (question.owner, question.due) == ("Ann", date(2026, 6, 1))


def test_sections_within_one_are_not_read_twice(read: Read) -> None:
    questions = read("- One?\n\n### Open Issues\n\n- Two?\n")
    assert [question.text for question in questions] == ["One?", "Two?"]
