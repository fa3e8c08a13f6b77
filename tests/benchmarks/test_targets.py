import cases
import pytest
from growth import Size
from interleave import Result, Sample
from targets import TARGETS, judge, judge_growth


def _result(seconds: float, memory: float = 40.0) -> Result:
    return Result((Sample(seconds, memory),))


def test_ratios_are_held_against_their_limits() -> None:
    results = {
        cases.BARE_PARSE: _result(2.0),
        cases.COLD_ALONE: _result(0.9),
        cases.COLD: _result(1.0),
        cases.WARM: _result(0.1),
    }
    found = {(each.name, each.beside): (each.ratio, each.met) for each in judge(results)}
    assert len(found) == len(TARGETS)
    assert found[cases.COLD_ALONE, cases.BARE_PARSE] == (0.45, "met")
    assert found[cases.COLD, cases.BARE_PARSE] == (0.5, "**not met**")
    assert found[cases.WARM, "mdsmith"] == (None, "not measured")


def test_growth_is_that_between_the_two_largest_folders() -> None:
    sizes = [
        Size(10, 0.1, _result(0.1), _result(0.1)),
        Size(100, 1.0, _result(1.0), _result(0.2)),
        Size(1000, 10.0, _result(11.0, 80.0), _result(1.0)),
    ]
    assert [(each.name, each.ratio, each.met) for each in judge_growth(sizes)] == [
        ("1,000 documents, cold", 11.0, "**not met**"),
        ("peak memory of 1,000 documents, cold", 2.0, "**not met**"),
        ("1,000 documents, warm", pytest.approx(5.0), "met"),
        ("peak memory of 1,000 documents, warm", 1.0, "met"),
    ]
    assert not [*judge_growth(sizes[:1])]
