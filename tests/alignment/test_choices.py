"""Lists of boxes of which one is to be ticked."""

from collections.abc import Callable

import pytest

from designlint.alignment.choices import find_choices
from designlint.alignment.model import Alignment
from designlint.document import parse_document

Lay = Callable[..., Alignment]

TEMPLATE = """\
# T

## Kind

- [ ] **Gift**: from [whom]
- [ ] **Loan**: until [when]

## Checks

- [ ] The floor carries it
"""


@pytest.fixture
def choices(lay: Lay) -> Callable[[str], list[tuple[int, int]]]:
    """How many boxes of each choice are ticked, and how many are open."""

    def run(body: str) -> list[tuple[int, int]]:
        text = f"# T\n\n## Kind\n\n{body}\n\n## Checks\n\n- [ ] The floor carries it\n"
        found = find_choices(parse_document(text), lay(TEMPLATE, text))
        return [(len(each.ticked), len(each.open)) for each in found]

    return run


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("- [x] **Gift**: from Ann\n- [ ] **Loan**: until [when]", [(1, 1)]),
        ("- [ ] **Gift**: from [whom]\n- [ ] **Loan**: until [when]", [(0, 2)]),
        ("- [X] Gift: from Ann", [(1, 0)]),
        ("- [x] **Gift**: from Ann\n- [x] **Other**: who knows", [(1, 0)]),
        ("- [x] **Gift**: from Ann\n\ntext\n\n* [ ] **Loan**: no", [(1, 1)]),
        ("A gift from Ann.", []),
        ("- **Gift**: from Ann", []),
        ("- [ ] **Other**: who knows", []),
        ("", []),
    ],
)
def test_boxes_of_the_template(
    choices: Callable[[str], list[tuple[int, int]]], body: str, found: list[tuple[int, int]]
) -> None:
    assert choices(body) == found


def test_the_boxes_are_those_of_the_document(lay: Lay) -> None:
    text = "# T\n\n## Kind\n\n- [ ] **Gift**: from Ann\n- [x] **Loan**: until May\n"
    (choice,) = find_choices(parse_document(text), lay(TEMPLATE, text))
    assert [item.span.slice(text).strip() for item in choice.ticked] == [
        "- [x] **Loan**: until May"
    ]
    assert [item.span.slice(text).strip() for item in choice.open] == ["- [ ] **Gift**: from Ann"]
    assert choice.section.expected.title == "Kind"
