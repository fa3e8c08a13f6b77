"""What the type of a template is called."""

from pathlib import PurePosixPath

import pytest

from designlint.adoption.names import is_kind, type_name


@pytest.mark.parametrize(
    ("path", "root", "name"),
    [
        ("adr-template.md", "shop", "adr"),
        ("docs/decisions/template.md", "shop", "adr"),
        ("rfcs/0000-template.md", "shop", "rfc"),
        ("0000-template.md", "shop-rfcs", "rfc"),
        ("docs/TEMPLATE.md", "shop", "document"),
        ("enhancements/YYYYMMDD-template.md", "shop", "enhancement"),
        ("specs/settings-spec-template.md", "shop", "settings-spec"),
        ("templates/technical-design.v2.md", "shop", "technical-design"),
        ("proposals/how-to-write-a-really-long-proposal-template.md", "shop", "proposal"),
    ],
)
def test_type_name(path: str, root: str, name: str) -> None:
    assert type_name(PurePosixPath(path), root) == name


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("adr-template.md", True),
        ("docs/decisions/template.md", True),
        ("geps/gep-template.md", True),
        ("designs/email-template.md", False),
    ],
)
def test_is_kind(path: str, kind: bool) -> None:
    assert is_kind(PurePosixPath(path)) is kind
