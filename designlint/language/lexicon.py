"""The words that carry meaning: what a team calls `optional`, `none` or `answer`.

The English ones are always there. A configuration adds those of other languages, and an outline
carries the lexicon that it was compiled with to all that reads documents by it.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from designlint.document.normalise import fold, name_key
from designlint.language import english, english_requirements, english_targets
from designlint.language.patterns import Patterns


class Lexicon(Struct, frozen=True, dict=True):
    """Lists of words by what they mean. Immutable, picklable, and cheap to hash.

    Labels, titles and values are keys, as `name_key` gives them; markers are as they are written.
    `statuses` are pairs of a status's name in some language and the status that it is.
    """

    optional: tuple[str, ...] = english.OPTIONAL
    omittable: tuple[str, ...] = ()
    removable: tuple[str, ...] = english.REMOVABLE
    titles: tuple[str, ...] = english.TITLES
    samples: tuple[str, ...] = english.SAMPLES
    perhaps: tuple[str, ...] = english.PERHAPS
    notes: tuple[str, ...] = english.NOTES
    pointers: tuple[str, ...] = english.POINTERS
    kept: tuple[str, ...] = english.KEPT
    nothing: tuple[str, ...] = english.NOTHING
    not_applicable: tuple[str, ...] = english.NOT_APPLICABLE
    markers: tuple[str, ...] = english.MARKERS
    pending: tuple[str, ...] = english.PENDING
    questions: tuple[str, ...] = english.QUESTIONS
    resolved: tuple[str, ...] = english.RESOLVED
    no_questions: tuple[str, ...] = ()
    lasting: tuple[str, ...] = english.LASTING
    no: tuple[str, ...] = english.NO
    question: tuple[str, ...] = english.QUESTION
    answer: tuple[str, ...] = english.ANSWER
    deferred: tuple[str, ...] = english.DEFERRED
    due: tuple[str, ...] = english.DUE
    owner: tuple[str, ...] = english.OWNER
    blocking: tuple[str, ...] = english.BLOCKING
    details: tuple[str, ...] = english.DETAILS
    number: tuple[str, ...] = english.NUMBER
    options: tuple[str, ...] = english.OPTIONS
    option: tuple[str, ...] = english.OPTION
    dividers: tuple[str, ...] = english.DIVIDERS
    decision: tuple[str, ...] = english.DECISION
    rationale: tuple[str, ...] = english.RATIONALE
    referring: tuple[str, ...] = english.REFERRING
    risk: tuple[str, ...] = english.RISK
    impact: tuple[str, ...] = english.IMPACT
    probability: tuple[str, ...] = english.PROBABILITY
    mitigation: tuple[str, ...] = english.MITIGATION
    high: tuple[str, ...] = english.HIGH
    targets: tuple[str, ...] = english_targets.TARGETS
    aims: tuple[str, ...] = english_targets.AIMS
    measures: tuple[str, ...] = english_targets.MEASURES
    metrics: tuple[str, ...] = english_targets.METRICS
    numbers: tuple[str, ...] = english_targets.NUMBERS
    bounds: tuple[str, ...] = english_targets.BOUNDS
    vague: tuple[str, ...] = english_targets.VAGUE
    requirements: tuple[str, ...] = english_requirements.REQUIREMENTS
    requirement: tuple[str, ...] = english_requirements.REQUIREMENT
    addressed: tuple[str, ...] = english_requirements.ADDRESSED
    withdrawn: tuple[str, ...] = english_requirements.WITHDRAWN
    ranges: tuple[str, ...] = english_requirements.RANGES
    low: tuple[str, ...] = english.LOW
    medium: tuple[str, ...] = english.MEDIUM
    extreme: tuple[str, ...] = english.EXTREME
    status: tuple[str, ...] = english.STATUS
    relations: tuple[str, ...] = english.RELATIONS
    ended: tuple[str, ...] = english.ENDED
    created: tuple[str, ...] = english.CREATED
    generic: tuple[str, ...] = english.GENERIC
    negations: tuple[str, ...] = english.NEGATIONS
    statuses: tuple[tuple[str, str], ...] = ()

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[Any, ...]:
        # One object for each set of words in a process, so that its patterns are compiled once.
        return _interned, astuple(self)

    @cached_property
    def _hash(self) -> int:
        return hash(astuple(self))

    @cached_property
    def patterns(self) -> Patterns:
        """What the phrases look for in running text, compiled once."""
        return Patterns.of(
            optional=self.optional,
            omittable=self.omittable,
            kept=self.kept,
            removable=self.removable,
            titles=self.titles,
            samples=self.samples,
            perhaps=self.perhaps,
            pointers=self.pointers,
            lasting=self.lasting,
            nothing=(*self.nothing, *self.not_applicable),
            not_applicable=self.not_applicable,
            markers=self.markers,
            pending=self.pending,
            resolved=self.resolved,
            no_questions=self.no_questions,
            dividers=self.dividers,
            option=self.option,
            referring=self.referring,
        )

    @cached_property
    def nothings(self) -> frozenset[str]:
        """All words that alone say that there is nothing."""
        return frozenset((*self.nothing, *self.not_applicable))

    @cached_property
    def question_labels(self) -> frozenset[str]:
        """All labels that a part of a question may bear."""
        return frozenset(
            (*self.answer, *self.deferred, *self.due, *self.owner, *self.blocking, *self.details)
        )

    @cached_property
    def opposites(self) -> frozenset[str]:
        """The words that make a title the opposite of another."""
        return frozenset(self.negations)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that say little about what a section is about."""
        return frozenset(self.generic)

    def status_named(self, text: str) -> str:
        """The status that a text opens with the name of, in another language; empty without."""
        key = name_key(text)
        for name, status in self.statuses:
            if key.startswith(name) and not key[len(name) :][:1].isalnum():
                return status
        return ""

    @cached_property
    def own_markers(self) -> tuple[str, ...]:
        """The markers that were added to the English ones."""
        return tuple(marker for marker in self.markers if marker not in english.MARKERS)

    def extended(
        self,
        words: Mapping[str, Iterable[str]],
        statuses: Mapping[str, Iterable[str]] | None = None,
    ) -> "Lexicon":
        """This lexicon with words added, by the names of its fields.

        `statuses` are further names by the status that they are. Raises TypeError for a name
        that is no field.
        """
        changes: dict[str, tuple[str, ...]] = {}
        for name, more in words.items():
            known: tuple[str, ...] = getattr(self, name, ())
            added = (_form(name, word) for word in more)
            changes[name] = tuple(dict.fromkeys((*known, *filter(None, added))))
        pairs = [
            (name_key(word), name_key(status))
            for status, names in (statuses or {}).items()
            for word in names
        ]
        extended: Lexicon = replace(
            self, **changes, statuses=tuple(dict.fromkeys((*self.statuses, *pairs)))
        )
        return self if extended == self else extended


_AS_WRITTEN = ("markers",)
_IN_TEXT = (
    "bounds",
    "dividers",
    "kept",
    "lasting",
    "no",
    "no_questions",
    "not_applicable",
    "nothing",
    "numbers",
    "omittable",
    "option",
    "optional",
    "pending",
    "perhaps",
    "pointers",
    "ranges",
    "referring",
    "removable",
    "samples",
    "titles",
    "vague",
)


def _form(name: str, word: str) -> str:
    """A word in the form in which the list of that name is compared."""
    if name in _AS_WRITTEN:
        return word.strip()
    # What is looked for in text keeps what a name may leave out: `k. A.` is no item `k.`.
    return fold(word).strip(" .。") if name in _IN_TEXT else name_key(word)


ENGLISH = Lexicon()
"""What holds where nothing else is said."""


@lru_cache(maxsize=64)
def _interned(*values: Any) -> Lexicon:
    lexicon = Lexicon(*values)
    return ENGLISH if lexicon == ENGLISH else lexicon
