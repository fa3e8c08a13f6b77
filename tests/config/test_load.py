"""Finding, reading and validating configuration files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from designlint.config import ConfigError, Settings, load_settings
from designlint.config.load import read_settings
from designlint.config.model import FailOn
from designlint.config.validate import validate
from designlint.finding import Severity
from designlint.language.lexicon import ENGLISH
from designlint.registry import Registry

Read = Callable[[str], Settings]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_nothing_configured(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, tmp_path)
    assert (settings.shown, settings.config.fail_on) == ("", FailOn.ERROR)
    assert (settings.config.select, settings.config.documents) == ((), ())


def test_nearest_file_wins_and_does_not_cascade(tmp_path: Path) -> None:
    write(tmp_path / "designlint.toml", 'fail-on = "never"\nselect = ["a"]\n')
    write(tmp_path / "docs/designlint.toml", 'fail-on = "info"\n')
    (tmp_path / "docs/deep").mkdir()
    settings = load_settings(tmp_path / "docs/deep", tmp_path)
    assert (settings.config.fail_on, settings.config.select) == (FailOn.INFO, ())
    assert (settings.folder, settings.shown) == (tmp_path / "docs", "docs/designlint.toml")


def test_designlint_toml_wins_over_pyproject_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "designlint.toml", 'fail-on = "info"\n')
    write(tmp_path / "pyproject.toml", '[tool.designlint]\nfail-on = "never"\n')
    assert load_settings(tmp_path, tmp_path).config.fail_on is FailOn.INFO


def test_pyproject_without_table_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.designlint]\nfail-on = "warning"\n')
    write(tmp_path / "sub/pyproject.toml", '[project]\nname = "designlint-user"\n')
    (tmp_path / "sub/.git").mkdir()
    settings = load_settings(tmp_path / "sub", tmp_path)
    assert (settings.shown, settings.config.fail_on) == ("pyproject.toml", FailOn.WARNING)


def test_everything(settings_of: Read, registry: Registry) -> None:
    settings = settings_of(
        """
fail-on = "warning"
select = ["tone", "length/long-document"]
ignore = ["loud-text"]
exclude = ["archive/**", "!archive/keep.md"]
require-reason = true
severity = {long-document = "info"}
[[documents]]
type = "memo"
files = ["memos/[0-9]*.md"]
severity.loud-heading = "off"
[rules.loud-heading]
most-words = 3
markers = ["?", "作成中"]
[status.draft]
loud-text = "info"
"""
    )
    options = validate(settings, registry)
    config = settings.config
    assert config.require_reason
    assert config.severity == {"long-document": Severity.INFO}
    assert config.documents[0].severity == {"loud-heading": Severity.OFF}
    assert repr(options["loud-heading"]) == (
        "LoudHeading(markers=('?', '作成中'), most_words=3, mode='kind')"
    )
    assert options["loud-text"] == registry.rules["loud-text"]()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('a = 1\nb = "x', 2, "is not valid TOML: "),
        ("a = [1,\n", 1, "is not valid TOML: "),
        ('\nselct = ["tone"]\n', 2, 'unknown key "selct"; did you mean "select"?'),
        ("fail_on = 'error'\n", 1, 'unknown key "fail_on"; did you mean "fail-on"?'),
        ("zzz = 1", 1, 'unknown key "zzz"; the keys here are baseline, documents, exclude, '),
        ("\nselect = 'tone'", 2, '`select` takes a list, not "tone"'),
        ("select = [\n'tone',\n3]", 1, "`select` takes a string, not 3"),
        ("require-reason = 'yes'", 1, '`require-reason` takes true or false, not "yes"'),
        ("rules = 3", 1, "`rules` takes a table, not 3"),
        ("documents = 3", 1, "`documents` takes a list, not 3"),
        ('fail-on = "eror"', 1, '`fail-on` is error, warning, info or never, not "eror"; did'),
        (
            '[severity]\nloud-text = "high"',
            2,
            '`loud-text` is error, warning, info or off, not "high"',
        ),
        ("[[documents]]\nfiles = ['x']\n", 1, "[[documents]] needs the key `type`"),
        ("[[documents]]\ntype = 'memo'\n", 1, "[[documents]] needs the key `files`"),
        ("[[documents]]\ntype='memo'\nfiles = []\n", 3, "`files` must not be empty"),
        (
            "[[documents]]\ntype='memo'\nfiles=['x']\n[[documents]]\ntype='memo'\nfile=['x']",
            6,
            'unknown key "file"; did you mean "files"?',
        ),
        (
            "select = [\n'tone',\n'lnegth']",
            3,
            'unknown rule or group "lnegth"; did you mean "length',
        ),
        ("ignore = ['tone/long-document']", 1, 'unknown rule or group "tone/long-document"'),
        (
            "[severity]\nloudtext = 'off'",
            2,
            'unknown rule "loudtext"; did you mean "loud-text"?',
        ),
        (
            "[status.draft]\nloud-txt = 'off'",
            2,
            'unknown rule "loud-txt"; did you mean "loud-text"?',
        ),
        (
            "[rules.loud_heading]\nmost-words = 3",
            1,
            'unknown rule "loud_heading"; did you mean "loud-heading"?',
        ),
        (
            "[rules.loud-heading]\nmost_words = 3",
            2,
            'rule loud-heading has no option "most_words"; did you mean "most-words"?',
        ),
        ("[rules.loud-text]\nx = 3", 2, 'rule loud-text has no option "x"; it has none'),
        (
            "[rules.loud-heading]\nmost-words = 'many'",
            2,
            'rule loud-heading: `most-words` takes a whole number, not "many"',
        ),
        (
            "[rules.loud-heading]\nmode = 'strickt'",
            2,
            'rule loud-heading: `mode` is strict or kind, not "strickt"; did you mean "strict"?',
        ),
        (
            "[[documents]]\ntype='memmo'\nfiles=['x']",
            2,
            'unknown document type "memmo"; did you mean "memo"?',
        ),
        (
            "[[documents]]\ntype='rfc'\nfiles=['x']",
            2,
            'unknown document type "rfc"; give its template with `template = …`',
        ),
        (
            "[[documents]]\ntype='rfc'\nfiles=['x']\ntemplate='t.md'",
            4,
            "there is no template file t.md",
        ),
        (
            "[[documents]]\ntype='memo'\nfiles=['x']\n[documents.severity]\nlaud-text='off'",
            5,
            'unknown rule "laud-text"; did you mean "loud-text"?',
        ),
        (
            "[[documents]]\ntype='memo'\nfiles=[\n'x',\n'y[z']",
            5,
            'the glob "y[z" is not valid: a `[` has no `]`',
        ),
        ("exclude = ['a', '[z-a]']", 1, 'the glob "[z-a]" is not valid: bad character range'),
        ("exclude = ['']", 1, 'the glob "" is empty'),
        ("words = 3", 1, "`words` takes a table, not 3"),
        ("\n[words]\nnothing = 'なし'", 3, '`nothing` takes a list, not "なし"'),
        ("[words]\nnothng = ['なし']", 2, 'unknown key "nothng"; did you mean "nothing"?'),
        ("[words]\nnot_applicable = []", 2, 'unknown key "not_applicable"; did you mean "not-a'),
        ("[words]\nanswer = [\n'回答',\n'—']", 4, '`answer`: "—" has no letter or digit in it'),
        ("[words]\nmarkers = [' ']", 2, "`markers`: must not be empty"),
        ("[words]\nowner = [3]", 2, "`owner` takes a string, not 3"),
        ("[words.statuses]\ndraft = 'Entwurf'", 2, '`draft` takes a list, not "Entwurf"'),
        ("exclude = ['../x']", 1, 'the glob "../x" leaves the folder'),
        ("exclude = ['x/{a,b}.md']", 1, 'the glob "x/{a,b}.md" has a choice in braces'),
    ],
)
def test_errors(settings_of: Read, registry: Registry, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        validate(settings_of(text), registry)
    assert (caught.value.path, caught.value.line) == ("designlint.toml", line)
    assert caught.value.message.startswith(message), caught.value.message
    assert str(caught.value) == f"designlint.toml:{line}: {caught.value.message}"


def test_words_are_added_to_the_english_ones(settings_of: Read) -> None:
    assert settings_of("").lexicon is ENGLISH
    assert settings_of("[words]\n").lexicon is ENGLISH
    lexicon = settings_of(
        """
[words]
nothing = ["Keine"]
not-applicable = ["k. A."]
[words.statuses]
draft = ["Entwurf"]
"""
    ).lexicon
    assert lexicon == ENGLISH.extended(
        {"nothing": ["keine"], "not_applicable": ["k. A."]}, {"draft": ["Entwurf"]}
    )
    assert lexicon.nothing == (*ENGLISH.nothing, "keine")


def test_error_in_pyproject_has_its_line(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[project]\nname = 'x'\n\n[tool.designlint]\nselct = []\n")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml:5: unknown key"):
        load_settings(tmp_path, tmp_path)


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^none\.toml:1: cannot be read: No such file"):
        read_settings(tmp_path / "none.toml", tmp_path)
    (tmp_path / "bad.toml").write_bytes(b"a = 1\nb = '\xff'\n")
    with pytest.raises(ConfigError, match=r"^bad\.toml:2: is not UTF-8"):
        read_settings(tmp_path / "bad.toml", tmp_path)


def test_byte_order_mark_and_crlf_are_fine(tmp_path: Path) -> None:
    (tmp_path / "designlint.toml").write_bytes(b"\xef\xbb\xbffail-on = 'info'\r\nselect = []\r\n")
    assert load_settings(tmp_path, tmp_path).config.fail_on is FailOn.INFO
