"""A lexicon's words as what to look for in text, each list compiled when it is first needed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from designlint.document.normalise import is_unspaced
from designlint.expressions import expression
from designlint.language import english

OPENING = "([{（［【｛〔"
"""Brackets that open a remark, full-width ones too."""
CLOSING = ")]}）］】｝〕"
_NEVER = r"(?!)"
_LABEL = r"(?:[0-9a-z](?![0-9a-z])|[一二三四五六七八九十])"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Regular expressions of a lexicon. Each says how it is meant to be applied."""

    optional: re.Pattern[str]
    """Searched: `(optional)` with what stands around it."""
    leading_optional: re.Pattern[str]
    """Matched: `Optional:` before a title."""
    optional_word: re.Pattern[str]
    """Matched as a whole."""
    omittable: re.Pattern[str]
    """Searched: the section may be left out."""
    conditional: re.Pattern[str]
    """Matched against a section's first instruction: the section may be left out."""
    omittable_parts: re.Pattern[str]
    """Searched: the sections below may be left out."""
    optional_key: re.Pattern[str]
    """Searched in a comment of front matter: its key may be left out or empty."""
    required_key: re.Pattern[str]
    """Searched in a comment of front matter: its key is asked for."""
    several_keys: re.Pattern[str]
    """Searched in a comment of front matter: it speaks of all the keys below it."""
    required_from: re.Pattern[str]
    """Searched: the section is asked for only from a `status` onwards."""
    removable: re.Pattern[str]
    """Searched: this part is to go altogether."""
    title: re.Pattern[str]
    """Searched: a title that stands in for one."""
    sample: re.Pattern[str]
    """Searched: a value that stands in for one."""
    perhaps: re.Pattern[str]
    """Searched: an instruction that nothing may answer."""
    binding: re.Pattern[str]
    """Searched: the list of this section is to stay."""
    pointer: re.Pattern[str]
    """Matched: a sentence that leads elsewhere."""
    lasting: re.Pattern[str]
    """Searched: questions that may stay open."""
    kept: re.Pattern[str]
    """Searched: boilerplate that stays."""
    nothing: re.Pattern[str]
    """Matched: a word that says that there is nothing."""
    not_applicable: re.Pattern[str]
    """Matched as a whole: a word that only fills the place."""
    marker: re.Pattern[str]
    """Matched as a whole: a text that opens with a marker."""
    pending: re.Pattern[str]
    """Matched as a whole: a text that is still to come."""
    settled: re.Pattern[str]
    """Searched in a question's line: a mark at its end that it is answered."""
    no_questions: re.Pattern[str]
    """Matched as a whole, against casefolded text."""
    divider: re.Pattern[str]
    """Splits a text that names several options."""
    counted_out: re.Pattern[str]
    """Searched in casefolded text: an option by its number, or all or none of them."""
    option_label: re.Pattern[str]
    """Matched against casefolded text: `label` of an option, as the `B` of `Option B: oil`."""

    @classmethod
    def of(
        cls,
        *,
        optional: Iterable[str],
        omittable: Iterable[str],
        kept: Iterable[str],
        removable: Iterable[str],
        titles: Iterable[str],
        samples: Iterable[str],
        perhaps: Iterable[str],
        pointers: Iterable[str],
        lasting: Iterable[str],
        nothing: Iterable[str],
        not_applicable: Iterable[str],
        markers: Iterable[str],
        pending: Iterable[str],
        resolved: Iterable[str],
        no_questions: Iterable[str],
        dividers: Iterable[str],
        option: Iterable[str],
        referring: Iterable[str],
    ) -> "Patterns":
        """The expressions of a lexicon's lists, each compiled when it is first used."""
        marks, opening, closing = alternation(optional), re.escape(OPENING), re.escape(CLOSING)
        return cls(
            optional=_any_case(rf"[\s*_]*[{opening}]\s*(?:{marks})\s*[{closing}][\s*_]*"),
            leading_optional=_any_case(rf"^\s*(?:{marks})\s*[:：\-–—]\s*"),
            optional_word=_any_case(rf"\W*(?:{marks})\W*"),
            omittable=_any_case(rf"{english.OMITTABLE}|{alternation(omittable)}"),
            conditional=_any_case(english.CONDITIONAL),
            omittable_parts=_any_case(english.OMITTABLE_PARTS),
            optional_key=_any_case(
                rf"(?<!not )(?:{marks})|{english.OMITTABLE}|{english.OMITTABLE_KEYS}"
                rf"|{alternation(omittable)}"
            ),
            required_key=_any_case(english.REQUIRED_KEY),
            several_keys=_any_case(english.SEVERAL_KEYS),
            required_from=_any_case(english.REQUIRED_FROM),
            removable=_any_case(alternation(removable)),
            title=_any_case(alternation(titles)),
            sample=_any_case(alternation(samples)),
            perhaps=_any_case(alternation(perhaps)),
            binding=_any_case(english.BINDING),
            pointer=_any_case(rf"\W*(?:{alternation(pointers)})"),
            lasting=_any_case(alternation(lasting)),
            kept=_any_case(alternation(kept)),
            nothing=_any_case(rf"(?P<word>{alternation(nothing)})(?!\w)"),
            not_applicable=_any_case(rf"n\.?\s?/?\s?a|{alternation(not_applicable)}"),
            marker=expression(
                rf"(?:(?-i:{alternation(markers)})|{english.MARKER_PHRASE})(?!\w).*|\?{{3}}",
                re.IGNORECASE | re.DOTALL,
            ),
            pending=expression(
                rf"(?:{alternation(pending)}|{english.PENDING_PHRASE}|\?+)(?:\s*[(（].*|\W*)",
                re.IGNORECASE | re.DOTALL,
            ),
            settled=_any_case(rf"[-–—:：(（\[]\s*[*_]*(?:{alternation(resolved)})\W*$"),
            no_questions=expression(rf"{english.NO_QUESTIONS}|{alternation(no_questions)}"),
            divider=_any_case(
                r"\s*(?:<br\s*/?>|[;,\n•；、，]|\s/\s|／"
                rf"|(?<!\S)(?:{alternation(dividers)})\.?(?=\s)|{_unspaced(dividers)})\s*"
            ),
            counted_out=expression(
                rf"\b(?:{'|'.join(map(re.escape, option))})s?\s*#?\w|#\d|\b\d+\b"
                rf"|{alternation(referring)}|{_LABEL}\s?(?:{_unspaced(option)})"
                rf"|(?:{_unspaced(option)})\s?{_LABEL}"
            ),
            option_label=expression(
                rf"\W*(?:{alternation(option)})?\s*(?P<label>\w{{1,2}})\s*[:.)–—：）．、]"
            ),
        )


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; matches nothing where there is none.

    White space in them is any white space.
    """
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join(map(phrase, ordered)) or _NEVER


def _unspaced(words: Iterable[str]) -> str:
    """A pattern for those of `words` whose script divides no words by spaces."""
    return alternation(word for word in words if any(map(is_unspaced, word)))


def phrase(text: str) -> str:
    """A pattern for one phrase, as whole words where its script divides words by spaces."""
    before = r"(?<!\w)" if _stands_apart(text[:1]) else ""
    after = r"(?!\w)" if _stands_apart(text[-1:]) else ""
    return before + r"\s+".join(map(re.escape, text.split())) + after


def _stands_apart(character: str) -> bool:
    return character.isalnum() and not is_unspaced(character)


def _any_case(pattern: str) -> re.Pattern[str]:
    return expression(pattern, re.IGNORECASE)
