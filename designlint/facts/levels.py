"""How much a risk weighs: the words, numbers and percentages that say so, on one scale."""

from designlint.document.normalise import is_unspaced, name_key
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon

MIDDLE = 2
"""The level of what is not rated, or not in words that are known."""
_NUMBER = expression(r"[~<>≤≥]?\s*(?P<value>\d{1,3})(?:[.,]\d+)?\s*(?P<percent>%)?(?:\s*/\s*5)?")
_OF_FIVE = (1, 1, 2, 2, 3, 4)
_OF_HUNDRED = 25


def level_of(text: str, lexicon: Lexicon) -> int:
    """The level of an impact or a probability: low 1, medium 2, high 3, above that 4.

    The longest known word that the text opens with counts, so that `Very high (data)` is 4. Of
    numbers those from 1 to 5 are known, where 3 is medium, and percentages, each quarter a level.
    All else, a list such as `High/Med/Low` too, is MIDDLE.
    """
    number = _NUMBER.fullmatch(text.strip())
    if number is not None:
        value = int(number["value"])
        if number["percent"]:
            return min(value // _OF_HUNDRED + 1, 4)
        return _OF_FIVE[value] if 1 <= value < len(_OF_FIVE) else MIDDLE
    key = name_key(text)
    words = (
        (len(word), level)
        for level, listed in (
            (1, lexicon.low),
            (2, lexicon.medium),
            (3, lexicon.high),
            (4, lexicon.extreme),
        )
        for word in listed
        if _opens(key, word)
    )
    # A word in two lists, as `critical`, is of the higher one.
    return max(words, default=(0, MIDDLE))[1]


def _opens(key: str, word: str) -> bool:
    if not key.startswith(word):
        return False
    after = key[len(word) : len(word) + 1]
    return after not in ("/", "|") and (not after.isalnum() or is_unspaced(word[-1:]))
