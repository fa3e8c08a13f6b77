"""The register of questions: state, owner, due date, and what answers them."""

import pickle
from collections.abc import Callable

import pytest

from designlint.registers import Entry, QuestionEntry

TEMPLATE = """\
# T: [Name]

## Open Questions

1. [Question]?
   - Owner: [Who]
"""
Collect = Callable[[str, str, str], tuple[Entry, ...]]


@pytest.fixture
def read(collect: Collect) -> Callable[[str], list[QuestionEntry]]:
    def run(body: str) -> list[QuestionEntry]:
        text = f"# T: Cache\n\nStatus: Draft\n\n## Open Questions\n\n{body}"
        found = collect("questions", TEMPLATE, text)
        return [each for each in found if isinstance(each, QuestionEntry)]

    return run


Read = Callable[[str], list[QuestionEntry]]


def test_all_that_a_question_carries(read: Read) -> None:
    (entry,) = read(
        "1. Which store holds the entries,\n"
        "   and `where`?\n"
        "   - Owner: [@ann](https://example.org/ann)\n"
        "   - Due: 2026-04-30\n"
        "   - Blocking: the *rollout*\n"
    )
    assert entry.text == "Which store holds the entries, and where?"
    assert (entry.state, entry.owner, entry.due) == ("open", "@ann", "2026-04-30")
    assert (entry.overdue, entry.blocking, entry.answer) == (True, "the rollout", "")
    origin = entry.origin
    assert (origin.place.path, origin.place.start, origin.place.section) == (
        "docs/a.md",
        (7, 4),
        ("Open Questions",),
    )
    assert (origin.title, origin.status) == ("T: Cache", "draft")
    assert pickle.loads(pickle.dumps(entry)) == entry


@pytest.mark.parametrize(
    ("body", "state", "due", "overdue", "answer"),
    [
        ("- Which?\n", "open", "", False, ""),
        ("- Which?\n  - Due: 2026-05-01\n", "open", "2026-05-01", False, ""),
        ("- Which?\n  - Answer: SQLite\n", "answered", "", False, "SQLite"),
        ("- Which?\n  - Answer: TBD\n", "open", "", False, ""),
        (
            "- Which?\n  - Due: 2026-01-01\n  - Answer: SQLite\n",
            "answered",
            "2026-01-01",
            False,
            "SQLite",
        ),
        ("- Which?\n  - Deferred: to v2\n", "deferred", "", False, "to v2"),
        (
            "- Which?\n  - Due: 2026-01-01\n  - Deferred: until 2026-06-01\n",
            "deferred",
            "2026-06-01",
            False,
            "until 2026-06-01",
        ),
        (
            "- Which?\n  - Deferred: until 2026-04-01\n",
            "deferred",
            "2026-04-01",
            True,
            "until 2026-04-01",
        ),
        ("- [ ] Which?\n  - Answer: SQLite\n", "open", "", False, ""),
    ],
)
def test_states(read: Read, body: str, state: str, due: str, overdue: bool, answer: str) -> None:
    (entry,) = read(body)
    told = (entry.state, entry.due, entry.overdue, entry.answer)
    assert told == (state, due, overdue, answer)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("- Which? **Answer:** SQLite\n", "Which?"),
        ("- Which store?\n  Owner: Ann\n", "Which store?"),
        ("- Which store,\n  of two? **Owner:** Ann\n", "Which store, of two?"),
        ("- Q: Which?\n", "Which?"),
        ("- Naming: `a` or `b`?\n", "Naming: a or b?"),
        ("Which store\nof two?\n\n- Owner: Ann\n", "Which store of two?"),
        ("### Which?\n\nThere are two.\n", "Which?"),
        ("### Naming\n\nIs it a store\nor a cache?\n", "Naming: Is it a store or a cache?"),
        ("### Naming\n\n- Owner: Ann\n", "Naming"),
        ("| Question | Owner |\n|---|---|\n| Which? | Ann |\n", "Which?"),
    ],
)
def test_the_whole_question_is_told(read: Read, body: str, text: str) -> None:
    assert [entry.text for entry in read(body)] == [text]


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("- ~~Which?~~ The `small` one.\n", "The small one."),
        ("- ~~Which?~~\n\n  The small one.\n", "The small one."),
        ("- Which?\n\n  > The small\n  > one.\n", "The small one."),
        ("- Which?\n\n  Of the two?\n\n  > The small one.\n", "The small one."),
        ("- Which? — RESOLVED\n\n  The small one.\n", "The small one."),
        ("### ~~Which?~~\n\nThe small one.\n", "The small one."),
        ("- Which?\n  - Answer: the\n    small one\n", "the small one"),
        ("- [x] Which?\n", ""),
    ],
)
def test_answers_without_a_label(read: Read, body: str, answer: str) -> None:
    (entry,) = read(body)
    assert entry.text.startswith("Which?")
    assert (entry.state, entry.answer) == ("answered", answer)


@pytest.mark.parametrize("said", ["no", "No.", "not yet", "false"])
def test_what_blocks_nothing(read: Read, said: str) -> None:
    (entry,) = read(f"- Which?\n  - Blocking: {said}\n")
    assert entry.blocking == ""


def test_the_question_of_the_template_is_none(read: Read) -> None:
    assert read("1. [Question]?\n   - Owner: [Who]\n") == []
    assert read("None.\n") == []


def test_what_to_talk_about_first(read: Read) -> None:
    found = read(
        "- Answered?\n  - Answer: yes\n"
        "- Deferred?\n  - Deferred: to v2\n"
        "- Open?\n"
        "- Due?\n  - Due: 2026-07-01\n"
        "- Due sooner?\n  - Due: 2026-06-01\n"
        "- Blocking?\n  - Blocking: the release\n"
        "- Late?\n  - Due: 2026-01-01\n"
    )
    assert [entry.text for entry in sorted(found, key=lambda entry: entry.urgency)] == [
        "Late?", "Blocking?", "Due sooner?", "Due?", "Open?", "Deferred?", "Answered?",
    ]  # fmt: skip
