"""Globs for paths: they match them, and the configuration takes them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.adoption.globs import escaped, name_glob
from designlint.discovery.globs import Globs, glob_problem

ROOT = Path("/srv/repository")
PARTS = st.text(
    st.one_of(st.sampled_from("[]{}*?!#\\ ,.-a"), st.characters(categories=["L", "N"])),
    min_size=1,
    max_size=8,
).filter(lambda part: part.strip(".") and part == part.strip())


@given(st.lists(PARTS, min_size=1, max_size=4))
def test_an_escaped_path_matches_itself(parts: list[str]) -> None:
    path = "/".join([*parts, "a.md"])
    glob = escaped(path)
    assert glob_problem(glob) == ""
    assert Globs((glob,), ROOT).match(ROOT / path)


def test_an_escaped_path_matches_nothing_else() -> None:
    globs = Globs((escaped("a[bc]*/d.md"),), ROOT)
    assert globs.match(ROOT / "a[bc]*/d.md")
    assert not globs.match(ROOT / "ab/d.md")
    assert not globs.match(ROOT / "a[bc]x/d.md")


@pytest.mark.parametrize(
    ("names", "glob"),
    [
        (["0001-a.md", "0002-b.md"], "[0-9]*.md"),
        (["2025-01-02-a.md", "2026-01-02-b.md"], "[0-9]*.md"),
        (["ADR-1-a.md", "ADR-2-b.md"], "ADR-[0-9]*.md"),
        (["0001-a.md", "0002-b.md", "c.md"], "*.md"),
        (["design.md", "design.md"], "design.md"),
        (["a.md", "b.markdown"], "*.*"),
        (["a.md"], "*.md"),
    ],
)
def test_a_glob_for_names(names: list[str], glob: str) -> None:
    assert name_glob(names) == glob
    globs = Globs((f"docs/{name_glob(names)}",), ROOT)
    assert all(globs.match(ROOT / "docs" / name) for name in names)
