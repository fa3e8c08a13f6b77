"""The files that are made from rules: docs/rules/*.md, and the table in the README."""

from collections.abc import Iterator
from pathlib import Path

from designlint.pages.index import rule_index, rule_table
from designlint.pages.markers import splice
from designlint.pages.page import rule_page
from designlint.registry import Registry

FOLDER = "docs/rules"
README = "README.md"
_ORIGIN = (
    "\n<!-- Made by `python -m designlint.pages` from the rules' docstrings: edit those. -->\n"
)


def made_files(root: Path, registry: Registry) -> dict[Path, str | None]:
    """Every file that is made, with the text it should have; None for one that should go.

    Raises MarkerError.
    """
    folder = root / FOLDER
    files: dict[Path, str | None] = {
        folder / f"{name}.md": rule_page(rule_class) + _ORIGIN
        for name, rule_class in registry.rules.items()
    }
    files[folder / README] = rule_index(registry) + _ORIGIN
    for path in sorted(folder.glob("*.md")):
        files.setdefault(path, None)
    readme = root / README
    files[readme] = splice(readme, {"rules": rule_table(registry, f"{FOLDER}/")})
    return files


def stale_files(root: Path, registry: Registry) -> Iterator[tuple[Path, str | None]]:
    """Those of `made_files` that are not as they should be."""
    for path, text in made_files(root, registry).items():
        if text != (path.read_text("utf-8") if path.exists() else None):
            yield path, text


def write_files(root: Path, registry: Registry) -> tuple[Path, ...]:
    """Bring all made files up to date; the ones that changed."""
    stale = tuple(stale_files(root, registry))
    for path, text in stale:
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tuple(path for path, _ in stale)
