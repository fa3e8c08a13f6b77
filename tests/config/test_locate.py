"""Lines of keys in TOML text."""

import tomllib

import pytest

from designlint.config.errors import Key
from designlint.config.locate import line_of

TEXT = '''\
# a comment [not.a.table]
fail-on = "error"
select = [
    "one",   # "three"
    "two",
    "three",
]
severity.loud = "info"
text = """
[documents]
fake = 1
"""

[[documents]]
type = "a"
files = ["x/*.md", 'y[0-9].md']

[documents.severity]
loud = "off"

[[documents]]
type = "b"

[rules."odd name"]
inline = {deep = {deeper = 1}}

[ tool . designlint ]
x = 1
'''


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        (("fail-on",), "", 2),
        (("select", 1), "two", 5),
        (("select", 2), "three", 4),
        (("select", 0), "nowhere", 3),
        (("severity", "loud"), "", 8),
        (("documents", 0), "", 14),
        (("documents", 0, "type"), "", 15),
        (("documents", 0, "files"), "y[0-9].md", 16),
        (("documents", 0, "severity", "loud"), "", 19),
        (("documents", 1, "type"), "", 22),
        (("documents", 1, "files"), "", 21),
        (("rules", "odd name", "inline", "deep", "deeper"), "", 25),
        (("tool", "designlint", "x"), "", 28),
        (("nothing",), "", 1),
    ],
)
def test_line(key: Key, value: str, line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(TEXT, key, value) == line
