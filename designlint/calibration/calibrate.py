"""A template and the documents written from it → what became of it, and what would fit them.

What the documents do suggests directives; whether a directive helps is never guessed: the
template is compiled with it, the documents are checked, and what that does not clear is dropped.
"""

from collections.abc import Iterable, Sequence

from designlint.calibration.directive_text import Directive
from designlint.calibration.elements import Element, list_elements
from designlint.calibration.evidence import count_elements, count_texts, is_stranger, survey_all
from designlint.calibration.model import Calibration, ElementCount, Proposal
from designlint.calibration.names import find_other_names
from designlint.calibration.options import FEWEST, Thresholds
from designlint.calibration.placing import NoPlaceError, Placement, Placer
from designlint.calibration.proposals import (
    propose_aliases,
    propose_keep,
    propose_levels,
    propose_optional,
    propose_order,
)
from designlint.calibration.survey import Survey
from designlint.calibration.trial import Trial, Verdict
from designlint.check.plan import Plan
from designlint.document import Document
from designlint.facts.status import read_traits
from designlint.outline import Outline, TemplateError, compile_template

_ROUNDS = 3
"""How often names are looked for: what is found under another name may hold further ones."""


def calibrate(
    template: str, documents: Sequence[Document], plan: Plan, thresholds: Thresholds
) -> Calibration:
    """Calibrate the text of the template that `plan` was made from."""
    return _Calibrator(template, documents, plan, thresholds).run()


class _Calibrator:
    def __init__(
        self, template: str, documents: Sequence[Document], plan: Plan, thresholds: Thresholds
    ) -> None:
        self._outline = plan.outline
        self._elements = list_elements(self._outline)
        self._placer = Placer(template, plan.outline.origin, plan.outline.lexicon)
        self._trial = Trial(documents, plan)
        self._thresholds = thresholds
        self._documents = documents
        traits = [read_traits(document, plan.as_status, plan.born) for document in documents]
        surveys = survey_all(self._outline, self._elements, documents, traits)
        known = [not is_stranger(each, self._elements) for each in surveys]
        self._strangers = tuple(
            document.path
            for document, is_known in zip(documents, known, strict=True)
            if not is_known
        )
        # What a stranger lacks says nothing of the template.
        self._familiar = [d for d, is_known in zip(documents, known, strict=True) if is_known]
        self._traits = [each for each, is_known in zip(traits, known, strict=True) if is_known]
        self._surveys = tuple(s for s, is_known in zip(surveys, known, strict=True) if is_known)

    def run(self) -> Calibration:
        """Everything."""
        lexicon = self._outline.lexicon
        names = find_other_names(
            self._elements, self._surveys, self._familiar, self._thresholds, lexicon
        )
        texts = count_texts(self._outline, self._elements, self._surveys, self._familiar)
        proposed = self._aliases()
        surveys = self._surveyed(proposed)
        proposed += propose_levels(self._counted(surveys), self._thresholds)
        surveys = self._surveyed(proposed)
        proposed += propose_order(self._elements, surveys, self._thresholds)
        proposed += propose_optional(self._counted(surveys), self._thresholds)
        blocks = tuple(self._placer.text_blocks())
        proposed += propose_keep(texts, self._outline.placeholders, blocks, self._thresholds)
        before = self._trial.check(self._outline)
        proposals, after = self._tried(proposed, before)
        return Calibration(
            len(self._documents),
            self._strangers,
            count_elements(self._elements, self._surveys, names),
            texts,
            proposals,
            before.without_errors,
            after.without_errors,
            self._placer.place(each.placement for each in proposals),
            before.failures,
        )

    def _aliases(self) -> list[Placement]:
        """One placement for each element with other names, those of all rounds together."""
        aliases: dict[int, tuple[str, ...]] = {}
        surveys, elements = self._surveys, self._elements
        for _ in range(_ROUNDS):
            lexicon = self._outline.lexicon
            names = find_other_names(elements, surveys, self._familiar, self._thresholds, lexicon)
            new = propose_aliases(elements, names)
            joined = {
                index: (*aliases.get(index, ()), *new.get(index, ()))
                for index in sorted({*aliases, *new})
            }
            outline = self._compiled(self._as_placements(joined))
            if not new or outline is None:
                break
            aliases = joined
            elements = list_elements(outline)
            surveys = survey_all(outline, elements, self._familiar, self._traits)
        return self._as_placements(aliases)

    def _as_placements(self, aliases: dict[int, tuple[str, ...]]) -> list[Placement]:
        return [
            Placement(self._elements[index], Directive(aliases=names))
            for index, names in aliases.items()
        ]

    def _surveyed(self, placements: Sequence[Placement]) -> tuple[Survey, ...]:
        """What the documents do with the template as it would be."""
        outline = self._compiled(placements) or self._outline
        return survey_all(outline, list_elements(outline), self._familiar, self._traits)

    def _counted(self, surveys: Sequence[Survey]) -> tuple[ElementCount, ...]:
        return count_elements(self._elements, surveys, {})

    def _tried(
        self, placements: Iterable[Placement], before: Verdict
    ) -> tuple[tuple[Proposal, ...], Verdict]:
        """The placements that clear documents, each on top of those before it."""
        kept: list[Proposal] = []
        verdict = before
        for placement in placements:
            outline = self._compiled([*(each.placement for each in kept), placement])
            if outline is None:
                continue
            with_it = self._trial.check(outline)
            cleared = verdict.cleared_by(with_it)
            if len(cleared) < FEWEST or len(with_it.cleared_by(verdict)) > len(cleared):
                continue
            paths = tuple(self._documents[at].path for at in sorted(cleared))
            kept.append(Proposal(placement, paths))
            verdict = with_it
        return tuple(kept), verdict

    def _compiled(self, placements: Sequence[Placement]) -> Outline | None:
        """The template with `placements`; None where they cannot be said, or would change more."""
        try:
            text = self._placer.place(placements)
            outline = compile_template(text, self._outline.origin, self._outline.lexicon)
        except (NoPlaceError, TemplateError):
            return None
        return outline if self._is_same(list_elements(outline), placements) else None

    def _is_same(self, elements: Sequence[Element], placements: Sequence[Placement]) -> bool:
        """Whether comments have changed nothing but what they were to change."""
        # A field that the outline has both in a group and by itself is one in the text.
        freed = {
            (each.target.line, each.target.name)
            for each in placements
            if each.directive.flag == "optional" and isinstance(each.target, Element)
        }
        return len(elements) == len(self._elements) and all(
            (one.kind, one.name, one.parent) == (two.kind, two.name, two.parent)
            and (one.optional == two.optional or (one.line, one.name) in freed)
            for one, two in zip(self._elements, elements, strict=True)
        )
