"""Entry points are those that importlib.metadata tells of, and cost less."""

import importlib.metadata
import sys
from pathlib import Path

import pytest

from designlint.entry_points import EntryPoint, entry_points
from designlint.registry import load_registry
from designlint.report.formats import FormatError, format_names, load_reporter

RULES, REPORTERS = "designlint.rules", "designlint.reporters"


def told(group: str) -> set[EntryPoint]:
    """What the standard library says."""
    return {
        EntryPoint(each.value, each.name) for each in importlib.metadata.entry_points(group=group)
    }


def install(folder: Path, name: str, text: str) -> None:
    """Write the metadata of a package that is installed in `folder`."""
    (folder / name).mkdir(parents=True)
    (folder / name / "entry_points.txt").write_text(text, "utf-8")


@pytest.mark.parametrize("group", [RULES, REPORTERS])
def test_of_this_environment(group: str) -> None:
    points = entry_points(group)
    assert set(points) == told(group)
    assert list(points) == sorted(points, key=lambda point: point.value)


def test_of_made_up_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    install(
        first,
        "Acme_Rules-1.0.dist-info",
        "# a comment\n\n[designlint.rules]\nacme = acme_rules [extra]\n; = x\n"
        "[console_scripts]\nacme=acme:main\n"
        "[ designlint.reporters]\nodd = acme:ODD\n"
        "[designlint.reporters]\r\nacme= acme.report : REPORTER\n",
    )
    install(second, "acme.rules-2.0.dist-info", "[designlint.rules]\nlater = acme_later\n")
    install(second, "older.egg-info", "[designlint.rules]\nolder = older_rules\n")
    install(second, "other-1.dist-info", "[console_scripts]\ndesignlint.rules = other:main\n")
    (second / "bare-1.dist-info").mkdir()
    (second / "single.egg-info").write_text("Name: single\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "absent"), str(first), str(second), *sys.path])
    for group in (RULES, REPORTERS):
        names = {point.name: point.value.replace(" ", "") for point in told(group)}
        assert {point.name: point.value for point in entry_points(group)} == {
            name: value.partition("[")[0] for name, value in names.items()
        }
    assert "later" not in {point.name for point in entry_points(RULES)}


def test_where_nothing_is_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.metadata.EntryPoint("builtin", "designlint_rules", RULES)
    kept = importlib.metadata.EntryPoints([found])
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: kept)
    monkeypatch.setattr(sys, "path", [])
    assert entry_points(RULES) == (EntryPoint("designlint_rules", "builtin"),)


def test_of_two_formats_of_one_name_the_first_value_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = "full = acme_broken:REPORTER\nodd = designlint.report.run:Run.paths\n"
    install(tmp_path, "acme-1.dist-info", f"[designlint.reporters]\n{points}")
    monkeypatch.syspath_prepend(tmp_path)
    assert format_names().count("full") == 1
    with pytest.raises(FormatError, match=r"^output format full cannot be loaded: ModuleNotFound"):
        load_reporter("full")
    with pytest.raises(FormatError, match=r"^output format odd cannot be loaded: AttributeError"):
        load_reporter("odd")


def test_an_installed_pack_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tmp_path / "acme_installed"
    pack.mkdir()
    (pack / "__init__.py").write_text("")
    (pack / "types.toml").write_text('[memo]\nsummary = "A memo."\ntemplate = "memo.md"\n')
    (pack / "memo.md").write_text("# Memo\n")
    install(tmp_path, "acme-1.dist-info", "[designlint.rules]\nacme = acme_installed\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert load_registry().types["memo"].pack == "acme_installed"
