"""Which rules a plan holds, and how severe they are."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from designlint.check.plan import Plan
from designlint.config import ConfigError, Settings
from designlint.config.document_types import configured_types, installed_types
from designlint.config.errors import UnknownNameError
from designlint.config.plans import Overrides, build_plan
from designlint.config.validate import validate
from designlint.finding import Severity
from designlint.registry import Registry
from designlint.rule import SourceRule

TODAY = date(2026, 1, 2)
MakePlan = Callable[..., Plan]


@pytest.fixture
def make_plan(settings_of: Callable[[str], Settings], registry: Registry) -> MakePlan:
    def make(text: str = "", overrides: Overrides | None = None) -> Plan:
        settings = settings_of(text)
        options = validate(settings, registry)
        types = configured_types(settings, registry, settings.folder)
        chosen = types[0] if types else None
        overrides = overrides or Overrides()
        overrides.check(registry)
        return build_plan(chosen, settings, registry, options, overrides, TODAY)

    return make


def test_words_reach_every_outline_and_the_ladder(make_plan: MakePlan) -> None:
    words = '[words.statuses]\ndraft = ["Entwurf"]\n[status.entwurf]\nloud-text = "info"\n'
    documents = '[[documents]]\ntype = "memo"\nfiles = ["*.md"]\n'
    for plan in (make_plan(words), make_plan(documents + words)):
        assert plan.outline.lexicon.statuses == (("entwurf", "draft"),)
        assert plan.ladder == {"draft": {"loud-text": Severity.INFO}}


def severities(plan: Plan) -> dict[str, str]:
    return {active.rule.name(): active.severity.value for active in plan.rules}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"long-document": "off", "loud-heading": "error", "loud-text": "warning"}),
        ("select = ['tone']", {"loud-heading": "error", "loud-text": "warning"}),
        ("select = ['length']", {"long-document": "off"}),
        ("select = ['long-document']", {"long-document": "warning"}),
        ("select = ['length/long-document']", {"long-document": "warning"}),
        ("select = ['tone']\nignore = ['loud-text']", {"loud-heading": "error"}),
        ("select = ['loud-text']\nignore = ['tone']", {}),
        ("ignore = ['tone', 'length']", {}),
        ("severity.long-document = 'info'\nignore=['tone']", {"long-document": "info"}),
        ("severity.long-document = 'off'\nignore=['tone']", {}),
        ("severity.loud-text = 'off'\nselect=['tone']", {"loud-heading": "error"}),
        (
            "severity.loud-text = 'off'\nselect=['tone']\nstatus.accepted.loud-text = 'error'",
            {"loud-heading": "error", "loud-text": "off"},
        ),
    ],
)
def test_configured(make_plan: MakePlan, text: str, expected: dict[str, str]) -> None:
    assert severities(make_plan(text)) == expected


def test_layers_of_severity(make_plan: MakePlan) -> None:
    text = """
severity = {loud-text = "info", loud-heading = "info"}
select = ["tone"]
[[documents]]
type = "memo"
files = ["*.md"]
[documents.severity]
loud-heading = "warning"
[status."In Review"]
loud-text = "off"
loud-heading = "error"
"""
    plan = make_plan(text)
    assert severities(plan) == {"loud-heading": "warning", "loud-text": "info"}
    assert plan.ladder == {"review": {"loud-text": Severity.OFF, "loud-heading": Severity.ERROR}}
    plan = make_plan(text, Overrides(severity={"loud-text": Severity.ERROR}))
    assert severities(plan)["loud-text"] == "error"
    assert plan.ladder == {"review": {"loud-heading": Severity.ERROR}}


def test_command_line_select_and_ignore(make_plan: MakePlan) -> None:
    text = "select = ['length']\nignore = ['loud-text']"
    assert severities(make_plan(text, Overrides(select=("tone",)))) == {"loud-heading": "error"}
    assert severities(make_plan(text, Overrides(select=("loud-text",)))) == {"loud-text": "warning"}
    assert severities(make_plan(text, Overrides(ignore=("length",)))) == {}
    with pytest.raises(
        UnknownNameError, match='unknown rule or group "tones"; did you mean "tone"'
    ):
        make_plan(text, Overrides(select=("tones",)))
    with pytest.raises(UnknownNameError, match='unknown rule "tone"'):
        make_plan(text, Overrides(severity={"tone": Severity.OFF}))


def test_the_rest_of_the_plan(make_plan: MakePlan) -> None:
    plan = make_plan(
        "select = ['tone']\nrequire-reason = true\n[[documents]]\ntype='memo'\nfiles=['*.md']",
        Overrides(as_status="draft"),
    )
    assert plan.known_rules == {"long-document", "loud-heading", "loud-text"}
    assert (plan.type_name, plan.as_status, plan.require_reason, plan.today) == (
        "memo",
        "draft",
        True,
        TODAY,
    )
    assert [section.title for section in plan.outline.root.children] == ["Why"]


def test_document_types(
    tmp_path: Path, settings_of: Callable[[str], Settings], registry: Registry
) -> None:
    (tmp_path / "t.md").write_text("# RFC: [Title]\n\n## Motivation\n\n[Why]\n")
    settings = settings_of(
        "[[documents]]\ntype='rfc'\nfiles=['a/*.md']\n"
        "[[documents]]\ntype='rfc'\nfiles=['b/*.md']\ntemplate='t.md'\n"
        "[[documents]]\ntype='memo'\nfiles=['c/*.md']\n"
    )
    types = configured_types(settings, registry, tmp_path)
    assert [(each.name, each.origin, each.files.patterns) for each in types] == [
        ("rfc", "t.md", ("a/*.md",)),
        ("rfc", "t.md", ("b/*.md",)),
        ("memo", "memo", ("c/*.md",)),
    ]
    assert [each.name for each in installed_types(registry, tmp_path)] == ["memo"]


def test_template_that_is_no_text(
    tmp_path: Path, settings_of: Callable[[str], Settings], registry: Registry
) -> None:
    (tmp_path / "t.md").write_bytes(b"# T\xff\n")
    settings = settings_of("[[documents]]\ntype='rfc'\nfiles=['a']\ntemplate='t.md'\n")
    with pytest.raises(ConfigError, match=r"^designlint\.toml:4: the template t\.md is not UTF-8"):
        configured_types(settings, registry, tmp_path)


def test_unreadable_files_are_reported_whatever_is_selected(
    make_plan: MakePlan, registry: Registry
) -> None:
    class UnreadableDocument(SourceRule):
        """Files that cannot be read."""

        group = "meta"
        severity = Severity.ERROR

    registry.rules["unreadable-document"] = UnreadableDocument
    assert list(severities(make_plan("select = ['loud-text']"))) == [
        "loud-text",
        "unreadable-document",
    ]
    assert severities(make_plan("select = ['loud-text']\nignore = ['meta', 'tone']")) == {}
