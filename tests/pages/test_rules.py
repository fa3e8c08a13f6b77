"""Every rule's docstring is a page whose examples hold, and the pages are fresh."""

from pathlib import Path

import pytest

from designlint.pages import page_problems
from designlint.pages.files import stale_files
from designlint.registry import load_registry
from designlint.rule import Rule

ROOT = Path(__file__).parents[2]
RULES = load_registry().rules


@pytest.mark.parametrize("rule_class", RULES.values(), ids=RULES.keys())
def test_docstring_is_a_page(rule_class: type[Rule]) -> None:
    assert page_problems(rule_class) == ()


def test_pages_are_fresh() -> None:
    stale = [str(path.relative_to(ROOT)) for path, _ in stale_files(ROOT, load_registry())]
    assert stale == [], "run `python -m designlint.pages`"
