"""Names that are much alike, and the look that rules the others out."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from designlint.alignment import likeness as module
from designlint.language.lexicon import ENGLISH

WORDS = ("detail", "details", "detailed", "rational", "rationale", "plan", "api", "of", "not", "")
NAMES = st.lists(st.sampled_from(WORDS) | st.text("abs ", max_size=5), max_size=3).map(" ".join)


def have_the_same_negations(one: module._Reading, other: module._Reading) -> bool:
    return one.negations == other.negations


@given(NAMES, NAMES)
@example("rationale", "ratoinale")
@example("detailed plan", "details of the plan")
def test_what_is_ruled_out_at_once_is_not_alike(one: str, other: str) -> None:
    at_once = module.likeness.__wrapped__(one, other, ENGLISH)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_may_be_alike", have_the_same_negations)
        assert module.likeness.__wrapped__(one, other, ENGLISH) == at_once


@pytest.mark.parametrize(
    ("one", "other"), [("goals", "not goals"), ("scope", "plan"), ("", "plan"), ("of", "of")]
)
def test_these_are_not_alike(one: str, other: str) -> None:
    assert module.likeness(one, other, ENGLISH) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("details", "detailed"), ("rationale", "ratoinale"), ("rollout", "rollout strategy")],
)
def test_these_are_alike(one: str, other: str) -> None:
    assert module.likeness(one, other, ENGLISH) > 0.72
