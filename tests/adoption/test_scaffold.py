"""What an author starts from."""

from datetime import date

import pytest

from designlint.adoption.scaffold import Fill, NoTitleError, make_scaffold

TODAY = date(2026, 3, 1)


def made(template: str, title: str = "", number: str = "") -> str:
    return make_scaffold(template, Fill(TODAY, title, number))


def test_directives_are_left_out_and_all_else_stays() -> None:
    template = (
        "---\nowner: [Name]\n---\n\n# [Title]\n\n"
        "## Why\n<!-- designlint: optional -->\n\n[Reason]\n\n"
        "<!-- designlint: ignore[todo-marker] kept on purpose -->\n"
        "- **Owner**: [Name] <!-- designlint: value=person -->\n"
        "- **Due**: [Day]\n  <!-- designlint: value=date -->\n- **By**: [Name]\n\n"
        "<!-- Say more. -->\n\n```md\n<!-- designlint: optional -->\n```\n"
    )
    assert made(template) == (
        "---\nowner: [Name]\n---\n\n# [Title]\n\n## Why\n\n[Reason]\n\n"
        "<!-- designlint: ignore[todo-marker] kept on purpose -->\n"
        "- **Owner**: [Name]\n"
        "- **Due**: [Day]\n- **By**: [Name]\n\n"
        "<!-- Say more. -->\n\n```md\n<!-- designlint: optional -->\n```\n"
    )


def test_line_ends_become_line_feeds() -> None:
    assert made("\ufeff# [Title]\r\n\r\n## Why\r\n\r\n\r\n") == "# [Title]\n\n## Why\n"


def test_a_directive_between_blank_lines_leaves_one_of_them() -> None:
    assert (
        made("# T\n\nText.\n\n<!-- designlint: keep -->\n\n## Why\n") == "# T\n\nText.\n\n## Why\n"
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("# [Title]", "# Use it"),
        ("# Technical Design: [Feature Name]", "# Technical Design: Use it"),
        ("# RFC-NNNN: {title}", "# RFC-0012: Use it"),
        ("# [number]. [title of the decision]", "# 0012. Use it"),
        ("# {NNNN} {{title}}", "# 0012 Use it"),
        ("# Replace this with your title", "# Use it"),
        ("[Title]\n=======", "Use it\n======="),
    ],
)
def test_title_and_number(heading: str, expected: str) -> None:
    assert made(f"{heading}\n\n## Why\n", "Use it", "0012") == f"{expected}\n\n## Why\n"


def test_without_title_and_number_the_heading_stays() -> None:
    template = "# RFC-NNNN: [Title]\n\n## Why\n"
    assert made(template) == template


def test_a_title_in_front_matter_is_quoted() -> None:
    template = "---\ntitle: Your title here\nstatus: draft\n---\n\n# Summary\n\n# Why\n"
    assert made(template, 'Use: "it"') == template.replace("Your title here", '"Use: \\"it\\""')


def test_a_template_without_a_title_takes_none() -> None:
    with pytest.raises(NoTitleError):
        made("# Summary\n\n# Why\n", "Use it")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Date: YYYY-MM-DD", "Date: 2026-03-01"),
        ("- **Created**: [YYYY-MM-DD]", "- **Created**: 2026-03-01"),
        ("* Date: {YYYY-MM-DD when the decision was last updated}", "* Date: 2026-03-01"),
        ("- Start Date: (fill me in with today's date, YYYY-MM-DD)", "- Start Date: 2026-03-01"),
        ("last-updated: yyyy-mm-dd", "last-updated: 2026-03-01"),
        ("Due date: [YYYY-MM-DD]", ""),
        ("Date: [When]", ""),
        ("Date: from YYYY-MM-DD on", ""),
        ("Deciders: [YYYY-MM-DD]", ""),
    ],
)
def test_dates_of_writing_are_filled(line: str, expected: str) -> None:
    assert made(f"# T\n\n{line}\n") == f"# T\n\n{expected or line}\n"


def test_dates_in_code_stay() -> None:
    template = "# T\n\n```yaml\ndate: YYYY-MM-DD\n```\n"
    assert made(template) == template
