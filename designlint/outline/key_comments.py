"""What comments in a template's front matter say of its keys: `# optional`."""

from collections.abc import Iterator

from designlint.document.front_matter import FrontMatter
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon

_OWN_LINE = expression(r"[ \t]*#+(?P<said>.*)")
_QUOTED = expression(r"""(?<=[\s\[,])(?:"[^"]*"|'[^']*')""")
_TRAILING = expression(r"\s#(?P<said>.*)")


def asked_in_comments(front_matter: FrontMatter, lexicon: Lexicon) -> dict[str, bool]:
    """The keys of which a comment says that they are optional (False) or required (True).

    A comment is about the key on its line or around it, or about the one below it. One that
    speaks of several keys is about all those down to the next empty line or comment.
    """
    asked: dict[str, bool] = {}
    starts = {span.start - front_matter.body.start: key for key, span in front_matter.key_spans()}
    key, above, of_all, offset = "", "", None, 0
    for line in front_matter.source.split("\n"):
        comment = _OWN_LINE.fullmatch(line)
        said: bool | None = None
        if comment:
            above, of_all = f"{above} {comment['said'].strip()}".strip(), None
        elif not line.strip():
            above, of_all = "", None
        elif offset in starts:
            said = _asks(above, lexicon)
            if said is not None and _is_of_all(above, first=not key, lexicon=lexicon):
                of_all = said
            key, above = starts[offset], ""
            said = of_all if said is None else said
        for trailing in () if comment else _trailing(line):
            own = _asks(trailing, lexicon)
            said = said if own is None else own
        if said is not None and key:
            asked[key] = said
        offset += len(line) + 1
    return asked


def _asks(comment: str, lexicon: Lexicon) -> bool | None:
    """Whether a comment asks for its key; None where it says nothing of that."""
    patterns = lexicon.patterns
    if not comment:
        return None
    if patterns.optional_key.search(comment):
        return False
    return True if patterns.required_key.search(comment) else None


def _is_of_all(comment: str, *, first: bool, lexicon: Lexicon) -> bool:
    """Whether a comment is about all the keys below: it says so, or is a sentence over them all."""
    patterns = lexicon.patterns
    if patterns.optional_word.fullmatch(comment) or patterns.leading_optional.match(comment):
        return False
    return first or patterns.several_keys.search(comment) is not None


def _trailing(line: str) -> Iterator[str]:
    match = _TRAILING.search(_QUOTED.sub("", line)) if "#" in line else None
    if match:
        yield match["said"].strip()
