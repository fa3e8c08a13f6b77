"""Running cases: the text of what is found, and every way in which a case cannot be run."""

import pytest

from designlint.registry import Registry
from designlint.testing import SuiteError, check_case, check_suite, read_suite, run_case
from designlint.testing.suite import Case

SUITE = """\
# shouted-word

```template
# [Title]

## Summary
[Text]
```

## Loud

```markdown
# Title

Well, HELLO there.
```

```findings
3:7-3:12 warning shouted-word: "HELLO" shouts
  help: Write it as:

    hello
  note 1:1-1:8: as of 2026-01-01
```

## Silent

```markdown
# Title
```

```findings
```
"""


def _case(*changes: tuple[str, str]) -> Case:
    text = SUITE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read_suite(text, "s.md").cases[0]


def test_a_suite_that_holds(registry: Registry) -> None:
    suite = read_suite(SUITE, "s.md")
    assert run_case(suite.cases[0], registry) == suite.cases[0].expected
    assert check_suite(suite, registry) == ()


def test_a_case_that_does_not_hold_shows_the_difference(registry: Registry) -> None:
    case = _case(("3:7-3:12 warning", "3:7-3:13 warning"))
    assert check_case(case, registry).splitlines() == [
        "s.md:18: Loud",
        '  - 3:7-3:13 warning shouted-word: "HELLO" shouts',
        '  + 3:7-3:12 warning shouted-word: "HELLO" shouts',
        "      help: Write it as:",
        "",
        "        hello",
        "      note 1:1-1:8: as of 2026-01-01",
    ]


def test_a_suite_without_both_outcomes_does_not_hold(registry: Registry) -> None:
    silent = SUITE[: SUITE.index("## Loud")] + SUITE[SUITE.index("## Silent") :]
    suite = read_suite(silent, "s.md")
    assert check_suite(suite, registry) == (
        "s.md:1: no case has a finding of shouted-word; write one",
    )


def test_options_reach_the_rule(registry: Registry) -> None:
    case = _case(("```findings", "```options\nlongest = 5\n```\n\n```findings"))
    assert run_case(case, registry) == ""


def test_status_and_today_reach_the_check(registry: Registry) -> None:
    settings = '```settings\nstatus = "draft"\ntoday = 2026-05-06\n```\n\n```findings'
    found = run_case(_case(("```findings", settings)), registry)
    assert found.startswith("3:7-3:12 info shouted-word")
    assert found.endswith("note 1:1-1:8: as of 2026-05-06\n")


def test_other_rules_run_when_they_are_named(registry: Registry) -> None:
    named = _case(
        ("# Title\n\nWell", "# TITLE\n\nWell"),
        ("```findings", '```settings\nrules = ["shouted-title"]\n```\n\n```findings'),
    )
    assert run_case(named, registry) == (
        '1:1-1:8 warning shouted-title: the title "TITLE" shouts\n'
    )


def test_all_rules_run_at_their_own_severity(registry: Registry) -> None:
    del registry.rules["broken-rule"]
    every = _case(
        ("# Title\n\nWell", "# TITLE\n\nWell"),
        ("```findings", '```settings\nrules = "all"\n```\n\n```findings'),
    )
    # shouted-title is off by default, and nothing selects it here.
    assert "shouted-title" not in run_case(every, registry)


def test_crlf_and_byte_order_mark_move_nothing(registry: Registry) -> None:
    plain, flagged = _case(), _case(("```markdown", "```markdown crlf bom"))
    assert flagged.document != plain.document
    assert run_case(flagged, registry) == run_case(plain, registry)


def test_control_characters_are_shown_as_escapes(registry: Registry) -> None:
    case = _case(("```markdown", "```markdown escapes"), ("HELLO", r"HE\x1b\u202eLLO"))
    assert r'"HE\x1b\u202eLLO" shouts' in run_case(case, registry)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# shouted-word", "# shouted-words", 's.md:1: there is no rule "shouted-words"; did you'),
        ("# shouted-word", "# zzz", "is its package installed, or a --plugin?"),
        ("# shouted-word", "# broken-rule", "s.md:10: rule broken-rule raised RuntimeError: lost"),
        ("[Text]", "<!-- designlint: optonal -->", "s.md:7: unknown directive `optonal`"),
        (
            "```findings",
            "```options\nlongst = 5\n```\n\n```findings",
            "s.md:19: rule shouted-word has",
        ),
        (
            "```findings",
            '```options\n\nlongest = "x"\n```\n\n```findings',
            "s.md:20: `longest` takes",
        ),
        (
            "```findings",
            '```settings\nrules = ["x"]\n```\n\n```findings',
            's.md:18: there is no rule "x"',
        ),
    ],
)
def test_a_case_that_cannot_be_run(registry: Registry, old: str, new: str, message: str) -> None:
    case = _case((old, new))
    with pytest.raises(SuiteError) as caught:
        run_case(case, registry)
    assert message in str(caught.value)
    assert check_case(case, registry) == str(caught.value)


def test_a_rule_without_options_says_so(registry: Registry) -> None:
    case = _case(
        ("# shouted-word", "# shouted-title"),
        ("```findings", "```options\nlongest = 5\n```\n\n```findings"),
    )
    with pytest.raises(SuiteError, match="it has none"):
        run_case(case, registry)
