"""The look at a text that spares the search for a template's sentences."""

from hypothesis import example, given
from hypothesis import strategies as st

from designlint.document.normalise import squash
from designlint.outline.units import Letters, make_unit

PIECES = (
    "Tell the reader what led here, ",
    "in the words of the people who asked for it.",
    "Why *not*?",
    "İ wrote `it` — 273 \u212a,\n> ",
    "語る。",
    "<!-- Leave nothing out --> ",
    "- ",
    ": ",
    "so it is. ",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=6).map("".join)


@given(TEXTS, TEXTS.map(squash).filter(bool), TEXTS)
@example("Tell ", "the reader what led here, in the words of the people who asked", " for it.")
def test_a_sentence_that_is_in_a_text_may_be_there(before: str, told: str, after: str) -> None:
    text = f"{before}{told}{after}".replace(" ", "\n> *")
    assert Letters(text).may_hold(make_unit(told, comment=False))


def test_a_sentence_of_which_only_the_end_is_there_is_mostly_ruled_out() -> None:
    unit = make_unit("tell the reader what the readers of old ones asked for.", comment=False)
    assert not Letters("That is what they asked for.").may_hold(unit)
    assert not Letters("").may_hold(unit)


def test_a_few_words_are_ruled_out_as_well() -> None:
    unit = make_unit("known risks", comment=True)
    assert Letters("There are KNOWN\n> *risks* here").may_hold(unit)
    assert not Letters("Risks that are known").may_hold(unit)
