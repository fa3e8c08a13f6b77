"""Directive comments: what each says, and what is wrong with those that say nothing."""

import pytest

from designlint.outline import TemplateError, compile_template
from designlint.outline.model import Demand, ExpectedField, ExpectedSection, Role, ValueKind

ON_SECTION = "# T\n\n## A\n\n<!-- designlint: {} -->\n\n[text]\n\n## B\n\n[text]\n"
ON_FIELD = "# T\n\n## A\n\n- **F**: [text] <!-- designlint: {} -->\n"


def section(directive: str) -> ExpectedSection:
    return compile_template(ON_SECTION.format(directive), "t.md").root.children[0]


def field(directive: str) -> ExpectedField:
    return compile_template(ON_FIELD.format(directive), "t.md").root.children[0].fields[0]


def test_a_section_without_directives() -> None:
    plain = compile_template("# T\n\n## A\n\n[text]\n", "t.md").root.children[0]
    assert (plain.demand, plain.least, plain.most) == (Demand(), 1, 1)
    assert (plain.unordered, plain.closed, plain.role, plain.min_words) == (False, False, "", 0)
    assert plain.pattern.names == ("a",)


@pytest.mark.parametrize(
    ("directive", "attribute", "value"),
    [
        ("optional", "optional", True),
        ("required", "optional", False),
        ("unordered", "unordered", True),
        ("any-level", "any_level", True),
        ("closed", "closed", True),
        ("questions", "role", Role.QUESTIONS),
        ("risks", "role", Role.RISKS),
        ("min-words=30", "min_words", 30),
        ("since=2026-03-01", "demand", Demand(since="2026-03-01")),
        ('when="status=accepted"', "demand", Demand(when=("status", "accepted"))),
        ("when=Tier=One", "demand", Demand(when=("tier", "one"))),
        ('since=2026-03-01 when="a=b" optional', "demand", Demand(True, "2026-03-01", ("a", "b"))),
    ],
)
def test_what_is_said_of_a_section(directive: str, attribute: str, value: object) -> None:
    assert getattr(section(directive), attribute) == value
    second = compile_template(ON_SECTION.format(directive), "t.md").root.children[1]
    assert second.demand == Demand()


@pytest.mark.parametrize(
    ("directive", "least", "most"),
    [
        ("repeat=0..", 0, None),
        ("repeat=1..", 1, None),
        ("repeat=2..5", 2, 5),
        ("repeat=3", 3, 3),
        ("repeat=0..1", 0, 1),
        ('repeat="2..2"', 2, 2),
    ],
)
def test_how_often_a_section_occurs(directive: str, least: int, most: int | None) -> None:
    found = section(directive)
    assert (found.least, found.most) == (least, most)
    assert found.optional is (least == 0)
    assert found.repeatable is (most != 1)


def test_aliases_match_as_the_title_does() -> None:
    pattern = section('alias="Risk Register; Dangers"').pattern
    assert pattern.names == ("a", "risk register", "dangers")
    assert pattern.matches("dangers")
    assert not pattern.matches("danger")


def test_several_comments_and_several_directives_in_one() -> None:
    text = ON_SECTION.format('optional alias="B2" -->\n<!-- designlint: alias="B3"')
    found = compile_template(text, "t.md").root.children[0]
    assert found.optional
    assert found.pattern.names == ("a", "b2", "b3")


def test_a_directive_wins_over_the_title() -> None:
    text = "# T\n\n## A (optional)\n<!-- designlint: required -->\n\n[text]\n\n## B\n\n[text]\n"
    assert not compile_template(text, "t.md").root.children[0].optional


@pytest.mark.parametrize(
    ("directive", "attribute", "value"),
    [
        ('values="High; Medium ; Low"', "vocabulary", ("High", "Medium", "Low")),
        ("value=number", "kind", ValueKind.NUMBER),
        ("value=percentage", "kind", ValueKind.PERCENTAGE),
        ("value=duration", "kind", ValueKind.DURATION),
        ("value=date", "kind", ValueKind.DATE),
        ("value=url", "kind", ValueKind.URL),
        ("value=person", "kind", ValueKind.PERSON),
        ("optional", "demand", Demand(True)),
        ("min-words=5", "min_words", 5),
        ("since=2026-03-01", "demand", Demand(since="2026-03-01")),
    ],
)
def test_what_is_said_of_a_field(directive: str, attribute: str, value: object) -> None:
    assert getattr(field(directive), attribute) == value


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("- **F**: [text]\n- **G**: [y]\n", None),
        ("- **F**: [text]\n  <!-- designlint: value=date -->\n- **G**: [y]\n", ValueKind.DATE),
        ("- **F**: [text]\n\n  <!-- designlint: value=date -->\n\n- **G**: [y]\n", ValueKind.DATE),
        ("**F**: [text]\n\n<!-- designlint: value=date -->\n\n**G**: [y]\n", ValueKind.DATE),
    ],
)
def test_where_a_directive_of_a_field_stands(body: str, kind: ValueKind | None) -> None:
    fields = compile_template(f"# T\n\n## A\n\n{body}", "t.md").root.children[0].fields
    assert [each.kind for each in fields] == [kind, None]


def test_tables_and_code_blocks_have_directives_below_them() -> None:
    text = (
        "# T\n\n## A\n\n| a | b |\n|---|---|\n| [text] | [y] |\n\n<!-- designlint: optional -->\n\n"
        "```\n[text]\n```\n<!-- designlint: since=2026-03-01 -->\n"
    )
    found = compile_template(text, "t.md").root.children[0]
    assert [table.demand for table in found.tables] == [Demand(True)]
    assert [code.demand for code in found.codes] == [Demand(since="2026-03-01")]
    assert found.demand == Demand()


def test_kept_text_is_no_instruction() -> None:
    text = "# T\n\n## B\n\n## A\n\nThis text stays here.\n<!-- designlint: keep -->\n"
    assert compile_template(text.replace("here.\n", "here.\n\n"), "t.md").instructions == ()
    gone = compile_template(text.partition("<!--")[0], "t.md").instructions
    assert [each.text for each in gone] == ["This text stays here."]


def test_a_suppression_is_no_directive() -> None:
    assert section("ignore[empty-table] why").demand == Demand()


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("optonal", "unknown directive `optonal`; did you mean `optional`?"),
        ("repeats=2..", "unknown directive `repeats`; did you mean `repeat`?"),
        (
            "zzz",
            "unknown directive `zzz`; known are alias, any-level, closed, keep, min-words, "
            "optional, questions, repeat, required, risks, since, unordered, value, values, when",
        ),
        ("optional=yes", "`optional` takes no value"),
        ("repeat", "`repeat` takes a value, as in `repeat=1..`"),
        ("repeat=many", "`repeat=many` is no range; write `repeat=1..`"),
        ("repeat=5..2", "`repeat=5..2` allows none: the second number is the smaller"),
        ("repeat=0", "`repeat=0` allows none: the second number is the smaller"),
        ("alias", '`alias` takes a value, as in `alias="Risks; Risk register"`'),
        ('alias=""', '`alias` takes a value, as in `alias="Risks; Risk register"`'),
        ("min-words=few", "`min-words=few` is not a number of words"),
        ("min-words=0", "`min-words=0` is not a number of words"),
        ("since=march", "`since=march` is no date; write `since=2026-03-01`"),
        ("since=2026-02-30", "`since=2026-02-30` is no date; write `since=2026-03-01`"),
        ("when=accepted", '`when="accepted"` names no value; write `when="status=accepted"`'),
        ("optional required", "`optional` and `required` contradict each other; keep one"),
        ("required optional", "`optional` and `required` contradict each other; keep one"),
        ("optional, closed", 'cannot read `optional, closed`: write `name` or `name="value"`'),
        ('alias="open', 'cannot read `alias="open`: write `name` or `name="value"`'),
        ("keep", "`keep` does not apply to a section"),
        ("value=date", "`value` does not apply to a section"),
        ('values="a; b"', "`values` does not apply to a section"),
    ],
)
def test_errors_on_a_section(directive: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        section(directive)
    error = caught.value
    assert error.message == message
    assert error.line == (3 if "does not apply" in message else 5)
    assert str(error) == f"t.md:{error.line}: {message}"


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("value=colour", "unknown kind of value `colour`; known are number, percentage, "
         "duration, date, url, person"),
        ("repeat=2..", "`repeat` does not apply to a field"),
        ("closed", "`closed` does not apply to a field"),
        ("unordered", "`unordered` does not apply to a field"),
        ("any-level", "`any-level` does not apply to a field"),
        ("questions", "`questions` does not apply to a field"),
        ("risks", "`risks` does not apply to a field"),
    ],
)  # fmt: skip
def test_errors_on_a_field(directive: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        field(directive)
    assert (caught.value.message, caught.value.line) == (message, 5)


@pytest.mark.parametrize(
    ("block", "what"),
    [("| a |\n|---|\n| [text] |\n", "table"), ("```\n[text]\n```\n", "code block")],
)
@pytest.mark.parametrize("name", ["closed", "repeat=2", "alias=x", "values=x", "min-words=3"])
def test_errors_on_other_blocks(block: str, what: str, name: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(f"# T\n\n## A\n\n{block}\n<!-- designlint: {name} -->\n", "t.md")
    message = f"`{name.partition('=')[0]}` does not apply to a {what}"
    assert (caught.value.message, caught.value.line) == (message, 5)


@pytest.mark.parametrize("text", ["", "Text only.\n", "- list\n\n> # quoted\n", "---\na: b\n---\n"])
def test_a_template_without_headings(text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(text, "t.md")
    assert str(caught.value) == (
        "t.md:1: no heading: a template shows the sections that documents have"
    )
