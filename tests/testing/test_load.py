"""Reading suites: what they may hold, and how each mistake is told at its place."""

from datetime import date
from pathlib import Path

import pytest

from designlint.testing import SuiteError, load_suite, read_suite

SUITE = """\
# shouted-word

Prose is free.

```template
# [Title]

## Summary
[Text]
```

## A word in capitals

More prose.

````markdown
# Title

```c
int x;
```
````

```options
longest = 5
```

```settings
status = "draft"
today = 2026-02-03
rules = "all"
```

```findings
3:1-3:6 warning shouted-word: "HELLO" shouts
  help: Write it in lower case.
```

## Silent

```template
# [Name]

## Body
```

```markdown
```

```findings
```
"""


def test_everything_that_a_suite_can_hold() -> None:
    suite = read_suite(SUITE, "shouted-word.md")
    assert (suite.rule, suite.path, len(suite.cases)) == ("shouted-word", "shouted-word.md", 2)
    loud, silent = suite.cases
    assert (loud.name, loud.line, loud.rule) == ("A word in capitals", 12, "shouted-word")
    assert loud.document == "# Title\n\n```c\nint x;\n```\n"
    assert loud.template.text == "# [Title]\n\n## Summary\n[Text]\n"
    assert loud.options.values == {"longest": 5}
    assert loud.settings.status == "draft"
    assert loud.settings.today == date(2026, 2, 3)
    assert loud.settings.rules is None
    assert loud.expected.count("\n") == 2
    assert silent.template.text == "# [Name]\n\n## Body\n"
    assert (silent.document, silent.expected) == ("", "")
    assert silent.settings.rules == ()
    assert silent.settings.today == date(2026, 1, 1)


def test_defaults_of_options_and_settings_hold_for_all_cases() -> None:
    text = SUITE.replace("Prose is free.", '```settings\nstatus = "review"\n```')
    loud, silent = read_suite(text, "s.md").cases
    assert (loud.settings.status, silent.settings.status) == ("draft", "review")


def _document(fence: str) -> str:
    text = f"# r\n\n```template\n# T\n```\n\n## c\n\n{fence}\n\n```findings\n```\n"
    return read_suite(text, "s.md").cases[0].document


def test_flags_change_what_the_document_is() -> None:
    assert _document("```markdown crlf\na\nb\n```") == "a\r\nb\r\n"
    assert _document("```markdown bom\na\n```") == "\ufeffa\n"
    assert _document("```markdown bom crlf\na\n```") == "\ufeffa\r\n"
    assert _document("```markdown\n\\x1b\n```") == "\\x1b\n"
    assert (
        _document("```markdown escapes\n\\x1b \\u202e \\U0001f600\n```")
        == "\x1b \u202e \U0001f600\n"
    )
    assert _document("```markdown escapes\n\\x5cx1b \\[ \\xz\n```") == "\\x1b \\[ \\xz\n"
    assert _document("~~~markdown escapes\na\\x09b\n~~~") == "a\tb\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("# shouted-word\n", "", 1, "a suite starts with a level-1 heading"),
        (
            "# shouted-word",
            "```template\n```\n\n# shouted-word",
            1,
            "unknown fence `template` above",
        ),
        ("Prose is free.", "# another", 3, "a second level-1 heading"),
        ("## Silent", "## A word in capitals", 39, 'a second case named "A word in capitals"'),
        ("## Silent", "### Silent", 47, "a second `markdown` fence; the first is at line 16"),
        ("```template\n# [N", "```fixed\n# [N", 41, "unknown fence `fixed` in a case"),
        ("```template\n# [N", "```\n# [N", 41, "a fence without a name in a case"),
        ("Prose is free.", "```markdown\n```", 3, "unknown fence `markdown` before the first"),
        ("Prose is free.", "- x\n  ```options\n  ```", 4, "a fence inside another block"),
        ("Prose is free.", " ```options\n ```", 3, "a fence inside another block"),
        ("```markdown\n", "```markdown loud\n", 16, "unknown flag `loud`"),
        ("```settings", "```settings crlf", 28, "a `settings` fence takes no flag"),
        ("```markdown\n```\n", "", 39, 'case "Silent" has no `markdown` fence'),
        ("```findings\n```\n", "", 39, 'case "Silent" has no `findings` fence'),
        ("```findings\n```\n", "```findings\n", 50, "this fence is never closed"),
        ("longest = 5", "longest =", 25, "this is not valid TOML"),
        ("longest = 5", "longest = [", 25, "this is not valid TOML"),
        ("status =", "state =", 29, 'unknown setting "state"; did you mean "status"?'),
        ('"draft"', "1", 29, "`status` takes a string"),
        ("2026-02-03", '"2026-02-03"', 30, "`today` takes a date"),
        ("2026-02-03", "2026-02-03T10:00:00", 30, "`today` takes a date"),
        ('"all"', '"some"', 31, "`rules` takes a list of names"),
        ('"all"', "[1]", 31, "`rules` takes a list of names"),
        ("status =", "requirements.patern =", 29, 'unknown key "patern"; did you mean "pattern"?'),
        ('status = "draft"', 'requirements.pattern = "("', 29, "the pattern `(` is no regular"),
        ("Prose is free.", "### Deep", 3, "a case is a level-2 heading"),
        ("```markdown\n```\n", "```markdown escapes\n\\Uffffffff\n```\n", 47, "past U+10FFFF"),
    ],
)
def test_mistakes_are_refused_at_their_line(old: str, new: str, line: int, message: str) -> None:
    assert old in SUITE
    with pytest.raises(SuiteError) as caught:
        read_suite(SUITE.replace(old, new, 1), "s.md")
    assert message in caught.value.message
    assert (caught.value.path, caught.value.line) == ("s.md", line)
    assert str(caught.value).startswith(f"s.md:{line}: ")


def test_a_suite_needs_a_template_and_a_case() -> None:
    with pytest.raises(SuiteError, match="no cases"):
        read_suite("# r\n", "s.md")
    with pytest.raises(SuiteError, match="no `template` fence"):
        read_suite("# r\n\n## c\n\n```markdown\n```\n\n```findings\n```\n", "s.md")


def test_both_outcomes_are_owed() -> None:
    suite = read_suite(SUITE, "s.md")
    suite.require_both_outcomes()
    with pytest.raises(SuiteError, match="no case has a finding of shouted-word"):
        read_suite(
            SUITE.replace("warning shouted-word:", "warning other:"), "s.md"
        ).require_both_outcomes()
    filled = SUITE.replace("```findings\n```", "```findings\n1:1-1:1 error other: x\n```")
    with pytest.raises(SuiteError, match="no case is clean"):
        read_suite(filled, "s.md").require_both_outcomes()


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match="cannot be read"):
        load_suite(tmp_path / "none.md")
    (tmp_path / "bad.md").write_bytes(b"# r\n\xff\n")
    with pytest.raises(SuiteError, match=r"bad\.md:2: is not UTF-8"):
        load_suite(tmp_path / "bad.md")
