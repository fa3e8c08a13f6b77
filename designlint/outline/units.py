"""The sentences of instructions as documents are searched for them, and a look that spares it.

Most documents have none of them. Whoever kept a sentence kept the ends of its clauses as well,
so that the letters before each stop of a text tell which sentences cannot be in it.
"""

from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase

from msgspec import Struct

_ENDING = 20
"""Letters: so many are as good as unique, and most sentences have a clause of as many."""
_DROPPED = b" \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f*_`<>!-" + bytes(range(0x80, 0x100))
"""What authors put between the letters of a sentence: white space, emphasis, quotes, comments.

And all that is not ASCII.
"""
_READ_AS = bytes.maketrans(f",:;?{ascii_uppercase}".encode(), f"....{ascii_lowercase}".encode())
_end_of = itemgetter(slice(-_ENDING, None))


class Unit(Struct, frozen=True):
    """A part of an instruction whose survival is telling; `comment` where it stands in one.

    `letters` are its letters, `ending` those before one of its stops, empty where too few are.
    """

    text: str
    comment: bool
    letters: bytes
    ending: bytes


def make_unit(text: str, *, comment: bool) -> Unit:
    """The unit of a text as `squash` gives it."""
    letters = _letters(text)
    longest = max(letters.split(b".")[:-1], key=len, default=b"")
    ending = longest[-_ENDING:] if len(longest) >= _ENDING else b""
    return Unit(text, comment, letters, ending)


class Letters:
    """The letters of a text, asked which units may be in it. Made in one go over the text."""

    def __init__(self, text: str) -> None:
        self._letters = _letters(text)
        self._endings = set(map(_end_of, self._letters.split(b".")))

    def may_hold(self, unit: Unit) -> bool:
        """Whether a search for a unit may find it; False is certain."""
        if unit.ending:
            return unit.ending in self._endings
        return unit.letters in self._letters


def _letters(text: str) -> bytes:
    """The ASCII letters of a text in lower case, with a full stop for every stop."""
    # The only two others that are ASCII letters in lower case; to lower all of a text takes longer.
    text = text.replace("\N{KELVIN SIGN}", "k").replace("\u0130", "i")
    return text.encode("utf-8", "ignore").translate(_READ_AS, _DROPPED)
