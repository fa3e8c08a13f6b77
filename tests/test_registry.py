"""Packs of rules, built in or anybody's: walked, named, and refused with a reason."""

import itertools
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from designlint.registry import PackType, PluginError, load_registry

RULE = '''
from designlint.api import Rule, Severity

class {}(Rule):
    """A rule."""

    group = "acme"
    severity = Severity.INFO
'''
NUMBERS = itertools.count()

MakePack = Callable[[dict[str, str]], str]


@pytest.fixture
def make_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakePack:
    """Writes a package of the given files, and makes it importable under a name of its own."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(files: dict[str, str]) -> str:
        name = f"acme_pack_{next(NUMBERS)}"
        for path, text in {"__init__.py": "", **files}.items():
            target = tmp_path / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(dedent(text), "utf-8")
        return name

    return make


def test_the_built_in_pack_comes_through_the_entry_point() -> None:
    registry = load_registry()
    assert "missing-section" in registry.rules
    assert registry.rules["missing-section"].__module__.startswith("designlint_rules.")
    assert list(registry.rules) == sorted(registry.rules)
    assert registry.groups == tuple(sorted(set(registry.groups)))
    assert "technical-design" in registry.types


def test_a_plugin_is_walked_to_its_last_module(make_pack: MakePack) -> None:
    pack = make_pack(
        {
            "top.py": RULE.format("TopRule"),
            "deep/__init__.py": "",
            "deep/down.py": RULE.format("DeepDownRule") + "\nclass _Base(Rule):\n    pass\n",
            "again.py": "from designlint_rules.structure.missing_section import MissingSection\n",
        }
    )
    registry = load_registry([pack])
    own = [name for name, rule in registry.rules.items() if rule.__module__.startswith(pack)]
    assert own == ["deep-down-rule", "top-rule"]
    assert "acme" in registry.groups
    assert set(load_registry().rules) == set(registry.rules) - set(own)


def test_a_single_module_is_a_plugin_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "acme_module.py").write_text(RULE.format("ModuleRule"), "utf-8")
    assert "module-rule" in load_registry(["acme_module"]).rules


def test_a_pack_of_types_needs_no_rule(make_pack: MakePack) -> None:
    listing = '[memo]\nsummary = "A memo."\ntemplate = "types/memo.md"\nfiles = ["memos/*.md"]\n'
    pack = make_pack({"types.toml": listing, "types/memo.md": "# Memo\n\n## Why\n"})
    assert load_registry([pack]).types["memo"] == PackType(
        name="memo",
        summary="A memo.",
        template="# Memo\n\n## Why\n",
        origin=f"{pack}/types/memo.md",
        files=("memos/*.md",),
        pack=pack,
    )


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.py": "x = 1\n"}, "plugin {} defines no rule and no document type"),
        (
            {"a.py": RULE.format("MissingSection")},
            "plugin {}: rule missing-section is already defined by "
            "designlint_rules.structure.missing_section",
        ),
        (
            {"a.py": RULE.format("Nameless").replace('    group = "acme"\n', "")},
            "plugin {}: rule nameless states no group",
        ),
        (
            {"a.py": RULE.format("Nameless").replace("    severity = Severity.INFO\n", "")},
            "plugin {}: rule nameless states no severity",
        ),
        (
            {"a.py": "1 / 0\n"},
            "plugin {}.a cannot be loaded: ZeroDivisionError: division by zero",
        ),
        (
            {"__init__.py": "import acme_nowhere\n"},
            "plugin {} cannot be loaded: ModuleNotFoundError",
        ),
        (
            {"types.toml": '[memo]\ntemplate = "memo.md"\n'},
            "plugin {}: types.toml: type memo states no 'summary'",
        ),
    ],
)
def test_packs_that_cannot_be_used(
    make_pack: MakePack, files: dict[str, str], message: str
) -> None:
    pack = make_pack(files)
    with pytest.raises(PluginError) as caught:
        load_registry([pack])
    assert str(caught.value).startswith(message.format(pack))
    assert "\n" not in str(caught.value)


def test_a_plugin_that_is_not_there() -> None:
    with pytest.raises(PluginError, match=r"^plugin acme_absent cannot be loaded: ModuleNotFound"):
        load_registry(["acme_absent"])


def test_a_plugin_named_twice_is_loaded_once(make_pack: MakePack) -> None:
    pack = make_pack({"a.py": RULE.format("OnceRule")})
    assert load_registry([pack, pack]).rules["once-rule"].name() == "once-rule"
