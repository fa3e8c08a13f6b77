"""Offsets and lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.document.span import LineIndex, Position, Span

TEXTS = st.text(alphabet="a\né𝒳\u2028\x0c\x85", max_size=30)


@given(TEXTS)
def test_positions_count_code_points_from_one(text: str) -> None:
    index = LineIndex(text.split("\n"))
    expected = [
        Position(number, column)
        for number, line in enumerate(text.split("\n"), 1)
        for column in range(1, len(line) + 2)
    ]
    assert [index.position(offset) for offset in range(len(text) + 1)] == expected
    assert len(index) == text.count("\n") + 1


@given(TEXTS)
def test_lines_slice_back(text: str) -> None:
    index = LineIndex(text.split("\n"))
    lines = [text[index.start_of(line) : index.end_of(line)] for line in range(1, len(index) + 1)]
    assert lines == text.split("\n")


def test_offsets_and_lines_past_the_end_are_held_to_it() -> None:
    index = LineIndex(["ab", "c"])
    assert index.position(-1) == (1, 1)
    assert index.position(99) == (2, 2)
    assert index.start_of(3) == index.end_of(3) == 4


@pytest.mark.parametrize(("offset", "held"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_span_holds_what_it_slices(offset: int, held: bool) -> None:
    assert Span(2, 4).holds(offset) is held


@pytest.mark.parametrize(
    ("other", "enclosed"),
    [((2, 4), True), ((3, 3), True), ((4, 4), True), ((1, 3), False), ((3, 5), False)],
)
def test_a_span_encloses_what_does_not_stick_out(other: tuple[int, int], enclosed: bool) -> None:
    assert Span(2, 4).encloses(Span(*other)) is enclosed
