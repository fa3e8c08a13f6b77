"""A calibration for programs."""

from typing import Any

from designlint.calibration.elements import Element
from designlint.calibration.model import Calibration, ElementCount, Proposal


def calibration_as_dict(
    result: Calibration, origin: str, left_out: tuple[tuple[str, str], ...]
) -> dict[str, Any]:
    """JSON-ready data; lines are lines of the template, `left_out` pairs of path and reason."""
    return {
        "version": 1,
        "template": origin,
        "documents": {
            "checked": result.documents,
            "unlike_template": list(result.strangers),
            "left_out": [{"path": path, "reason": reason} for path, reason in left_out],
        },
        "elements": [_element(each) for each in result.elements],
        "text": [
            {"line": each.line, "text": each.text, "asked": each.asked, "kept": each.kept}
            for each in result.texts
        ],
        "proposals": [_proposal(each, result) for each in result.proposals],
        "without_errors": {"before": result.before, "after": result.after},
    }


def _element(count: ElementCount) -> dict[str, Any]:
    return {
        "kind": count.element.kind.value,
        "name": count.element.name,
        "line": count.element.line,
        "depth": count.element.depth,
        "optional": count.element.optional,
        "asked": count.asked,
        "kept": count.kept,
        "dropped": count.dropped,
        "moved": count.moved,
        "out_of_order": count.shuffled,
        "other_names": [{"name": name, "documents": number} for name, number in count.others],
    }


def _proposal(proposal: Proposal, result: Calibration) -> dict[str, Any]:
    target = proposal.target
    if isinstance(target, Element):
        kind, name = target.kind.value, target.name
    else:
        kind, name = "text", result.first_words(proposal)
    return {
        "line": proposal.line,
        "kind": kind,
        "name": name,
        "directive": str(proposal.directive),
        "clears": len(proposal.clears),
        "documents": list(proposal.clears),
    }
