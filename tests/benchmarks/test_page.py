from pathlib import Path

from interleave import Result, Sample
from page import PARTS, result_table, verdict_table
from targets import Verdict

from designlint.pages.markers import splice

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def test_the_page_of_this_repository_has_a_place_for_every_part() -> None:
    page = splice(PAGE, {name: f"the {name}\n" for name in PARTS})
    assert [name for name in PARTS if f"\nthe {name}\n" not in page] == []


def test_results_are_shown_beside_one_of_them() -> None:
    results = {
        "parse": Result((Sample(1.5, 30.4), Sample(2.5, 30.4))),
        "check": Result((Sample(0.5, 41.0),)),
        "again": Result((Sample(0.02, 9.0),)),
    }
    assert [*result_table(results, "parse")][2:] == [
        "| parse | 2.00 s | 1.50 s – 2.50 s | 1.00 | 30 MB |",
        "| check | 500 ms | 500 ms – 500 ms | 0.25 | 41 MB |",
        "| again | 20 ms | 20 ms – 20 ms | 0.010 | 9 MB |",
    ]


def test_a_target_without_a_measurement_has_no_ratio() -> None:
    verdicts = [Verdict("a", "b", 0.5, 0.25), Verdict("a", "c", 1.0, None)]
    assert [*verdict_table(verdicts)][2:] == [
        "| a | b | 0.50 | 0.25 | met |",
        "| a | c | 1.00 |  | not measured |",
    ]
