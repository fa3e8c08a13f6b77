from pathlib import Path

import pytest

from designlint.pages.markers import MarkerError, splice


def test_words_written_by_hand_stay(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(
        "# Title\n\n<!-- a:begin -->\nold\n<!-- a:end -->\n\nProse.\n<!-- b:begin --><!-- b:end -->"
    )
    parts = {"a": "new\n", "b": "| x |\n"}
    once = splice(path, parts)
    assert once == (
        "# Title\n\n<!-- a:begin -->\nnew\n<!-- a:end -->\n\nProse.\n"
        "<!-- b:begin -->\n| x |\n<!-- b:end -->"
    )
    path.write_text(once)
    assert splice(path, parts) == once


@pytest.mark.parametrize("text", ["", "<!-- a:begin -->", "<!-- a:end --> <!-- a:begin -->"])
def test_a_page_without_markers(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.md"
    path.write_text(text)
    with pytest.raises(MarkerError, match=r"page\.md has no `<!-- a:begin -->` with an"):
        splice(path, {"a": "new\n"})
