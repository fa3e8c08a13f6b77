from collections.abc import Callable
from pathlib import Path

import pytest
from interleave import Case, Result, RunError, Sample, interleave, run
from programs import make_place


def _shell(name: str, script: str, prepare: Callable[[], None] = lambda: None) -> Case:
    return Case(name, ("/bin/sh", "-c", script), prepare)


def _ignore(_: str) -> None:
    pass


def test_each_round_begins_with_another_case_and_the_first_is_not_counted(tmp_path: Path) -> None:
    cases = [_shell(name, f"echo {name} >> log") for name in "abc"]
    measured = interleave(cases, 2, make_place(tmp_path), _ignore)
    log = (tmp_path / "log").read_text("utf-8").split()
    assert log == ["a", "b", "c", "a", "b", "c", "b", "c", "a"]
    assert [len(each.samples) for each in measured.results.values()] == [2, 2, 2]


def test_a_case_is_prepared_before_each_run(tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    case = _shell("a", "rm flag", flag.touch)
    assert not interleave([case], 2, make_place(tmp_path), _ignore).failures


def test_findings_are_no_failure(tmp_path: Path) -> None:
    assert not interleave([_shell("a", "exit 1")], 1, make_place(tmp_path), _ignore).failures


def test_a_case_that_does_not_run_is_told_and_left_out(tmp_path: Path) -> None:
    cases = [
        _shell("works", ":"),
        _shell("fails", "echo well; echo 'no such option' >&2; exit 2"),
        _shell("mute", "exit 3"),
        Case("absent", ("/there/is/no/such/program",)),
    ]
    measured = interleave(cases, 1, make_place(tmp_path), _ignore)
    assert measured.results.keys() == {"works"}
    assert measured.failures == {
        "fails": "exit code 2: no such option",
        "mute": "exit code 3: it said nothing",
        "absent": "/there/is/no/such/program: No such file or directory",
    }


def test_a_case_that_fails_later_ends_the_run(tmp_path: Path) -> None:
    case = _shell("a", "if [ -e ran ]; then exit 2; fi; touch ran")
    with pytest.raises(RunError, match=r"^a: exit code 2: it said nothing$"):
        interleave([case], 1, make_place(tmp_path), _ignore)


def test_any_amount_of_output_is_thrown_away(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    sample = run(("/bin/sh", "-c", "yes | head -c 1000000; echo done >&2"), place)
    assert sample.seconds > 0
    assert 0 < sample.memory < 1000


def test_results_are_medians() -> None:
    result = Result((Sample(3.0, 10.0), Sample(1.0, 30.0), Sample(9.0, 20.0)))
    assert (result.fastest, result.seconds, result.slowest) == (1.0, 3.0, 9.0)
    assert result.memory == 20.0


def test_programs_do_not_see_the_settings_of_whoever_runs_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESIGNLINT_CACHE_DIR", "mine")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PATH_TO_KEEP", "kept")
    environment = make_place(tmp_path).environment
    assert "DESIGNLINT_CACHE_DIR" not in environment
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["PATH_TO_KEEP"] == "kept"
