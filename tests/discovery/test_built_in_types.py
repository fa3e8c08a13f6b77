"""The built-in types are told apart, and other notes are left alone."""

from pathlib import Path

import pytest

from designlint.config.document_types import installed_types
from designlint.discovery.types import TypeChooser
from designlint.document import parse_document
from designlint.registry import load_registry

ROOT = Path("/srv/repository")
CHOOSER = TypeChooser(installed_types(load_registry(), ROOT))


def text_of(*sections: str) -> str:
    return "# Something\n\n" + "".join(f"## {name}\n\nText.\n\n" for name in sections)


def chosen(path: str, text: str) -> str | None:
    return CHOOSER.choose(parse_document(text, path), ROOT / path).type_name


MADR = ("Context and Problem Statement", "Considered Options", "Decision Outcome")
NYGARD = ("Status", "Context", "Decision", "Consequences")
RFC = (
    "Summary",
    "Motivation",
    "Guide-level explanation",
    "Reference-level explanation",
    "Drawbacks",
    "Rationale and alternatives",
    "Unresolved questions",
)
DESIGN = ("Design Evolution", "Architecture Overview", "Detailed Design", "Testing Strategy")


@pytest.mark.parametrize(
    ("path", "sections", "name"),
    [
        ("notes/a.md", MADR, "adr"),
        ("notes/a.md", MADR[:2], "adr"),
        ("notes/a.md", NYGARD, "adr-nygard"),
        ("docs/adr/0001-a.md", NYGARD, "adr-nygard"),
        ("docs/architecture/decisions/0001-a.md", NYGARD[:3], "adr-nygard"),
        ("doc/adr/0001-a.md", ("Context", "Considered Options", "Decision"), "adr"),
        ("docs/adr/0001-a.md", ("Context", "Options", "Decision", "Consequences"), "adr-nygard"),
        ("docs/adr/0001-a.md", MADR[1:], "adr"),
        ("text/a.md", RFC, "rfc"),
        ("text/a.md", RFC[:-1], "rfc"),
        ("rfcs/a.md", ("Summary", "Motivation", "Alternatives"), "rfc"),
        ("docs/design/a.md", DESIGN, "technical-design"),
        # left alone
        ("notes/a.md", ("Context", "Decision"), None),
        ("notes/a.md", ("Context", "Options", "Decision"), None),
        ("notes/a.md", ("Context", "Next steps", "Status"), None),
        ("docs/adr/README.md", ("Context", "Decision"), None),
        ("docs/adr/a.md", ("Context", "Agenda"), None),
        ("README.md", ("Summary", "Motivation", "Design", "Alternatives", "Usage"), None),
        ("rfcs/README.md", ("Summary", "Motivation", "Process"), None),
        ("docs/guide.md", ("Overview", "Proposal", "Open questions"), None),
    ],
)
def test_choice(path: str, sections: tuple[str, ...], name: str | None) -> None:
    assert chosen(path, text_of(*sections)) == name


def test_front_matter_settles_it() -> None:
    text = f"---\ntype: ADR\n---\n\n{text_of(*NYGARD)}"
    assert chosen("a.md", text) == "adr"
