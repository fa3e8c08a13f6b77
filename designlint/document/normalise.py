"""When two titles or labels are the same name, and what counts as words.

Nothing here knows English beyond `and`, the reading of `&`.
"""

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans({"’": "", "‘": "", "'": "", '"': "", "“": "", "”": "", "«": "", "»": ""})
_NUMBERING = re.compile(
    r"""^(?:
        \d+(?:\.\d+)+[.):]?      # 2.3  2.3.1.
      | \d+[.):]                 # 5.  5)
      | [ivxlcdm]+[.)]           # iv.
      | [a-z][.)]                # b)
      | §\s*\d+(?:\.\d+)*
    )\s+""",
    re.VERBOSE,
)
_ATTRIBUTES = re.compile(r"\s*\{#[^}]*\}\s*$")
_DASH = re.compile(r"\s+[-–—]+\s+")
_SPACES = re.compile(r"[\s\-‐‑–—_]+")
_SLASH = re.compile(r"\s*/\s*")
_WORD = re.compile(r"\w+")
_LONGEST = 400


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """The form in which two names compare equal.

    Case, emphasis marks, numbering, emoji, quotes, a trailing `:` or `#`, hyphens against
    spaces, a dash against a colon, and `&` against `and` make no difference.
    """
    # A name is short; what is not is cut, which bounds the work on hostile titles.
    text = " ".join(text[:_LONGEST].split())
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    if not folded.isascii():
        folded = "".join(c for c in folded if not _is_symbol(c))
    folded = _ATTRIBUTES.sub("", folded).strip("#*`~ \t\n")
    folded = _NUMBERING.sub("", folded.strip())
    folded = _DASH.sub(": ", _SLASH.sub("/", folded.replace("&", " and ")))
    return _SPACES.sub(" ", folded).strip(" :：#*`~.")


def _is_symbol(character: str) -> bool:
    """Emoji and their modifiers: So, Sk, Cf (joiners), Mn variation selectors."""
    return (
        unicodedata.category(character) in ("So", "Sk", "Cf") or "\ufe00" <= character <= "\ufe0f"
    )


def fold(text: str) -> str:
    """Text for verbatim comparison: case and the amount of white space make no difference."""
    return " ".join(text.casefold().split())


def words(text: str) -> list[str]:
    """The words of `text`, casefolded, in order; runs of a script without spaces are one word."""
    return _WORD.findall(text.casefold())


def squash(text: str) -> str:
    """Text to search in: case, white space and the marks of quotes make no difference."""
    return " ".join(text.casefold().replace(">", " ").split())
