from pathlib import Path

import pytest
from growth import make_documents, sizes_up_to


def test_sizes_are_powers_of_ten() -> None:
    assert sizes_up_to(10_000) == (10, 100, 1_000, 10_000)
    assert sizes_up_to(999) == (10, 100)
    assert sizes_up_to(0) == ()


@pytest.mark.parametrize("number", [2, 5, 12])
def test_no_two_documents_are_equal(tmp_path: Path, number: int) -> None:
    sources = [tmp_path / "a.md", tmp_path / "b" / "a.md", tmp_path / "c.md"]
    for path in sources:
        path.parent.mkdir(exist_ok=True)
        path.write_text("# Same\n", "utf-8")
    megabytes = make_documents(sources, number, tmp_path / "made" / "here")
    made = list((tmp_path / "made" / "here").glob("*.md"))
    assert len({path.read_bytes() for path in made}) == number
    assert all(path.read_bytes().startswith(b"# Same\n") for path in made)
    assert megabytes == sum(path.stat().st_size for path in made) / 1e6


@pytest.mark.parametrize("number", [3, 7, 100])
def test_documents_of_all_sizes_are_taken_alike(tmp_path: Path, number: int) -> None:
    sources = [tmp_path / f"{size}.md" for size in (1, 2, 3)]
    for path in sources:
        path.touch()
    make_documents(sources, number, tmp_path / "made")
    names = [path.name.partition("-")[2] for path in (tmp_path / "made").glob("*.md")]
    counts = [names.count(path.name) for path in sources]
    assert max(counts) - min(counts) <= 1
