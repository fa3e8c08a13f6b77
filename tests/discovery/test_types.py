"""Which type a document has, and the reason that is given."""

from pathlib import Path

import pytest

from designlint.discovery.globs import Globs
from designlint.discovery.types import Choice, DocumentType, TypeChooser
from designlint.document import parse_document

MEMO = """\
# Memo: [Title]

## Why

[Reason]

## How

[Way]

## Cost

[Sum]

## Open Questions

- [Question]

## Extras (optional)

[More]
"""
FREE = "# [Title]\n\n## Context\n\n[Text]\n\n## Decision\n\n[Text]\n"


def chooser(folder: Path, config: str = "") -> TypeChooser:
    return TypeChooser(
        (
            DocumentType("memo", "memo.md", MEMO, Globs(("docs/**/*.md",), folder)),
            DocumentType("record", "record.md", FREE, Globs(("adr/*.md",), folder)),
        ),
        config,
    )


def choose(text: str, path: str = "x/a.md", config: str = "") -> tuple[str | None, str]:
    folder = Path("/srv/somewhere")
    choice = chooser(folder, config).choose(parse_document(text, path), folder / path)
    return choice.type_name, choice.reason


@pytest.mark.parametrize(
    ("text", "path", "name", "reason"),
    [
        ("---\ntype: Memo\n---\n# X\n", "a.md", "memo", "its front matter says `type: Memo`"),
        (
            "---\ntype: post\n---\n# X\n",
            "a.md",
            None,
            "nothing in it looks like a design document",
        ),
        (
            "---\ntype: [memo\n---\n# X\n",
            "a.md",
            None,
            "nothing in it looks like a design document",
        ),
        (
            "Memo: Lunch\n====\n",
            "a.md",
            "memo",
            'its title is of the form "Memo: [Title]"',
        ),
        (
            "# Lunch\n\n## Why\n\n### HOW:\n",
            "a.md",
            "memo",
            "2 of 4 of its sections are there",
        ),
        (
            "# Lunch\n\n## Context\n",
            "a.md",
            "record",
            "1 of 2 of its sections is there",
        ),
        (
            "# Lunch\n\n## Why\n",
            "docs/a.md",
            None,
            (
                "it is most like type memo, but only 1 of 4 of its sections is there; "
                "half of them would do"
            ),
        ),
        (
            "# L\n\n## Extras\n",
            "docs/a.md",
            None,
            "nothing in it looks like a design document",
        ),
        ("", "a.md", None, "nothing in it looks like a design document"),
    ],
)
def test_choice_by_content(text: str, path: str, name: str | None, reason: str) -> None:
    assert choose(text, path) == (name, reason)


def test_usual_path_asks_for_less() -> None:
    types = TypeChooser(
        (
            DocumentType(
                "memo",
                "memo.md",
                MEMO + "\n## Five\n\n[x]\n",
                Globs(("docs/**/*.md",), Path("/w")),
            ),
        )
    )
    document = parse_document("# A\n\n## Why\n\n## Cost\n")

    def at(path: str) -> Choice:
        return types.choose(document, Path("/w") / path)

    assert at("docs/deep/a.md").reason == (
        "2 of 5 of its sections are there, and `docs/**/*.md` matches its path"
    )
    assert at("docs/deep/a.md").type_name == "memo"
    assert at("other/a.md").type_name is None
    assert at("docs/README.md").type_name is None
    assert at("docs/index.md").type_name is None


def test_the_likeliest_type_wins() -> None:
    assert choose("# X\n\n## Why\n\n## How\n\n## Context\n\n## Decision\n") == (
        "record",
        "2 of 2 of its sections are there",
    )


def test_document_inside_a_fence_is_recognised() -> None:
    text = (
        "Here is your memo:\n\n```markdown\n# Memo: Lunch\n\n## Why\n\nFood, and more food.\n```\n"
    )
    assert choose(text)[0] == "memo"
    assert choose("Text. " * 40 + "\n\n" + text)[0] is None


def test_configured_globs_alone_count() -> None:
    config = "designlint.toml"
    assert choose("", "docs/a.md", config) == (
        "memo",
        "`docs/**/*.md` in designlint.toml matches its path",
    )
    assert choose(MEMO, "other/a.md", config) == (
        None,
        "no `files` of [[documents]] in designlint.toml match its path",
    )


def test_first_match_wins(tmp_path: Path) -> None:
    types = TypeChooser(
        (
            DocumentType(
                "one", "", MEMO, Globs(("docs/special/*", "!docs/special/no.md"), tmp_path)
            ),
            DocumentType("two", "", MEMO, Globs(("docs/[a-s]*/*.md",), tmp_path)),
        ),
        "c",
    )
    document = parse_document("")
    names = [
        types.choose(document, tmp_path / path).type_name
        for path in ("docs/special/a.md", "docs/special/no.md", "docs/other/a.md", "docs/z/a.md")
    ]
    assert names == ["one", "two", "two", None]


def test_templates_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    path.write_text(MEMO)
    (tmp_path / "link.md").symlink_to("t.md")
    kind = DocumentType("memo", "t.md", MEMO, Globs(("*.md",), tmp_path), path)
    choice = Choice(None, "it is the template of type memo")
    assert TypeChooser((kind,), "c").by_path(tmp_path / "link.md") == choice
    assert TypeChooser((kind,), "c").by_path(tmp_path / "a.md") != choice


def test_no_types_at_all() -> None:
    reason = TypeChooser(()).choose(parse_document("# A\n"), Path("/a.md")).reason
    assert reason == "there is no document type to choose from"


def test_an_alias_alone_makes_no_document_of_a_type() -> None:
    template = '# [T]\n\n## Why Now\n<!-- designlint: alias="Why" -->\n\n[x]\n\n## How\n\n[y]\n'
    kind = DocumentType("plan", "p.md", template, Globs((), Path("/w")))
    types = TypeChooser((kind,))
    assert types.choose(parse_document("# A\n\n## Why\n"), Path("/w/a.md")).type is None
    assert types.choose(parse_document("# A\n\n## Why Now\n"), Path("/w/a.md")).type is kind
    both = types.choose(parse_document("# A\n\n## Why\n\n## How\n"), Path("/w/a.md"))
    assert both == Choice(kind, "2 of 2 of its sections are there")


def test_own_names_weigh_more_than_aliases() -> None:
    alias = '# [T]\n\n## Why Now\n<!-- designlint: alias="Why" -->\n\n[x]\n\n## How\n\n[y]\n'
    named = "# [T]\n\n## Why\n\n[x]\n\n## How\n\n[y]\n"
    kinds = tuple(
        DocumentType(name, "", text, Globs((), Path("/w")))
        for name, text in (("first", alias), ("second", named))
    )
    document = parse_document("# A\n\n## Why\n\n## How\n")
    assert TypeChooser(kinds).choose(document, Path("/w/a.md")).type_name == "second"


def test_a_type_may_ask_for_more_of_its_sections() -> None:
    kind = DocumentType("record", "", FREE, Globs(("adr/*.md",), Path("/w")), enough=1.0)
    types = TypeChooser((kind,))
    document = parse_document("# A\n\n## Context\n")
    choice = types.choose(document, Path("/w/a.md"))
    assert choice.type is None
    assert choice.reason.endswith("only 1 of 2 of its sections is there; 2 of them would do")
    whole = parse_document("# A\n\n## Context\n\n## Decision\n")
    assert types.choose(whole, Path("/w/a.md")).type is kind


@pytest.mark.parametrize(
    ("path", "text", "alone"),
    [
        ("docs/template.md", MEMO, True),
        ("docs/0000-memo-template.md", MEMO, True),
        ("docs/YYYYMMDD-title.md", MEMO, True),
        ("docs/template-engine.md", "# Memo: Templates\n\n## Why\n\nSpeed.\n", False),
        ("docs/lunch.md", MEMO, False),
    ],
)
def test_template_files_are_left_alone(path: str, text: str, alone: bool) -> None:
    name, reason = choose(text, path)
    assert (name is None) is alone
    assert reason.startswith("it is a template itself") is alone
