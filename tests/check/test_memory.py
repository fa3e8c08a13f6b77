"""A document is freed as soon as its result is there: nothing in it refers back to itself."""

import gc
from datetime import date

from designlint.check.plan import ActiveRule, Plan
from designlint.check.run import check_document
from designlint.document import parse_document
from designlint.outline import compile_template
from designlint.registry import load_registry

TEMPLATE = """\
# Design: [Name]

## Why

[The reason.]

## Risks

| Risk | Impact | Mitigation |
|---|---|---|
| [Risk] | High/Med/Low | [What is done] |

### Rollback

## Open Questions

- [Question]
"""
DOCUMENT = """\
# Design: Store

## Risks

See [the plan](#why) and [the other](other.md).

| Risk | Impact | Mitigation |
|---|---|---|
| It is slow | High | |

## Details

### Why

REQ-1 is addressed. TODO

- one
  - two

## Why

## Open Questions

- Who runs it?
"""


def test_a_checked_document_leaves_no_garbage() -> None:
    registry = load_registry()
    rules = tuple(ActiveRule(rule(), rule.severity) for rule in registry.rules.values())
    outline = compile_template(TEMPLATE, "template.md")
    plan = Plan("", outline, rules, frozenset(registry.rules), date(2026, 1, 1))

    def check() -> None:
        check_document(parse_document(DOCUMENT, "document.md"), plan)

    check()  # What is compiled and kept at the first use may leave some.
    gc.collect()
    gc.disable()
    try:
        check()
        assert gc.collect() == 0
    finally:
        gc.enable()
