"""The walk back through the log, on changes as git could tell them."""

from designlint.history.model import Change, Commit
from designlint.history.walk import Walk

DAYS = ("2024-01-03", "2024-01-02", "2024-01-01")
COMMITS = [Commit(day.replace("-", "") * 5, day) for day in DAYS]


def births(walk: Walk, *changes: tuple[Change, ...]) -> dict[bytes, str]:
    for commit, own in zip(COMMITS, changes, strict=False):
        walk.see(commit, own)
    return {path: birth.commit.date for path, birth in walk.births.items()}


def test_names_that_are_swapped_in_one_commit() -> None:
    swap = (Change(b"a", b"b"), Change(b"b", b"a"))
    added = ((Change(b"b", None),), (Change(b"a", None),))
    found = births(Walk((b"a", b"b"), ()), swap, *added)
    assert found == {b"a": "2024-01-02", b"b": "2024-01-01"}


def test_a_name_that_is_left_and_taken_in_one_commit() -> None:
    moved = (Change(b"a", None), Change(b"b", b"a"))
    found = births(Walk((b"a", b"b"), ()), moved, (Change(b"a", None),))
    assert found == {b"a": "2024-01-03", b"b": "2024-01-02"}


def test_what_is_modified_is_not_born() -> None:
    walk = Walk((b"a",), ())
    assert births(walk, (Change(b"a", b"a"),), (Change(b"other", None),)) == {}
    assert not walk.done


def test_done_when_all_documents_and_templates_were_added() -> None:
    walk = Walk((b"a",), (b"t",))
    done = []
    for commit, change in zip(
        COMMITS, (Change(b"t", b"s"), Change(b"a", None), Change(b"s", None)), strict=True
    ):
        walk.see(commit, (change,))
        done.append(walk.done)
    assert done == [False, False, True]


def test_steps_and_names_of_a_template() -> None:
    walk = Walk((), (b"t",))
    births(walk, (Change(b"t", b"s"),), (Change(b"s", b"s"),), (Change(b"s", None),))
    assert [(step.at, step.name) for step in walk.steps[b"t"]] == [(0, b"t"), (1, b"s"), (2, b"s")]
    assert walk.names(b"t") == (b"t", b"s")


def test_one_file_may_be_a_template_twice_and_a_document() -> None:
    walk = Walk((b"t",), (b"t",))
    births(walk, (Change(b"t", None),))
    assert walk.done
    assert len(walk.steps[b"t"]) == 1
