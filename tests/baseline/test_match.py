"""What a baseline knows again, and what it must never hide."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from designlint.baseline.apply import Places, baseline_of, pruned, without_known
from tests.baseline.conftest import run_of

Know = Callable[..., Any]

TEXT = """\
# Prices

We sell by the kilo, and print the price on the bag.

## Why

The price of today is !stale tomorrow, and nobody knows.

## How

Cache it, !somehow, for a minute and no longer than that.

### Which store

Any that is !cheap and that the team runs already.
"""


def test_nothing_is_new_in_what_is_known(know: Know) -> None:
    repository = know({"a.md": TEXT})
    run = repository.run({"a.md": TEXT})
    assert list(run.diagnostics()) == []
    assert [each.message for each in run.baselined] == [
        '"!stale" is marked',
        '"!somehow" is marked',
        '"!cheap" is marked',
    ]
    assert run.fixed == 0


def test_edits_elsewhere_change_nothing(know: Know) -> None:
    repository = know({"a.md": TEXT})
    edited = TEXT.replace("# Prices", "# All prices\n\nOne more line.").replace("Cache", "We cache")
    assert repository.told({"a.md": edited}) == []


def test_a_second_one_in_the_same_place_is_new(know: Know) -> None:
    repository = know({"a.md": TEXT})
    assert repository.told({"a.md": TEXT.replace("!stale", "!stale and !stale")}) == [
        'a.md:7 "!stale" is marked'
    ]


def test_what_is_fixed_is_counted_and_hides_nothing(know: Know) -> None:
    repository = know({"a.md": TEXT})
    run = repository.run({"a.md": TEXT.replace("!stale", "fresh").replace("!cheap", "!dear")})
    assert [each.message for each in run.diagnostics()] == ['"!dear" is marked']
    assert run.fixed == 2


def test_fixed_here_and_new_there_is_new(know: Know) -> None:
    repository = know({"a.md": TEXT})
    moved = TEXT.replace("!stale", "old").replace("Cache it", "Cache it, !stale,")
    assert repository.told({"a.md": moved}) == ['a.md:11 "!stale" is marked']


def test_a_section_that_was_moved_as_it_is(know: Know) -> None:
    repository = know({"a.md": TEXT})
    head, _, store = TEXT.partition("### Which store")
    moved = head.replace("## How", f"## Which store{store}\n## How")
    assert repository.told({"a.md": moved}) == []
    # The line was changed, too: nobody can say that it is the same.
    changed = moved.replace("Any that is", "Whichever is")
    assert repository.told({"a.md": changed}) == ['a.md:11 "!cheap" is marked']


def test_a_section_that_was_renamed_or_renumbered(know: Know) -> None:
    repository = know({"a.md": TEXT})
    assert repository.told({"a.md": TEXT.replace("## How", "## The way")}) == []
    assert repository.told({"a.md": TEXT.replace("## How", "## 3. How")}) == []


def test_a_section_like_one_that_was_removed_is_new(know: Know) -> None:
    parts = "# A\n\n## Cache\n\nKeeps prices for an hour.\n\n### Risks\n\n!todo\n"
    repository = know({"a.md": parts})
    other = parts.replace("Cache", "Broker").replace("Keeps prices for", "Sends orders within")
    assert repository.told({"a.md": other}) == ['a.md:9 "!todo" is marked']


def test_rows_and_items_are_told_apart(know: Know) -> None:
    rows = "# A\n\n| Part | Cost |\n|---|---|\n| The price cache | !open |\n| The queue | 3 |\n"
    repository = know({"a.md": rows})
    other = rows.replace("!open", "4").replace("| 3", "| !open")
    assert repository.told({"a.md": other}) == ['a.md:6 "!open" is marked']
    items = "# A\n\n1. Redis\n   - Cost: !open\n2. Disk\n   - Cost: 3\n"
    repository = know({"a.md": items})
    assert repository.told({"a.md": items.replace("1. Redis", "1. Tape\n2. Redis")}) == []
    other = items.replace("!open", "4").replace(": 3", ": !open")
    assert repository.told({"a.md": other}) == ['a.md:6 "!open" is marked']


def test_an_unfilled_document_in_place_of_another_is_new(know: Know) -> None:
    template = "# A\n\n## Why\n\nSay in a few words why this is needed now.\n\n!todo\n"
    repository = know({"a.md": template, "b.md": template})
    assert repository.told({"a.md": template, "c.md": template}) == ['c.md:7 "!todo" is marked']


def test_only_what_was_looked_at_can_be_fixed(know: Know) -> None:
    texts = {"docs/a.md": TEXT, "old/b.md": "# B\n\n!todo\n"}
    baseline = know(texts).baseline
    now = run_of({"docs/a.md": TEXT.replace("!stale", "old")})

    def fixed(covers: bool, *rules: str) -> int:
        places = Places(str, lambda path: True, lambda path: covers, {"": frozenset(rules)})
        pruned_, gone = pruned(now, baseline, places, lambda path: "")
        assert len(pruned_) == len(baseline) - len(gone)
        assert without_known(now, baseline, places).fixed == len(gone)
        return len(gone)

    assert fixed(True, "marked") == 2
    assert fixed(False, "marked") == 1
    assert fixed(True, "another-rule") == 0


def test_two_sections_with_the_same_findings_are_two(know: Know) -> None:
    first = "# A\n\n## Decision 1\n\n!todo\n"
    repository = know({"a.md": first})
    second = "# A\n\n## Decision 1\n\nDone.\n\n## Decision 2\n\n!todo\n"
    assert repository.told({"a.md": second}) == ['a.md:9 "!todo" is marked']
    gone = "# A\n\n## Decision 2\n\n!todo\n"
    assert repository.told({"a.md": gone}) == ['a.md:5 "!todo" is marked']


def test_a_renamed_file(know: Know) -> None:
    repository = know({"a.md": TEXT, "b.md": "# B\n\n!todo\n"})
    edited = TEXT.replace("# Prices", "# All prices").replace("!cheap", "!cheap, !fast")
    texts = {"docs/prices.md": edited, "b.md": "# B\n\n!todo\n"}
    assert repository.told(texts) == ['docs/prices.md:15 "!fast" is marked']


def test_another_file_with_the_same_headings_is_no_renamed_one(know: Know) -> None:
    repository = know({"a.md": TEXT})
    other = (
        "# Rates\n\n## Why\n\nIt is !stale here.\n\n## How\n\nBy hand.\n\n"
        "### Which store\n\nNone.\n"
    )
    run = repository.run({"b.md": other})
    assert [each.message for each in run.diagnostics()] == ['"!stale" is marked']
    assert run.fixed == 3


def test_a_copy_beside_the_original_is_new(know: Know) -> None:
    repository = know({"a.md": TEXT})
    assert len(repository.told({"a.md": TEXT, "b.md": TEXT})) == 3


def test_two_renamed_files_are_told_apart(know: Know) -> None:
    other = TEXT.replace("kilo", "piece").replace("nobody", "somebody").replace("!cheap", "!dear")
    repository = know({"a.md": TEXT, "b.md": other})
    assert repository.told({"y.md": TEXT, "x.md": other}) == []


def test_documents_that_are_not_looked_at_are_not_fixed(know: Know) -> None:
    repository = know({"a.md": TEXT, "b.md": TEXT})
    places = Places(lambda shown: shown, lambda path: False)
    run = without_known(run_of({"a.md": TEXT}), repository.baseline, places)
    assert (run.fixed, len(run.baselined)) == (0, 3)


def test_pruning_takes_out_what_is_fixed_and_adds_nothing(know: Know) -> None:
    repository = know({"a.md": TEXT, "gone.md": "# Gone\n\n!todo\n"})
    texts = {"a.md": TEXT.replace("!stale", "fresh").replace("!cheap", "!dear !cheap")}
    repository.prune(texts)
    assert len(repository.baseline) == 2
    assert repository.told(texts) == ['a.md:15 "!dear" is marked']
    assert repository.run(texts).fixed == 0


LINES = st.lists(
    st.sampled_from(["# A", "## B", "## C", "### B", "!x", "!y and !x", "text", "more text", ""]),
    max_size=10,
).map("\n".join)
TEXTS = st.dictionaries(st.sampled_from(["a.md", "b.md", "c.md"]), LINES, max_size=3)


@given(TEXTS, TEXTS)
def test_never_more_is_hidden_than_is_known(before: dict[str, str], after: dict[str, str]) -> None:
    places = Places(lambda shown: shown, lambda path: path not in after)
    baseline = baseline_of(run_of(before), places)
    whole = run_of(after)
    run = without_known(whole, baseline, places)
    shown, hidden = list(run.diagnostics()), list(run.baselined)
    assert len(hidden) + run.fixed <= len(baseline)
    assert sorted(map(str, [*shown, *hidden])) == sorted(map(str, whole.diagnostics()))


@given(TEXTS)
def test_all_that_is_known_is_hidden(texts: dict[str, str]) -> None:
    places = Places(lambda shown: shown, lambda path: False)
    run = without_known(run_of(texts), baseline_of(run_of(texts), places), places)
    assert list(run.diagnostics()) == []
    assert run.fixed == 0


@given(TEXTS, st.sampled_from(["a.md", "b.md", "c.md"]))
def test_one_finding_more_is_always_told(texts: dict[str, str], path: str) -> None:
    places = Places(lambda shown: shown, lambda path: False)
    baseline = baseline_of(run_of(texts), places)
    more = texts | {path: texts.get(path, "") + "\n!x\n"}
    run = without_known(run_of(more), baseline, places)
    assert len(list(run.diagnostics())) >= 1
