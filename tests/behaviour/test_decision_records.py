"""Decision records and requests for comments: one change to a good one is one finding."""

import pytest

from .test_type_styles import found

RECORD = """\
---
status: accepted
date: 2026-02-03
---

# Keep the price list in PostgreSQL

## Context and Problem Statement

Prices change every minute, and three services read them. Where do we keep them?

## Considered Options

* PostgreSQL, which we run already
* Redis
* A file in object storage

## Decision Outcome

Chosen option: "PostgreSQL", because nobody has to learn to run anything new.

### Consequences

* Good, because backups are there.
* Bad, because reads take 3 ms and not 1 ms.

## Pros and Cons of the Options

### PostgreSQL

* Good, because we run it.

### Redis

* Good, because it is fast.
* Bad, because it would be one more thing to run.
"""
NYGARD = """\
# 7. Use one queue for all events

Date: 2026-02-03

## Status

Superseded by [ADR-0012](0012-two-queues.md)

## Context

Each team runs a queue of its own, and nobody is on call for them.

## Decision

We will use one queue, which the platform team runs.

## Consequences

Teams no longer choose the software. Ordering holds within a topic only.
"""
RFC = """\
# Prices in the user's currency

- **Authors**: Ada
- **Status**: Review
- **Created**: 2026-02-03

## Summary

Show every price in the currency of the reader.

## Motivation

One in five of our customers asks for it.

## Guide-level explanation

A menu at the top of the page sets the currency.

## Reference-level explanation

Rates come from the bank once a day, and are rounded to cents.

## Drawbacks

Prices change from day to day without anybody changing them.

## Rationale and alternatives

Letting the browser convert was tried, and was wrong on every invoice.

## Unresolved questions

- Which rate holds for a refund?
  - Answer: That of the day of the purchase.
"""


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


@pytest.mark.parametrize(("name", "text"), [("adr", RECORD), ("adr-nygard", NYGARD), ("rfc", RFC)])
def test_a_good_one_has_no_finding(name: str, text: str) -> None:
    assert found(text, name) == []
    assert found(text.replace("\n", "\r\n"), name) == []


@pytest.mark.parametrize(
    "status",
    ["Proposed", "accepted", "Deprecated", "superseded by ADR-0012", "Rejected (too slow)"],
)
def test_a_status_may_be_a_field(status: str) -> None:
    text = RECORD.partition("---\n\n")[2]
    text = changed(text, "PostgreSQL\n\n## Con", f"PostgreSQL\n\n* Status: {status}\n\n## Con")
    assert found(text, "adr") == []


CHOSEN = 'Chosen option: "PostgreSQL", because nobody has to learn to run anything new.\n'
OPTIONS = "* PostgreSQL, which we run already\n* Redis\n* A file in object storage\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            CHOSEN,
            "",
            '18: undecided-decision: Nothing is decided in "Decision Outcome": '
            "`Chosen option` is missing",
        ),
        (
            CHOSEN,
            "Chosen option:\n",
            '20: undecided-decision: Nothing is decided in "Decision Outcome": '
            "`Chosen option` is empty",
        ),
        (
            CHOSEN,
            "Chosen option: Paper\n",
            '20: undecided-decision: `Chosen option` of "Decision Outcome" names none of its '
            "options",
        ),
        (
            OPTIONS,
            "* PostgreSQL\n",
            '12: too-few-options: `Considered Options` of "Keep the price list in PostgreSQL" '
            "names 1 option",
        ),
        (OPTIONS, "", '12: empty-section: Section "Considered Options" has no content'),
        (
            "## Decision Outcome\n",
            "",
            '6: missing-section: Section "Decision Outcome" is missing',
        ),
    ],
)
def test_one_change_to_a_record_is_one_finding(old: str, new: str, expected: str) -> None:
    assert found(changed(RECORD, old, new), "adr") == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CHOSEN, "We keep the prices in PostgreSQL, since we run it already.\n"),
        (OPTIONS, "We looked at PostgreSQL, Redis, and a file.\n"),
        (OPTIONS, "### PostgreSQL\n\nWe run it.\n\n### Redis\n\nWe do not.\n"),
        ("## Decision Outcome", "## Decision"),
        ("## Context and Problem Statement", "## Context"),
    ],
)
def test_what_is_as_good_is_no_finding(old: str, new: str) -> None:
    assert found(changed(RECORD, old, new), "adr") == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("We will use one queue, which the platform team runs.\n", "", "empty-section"),
        ("We will use one queue, which the platform team runs.\n", "TBD\n", "todo-marker"),
        ("## Consequences", "## Consequence", "missing-section"),
        ("Date: 2026-02-03", "Date: last week", "invalid-value"),
    ],
)
def test_one_change_to_a_short_record_is_one_finding(old: str, new: str, rule: str) -> None:
    assert [each.split(": ")[1] for each in found(changed(NYGARD, old, new), "adr-nygard")] == [
        rule
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("  - Answer: That of the day of the purchase.\n", "", "unanswered-question"),
        ("Review", "Someday", "invalid-status"),
        ("2026-02-03", "last week", "invalid-value"),
        ("One in five of our customers asks for it.\n", "", "empty-section"),
        ("- **Authors**: Ada\n", "", "missing-field"),
        ("- **Authors**: Ada\n", "- **Authors**:\n", "empty-field"),
        ("One in five", "[The problem: who has it, how often, and why]", "leftover-placeholder"),
    ],
)
def test_one_change_to_a_request_is_one_finding(old: str, new: str, rule: str) -> None:
    assert [each.split(": ")[1] for each in found(changed(RFC, old, new), "rfc")] == [rule]


def test_a_request_without_questions_says_so() -> None:
    at = RFC.index("- Which rate")
    assert found(f"{RFC[:at]}None.\n", "rfc") == []
