"""What a document has kept of the template's instructions, in any surroundings."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.alignment.instructions import find_instructions
from designlint.document import parse_document
from designlint.outline import Outline, compile_template

TEMPLATE = """\
# Memo

Tell the reader what led here, in your own words. Two paragraphs will do!

## Why

> Which of the others have asked for it before?

*Name the office that pays for all of it.*

- Say who is told of it first, and by whom.
- Known risks and dangers
- Good, because

## How

<!-- Leave nothing out that matters later. -->
<!-- price list -->

[comment]: # (Keep the page under two thousand words.)
"""
OUTLINE = compile_template(TEMPLATE, "t.md")
EMPHASISED = "Which of *the* others have `asked` for it before?"
DIVIDED = "Which of the others -->\n<!-- have asked for it before?"
SENTENCES = (
    "Tell the reader what led here, in your own words.",
    "Two paragraphs will do!",
    "Which of the others have asked for it before?",
    "Name the office that pays for all of it.",
    "Say who is told of it first, and by whom.",
    "Leave nothing out that matters later.",
    "Keep the page under two thousand words.",
)


def found(text: str, outline: Outline = OUTLINE) -> list[str]:
    return [span.slice(text) for span in find_instructions(parse_document(text), outline)]


def test_the_template_has_these_sentences() -> None:
    units = {unit for each in OUTLINE.instructions for unit in each.units}
    assert {sentence.casefold() for sentence in SENTENCES} < units
    assert {"good, because", "price list", "known risks and dangers"} < units


WORDS = st.text(alphabet="abcdefg XYZ,.#*_`[]()<>é語\n", max_size=60)
PREFIXES = st.sampled_from(["", "> ", "- ", "1. ", "> - ", "*", "_"])


@given(WORDS, PREFIXES, st.sampled_from(SENTENCES), WORDS)
def test_a_sentence_on_a_line_of_its_own_is_found_at_its_place(
    before: str, prefix: str, sentence: str, after: str
) -> None:
    # What opens code or a tag before it would make it part of that.
    before = before.replace("`", "").replace("<", "")
    mark = prefix if prefix in ("*", "_") else ""
    text = f"{before}\n\n{prefix}{sentence}{mark}\n\n{after}\n"
    start = len(before) + 2 + len(prefix)
    spans = list(find_instructions(parse_document(text), OUTLINE))
    assert (start - len(mark), start + len(sentence) + len(mark)) in [tuple(each) for each in spans]


@given(WORDS)
def test_text_of_other_words_holds_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Two paragraphs will do! And so on.", ["Two paragraphs will do!"]),
        ("**Length**. Two paragraphs will do, they say. Two paragraphs will do! And so on.", []),
        ("Now. Name the office that pays for all of it. And so on.", [SENTENCES[3]]),
        ("two  PARAGRAPHS\nwill do!", ["two  PARAGRAPHS\nwill do!"]),
        ("- Known risks and dangers", ["Known risks and dangers"]),
        ("- Known risks and dangers are none", []),
        ("Our known risks and dangers", []),
        ("- Good, because", ["Good, because"]),
        ("- Good, because it is light", []),
        ("<!-- price list -->", ["price list"]),
        ("[comment]: # (price list)", ["price list"]),
        ("price list", []),
        ("<!-- the price list of May -->", []),
        ("### Which of the others have asked for it before?", []),
        ("### Name the office that pays for all of it.", [SENTENCES[3]]),
        ("```\nTwo paragraphs will do!\n```", []),
        ("    Two paragraphs will do!", []),
        ("| a |\n|---|\n| Two paragraphs will do! |", ["Two paragraphs will do!"]),
        (f"{SENTENCES[0]} {SENTENCES[1]}", [f"{SENTENCES[0]} {SENTENCES[1]}"]),
        (f"{SENTENCES[0]}\n\n{SENTENCES[1]}", [f"{SENTENCES[0]}\n\n{SENTENCES[1]}"]),
        (f"- {SENTENCES[0]}\n- {SENTENCES[2]}", [f"{SENTENCES[0]}\n- {SENTENCES[2]}"]),
        (f"{SENTENCES[0]}\n\n---\n\n{SENTENCES[2]}", [SENTENCES[0], SENTENCES[2]]),
        (EMPHASISED, [EMPHASISED]),
        (f"<!-- {DIVIDED} -->", [DIVIDED]),
        (f"{SENTENCES[0]} Yes. {SENTENCES[1]}", list(SENTENCES[:2])),
        ("*Name the office that pays for all of it.*", [f"*{SENTENCES[3]}*"]),
        ("**Name the office that pays for all of it.**", [f"**{SENTENCES[3]}**"]),
        ("*Name the office that pays for all of it. Ours.*", [SENTENCES[3]]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_kept(text: str, kept: list[str]) -> None:
    assert found(text) == kept


HOSTILE = {
    "half sentences": "tell the reader what led here, in your own words, ",
    "sentences": "Two paragraphs will do! ",
    "short comments": "<!-- price list -->\n",
    "short words": "price list ",
    "open comments": "<!-- price list\n",
    "lines of nothing": "> > > \n",
    "spaces": "tell \t ",
    "marks": "*_*_",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """Twenty times the text, in fewer than eighty times the time; a square takes 400 times."""

    def seconds(size: int) -> float:
        document = parse_document(piece * (size // len(piece)))
        start = time.perf_counter()
        list(find_instructions(document, OUTLINE))
        return time.perf_counter() - start

    small = min(seconds(20_000) for _ in range(3))
    assert seconds(400_000) < max(2.0, small * 80)
