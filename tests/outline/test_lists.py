"""Kinds of list that are no lists of fields."""

import pytest

from designlint.document import Document, parse_document
from designlint.document.blocks import Block
from designlint.outline.lists import choices_in, is_checklist, is_set_list


def first(text: str) -> tuple[Document, Block]:
    document = parse_document(text)
    return document, document.blocks[0]


@pytest.mark.parametrize(
    ("text", "boxes", "choices"),
    [
        ("- [ ] **A**: x\n- [x] **B**: y\n", True, ["a", "b"]),
        ("- [ ] **A**: x\n- [ ] B\n", True, []),
        ("- [ ] A: x\n- [ ] B: y\n", True, []),
        ("- [ ] **A**: x\n", True, []),
        ("- [ ] **A**: x\n- **B**: y\n", False, []),
        ("- **A**: x\n- **B**: y\n", False, []),
        ("[ ] **A**: x\n", False, []),
    ],
)
def test_boxes(text: str, boxes: bool, choices: list[str]) -> None:
    document, block = first(text)
    assert is_checklist(block) is boxes
    assert [field.key for field in choices_in(document, block)] == choices


SENTENCE = "nobody leaves before all have spoken."


@pytest.mark.parametrize(
    ("text", "is_set"),
    [
        (f"- **A**: {SENTENCE}\n- **B**: {SENTENCE}\n", True),
        (f"- **A**: {SENTENCE}\n- {SENTENCE}\n", False),
        (f"- **A**: {SENTENCE}\n- **B**: three words only\n", False),
        (f"- **A**: {SENTENCE} [Who]\n- **B**: {SENTENCE}\n", False),
        (f"- **A**: {SENTENCE} <!-- why? -->\n- **B**: {SENTENCE}\n", False),
        ("- **A**: one | two | three | four | five | six\n", False),
        (f"**A**: {SENTENCE}\n", False),
    ],
)
def test_lists_of_labelled_sentences(text: str, is_set: bool) -> None:
    assert is_set_list(*first(text)) is is_set
