from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import ClassVar

from designlint.api import VERBS, Finding, Review, Severity, SuppressionRule


class UnknownSuppression(SuppressionRule):
    """A suppressing comment names no rule, or one that there is not, or is misspelt.

    Where the configuration says `require-reason = true`, one without a reason counts as well.

    ## Why

    A comment that silences everything, or nothing, hides what it is for.

    ## Example

    ```template
    # Title

    ## Rollback
    ```

    ```markdown
    # Cache invalidation

    <!-- designlint: ignore[empty-sections] nothing to roll back -->

    ## Rollback

    Switch the flag off.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollback

    Switch the flag off.
    ```
    """

    group: ClassVar[str] = "meta"
    severity: ClassVar[Severity] = Severity.WARNING

    def review(self, review: Review) -> Iterator[Finding]:
        """One finding for each name that is wrong, and for each reason that is owed."""
        for each in review.suppressions:
            if each.verb not in VERBS:
                yield Finding(
                    each.span,
                    f"designlint knows no comment `{each.verb}`, so this one does nothing",
                    "To suppress a rule write `<!-- designlint: ignore[rule] reason -->`.",
                )
            elif not each.rule:
                yield Finding(
                    each.span,
                    "This comment names no rule",
                    "Name the rule in brackets: `<!-- designlint: ignore[rule] reason -->`.",
                )
            elif each.rule not in review.known:
                hint = _suggestion(each.rule, review.known)
                yield Finding(each.span, f"There is no rule `{each.rule}`", hint)
            elif review.require_reason and not each.reason:
                yield Finding(
                    each.span,
                    f"This comment suppresses `{each.rule}` without a reason",
                    f"Add one: `<!-- designlint: ignore[{each.rule}] reason -->`.",
                )


@lru_cache
def _suggestion(name: str, known: frozenset[str]) -> str:
    close = get_close_matches(name, sorted(known), 1)
    close += [each for each in sorted(known) if each.startswith(name)]
    return f"Did you mean `{close[0]}`?" if close else "`designlint rules` lists them."
