"""Whether a name asks for a number, and whether a text gives one."""

import re
from functools import lru_cache

from designlint.document.normalise import name_key
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.language.patterns import alternation

# `p99`, `v1.2` and `x86_64` are names. A Han numeral is a number where it counts something: the
# first of 十分 (enough) does not.
_NUMBER = expression(
    r"(?<![A-Za-z\d._])\d|(?<![A-Za-z\d_])\.\d|[¼-¾⅐-⅞]"
    r"|[二三四五六七八九十百千万億亿半]\s?[割成倍秒毫ミ件回個个次台人日月年時时点%％]"
    r"|一\s?[割成倍秒毫ミ件回個个次台人]|分之|分の[一二三四五六七八九]"
)
_LINK = expression(r"\]\(|\]\[|https?://|<img\b", re.IGNORECASE)
_STOPS = expression(r"[.;:!?()（）\n—–。；：！？、]")


@lru_cache(maxsize=1024)
def asks_for_number(name: str, about: str, lexicon: Lexicon) -> bool:
    """Whether a name asks for a number: `Coverage goals`, `Benchmarks`, `Target latency`.

    `about` is what stands around the name, in which a bare `Targets` finds what it measures.
    `Target platforms`, `Goals` and `Performance non-goals` ask for none.
    """
    key = name_key(name).partition("(")[0].strip()
    if not lexicon.opposites.isdisjoint(key.split()):
        return False
    if key in lexicon.targets:
        bare = key in lexicon.aims
        return not bare or _anywhere(lexicon.measures).search(about) is not None
    aim = _at_end(key, lexicon.aims)
    if aim is not None:
        return _anywhere(lexicon.measures).search(key[: aim.start()]) is not None
    opening = key.startswith(lexicon.aims) and _anywhere(lexicon.aims).match(key)
    measured = opening and _at_end(key, lexicon.measures, opening.end())
    return bool(measured or _at_end(key, lexicon.targets))


def names_a_metric(name: str, lexicon: Lexicon) -> bool:
    """Whether a column of this name says what is measured: `Metric`, `Performance indicator`."""
    return _at_end(name_key(name), lexicon.metrics) is not None


def gives_number(text: str) -> bool:
    """Whether a number stands in a text, in digits; one that is part of a name is none: `p99`."""
    return _NUMBER.search(text) is not None


def is_measurable(text: str, lexicon: Lexicon) -> bool:
    """Whether raw Markdown says something that can be measured, or where it is said.

    A number does, in digits or words, and a link; so does a sentence that leads elsewhere, or has
    a bound (`no regression`) and nothing beside it that leaves it open (`no noticeable delay`).
    """
    if gives_number(text) or _LINK.search(text) or _anywhere(lexicon.numbers).search(text):
        return True
    return any(_is_bounded(" ".join(part.split()), lexicon) for part in _STOPS.split(text))


def _is_bounded(sentence: str, lexicon: Lexicon) -> bool:
    if lexicon.patterns.pointer.match(sentence):
        return True
    bounded = _anywhere(lexicon.bounds).search(sentence)
    return bounded is not None and _vague(lexicon.vague).search(sentence) is None


def _at_end(key: str, words: tuple[str, ...], start: int = 0) -> re.Match[str] | None:
    """The one of `words` with which a key ends. Most end with none, which is told at once."""
    return _closing(words).search(key, start) if key.endswith(words) else None


@lru_cache(maxsize=64)
def _anywhere(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words)})", re.IGNORECASE)


@lru_cache(maxsize=64)
def _closing(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words)})$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _vague(words: tuple[str, ...]) -> re.Pattern[str]:
    # `as fast as today` and `the fast-path tests` leave nothing open.
    return re.compile(rf"(?<!\bas )(?:{alternation(words)})(?!-\w)", re.IGNORECASE)
