"""Every word list of the engine in one place. Names are keys, as `name_key` gives them."""

import re

OPTIONAL = ("optional", "if applicable", "if needed", "if any", "where applicable")
"""What in brackets behind a title makes its section optional."""

QUESTION_SECTIONS = (
    "open questions",
    "open question",
    "unresolved questions",
    "outstanding questions",
    "remaining questions",
    "questions",
    "open issues",
    "unresolved issues",
    "outstanding issues",
    "open points",
    "open items",
)
RESOLVED_SECTIONS = (
    "resolved questions",
    "answered questions",
    "closed questions",
    "resolved",
    "answered",
    "closed",
    "resolved issues",
)
ANSWER_LABELS = ("answer", "answers", "decision", "resolution", "outcome", "resolved", "conclusion")
DEFERRED_LABELS = ("deferred", "deferred to", "deferred until", "postponed")
DUE_LABELS = ("due", "due date", "due by", "deadline", "by when")
OWNER_LABELS = ("owner", "owners", "assignee", "assigned to", "dri")
BLOCKING_LABELS = ("blocking", "blocker", "blocks")
QUESTION_LABELS = ("question", "issue", "open question")

NOTHING = ("none", "n/a", "na", "not applicable", "nothing", "nil")
"""Words that say that there is nothing to say."""

NO_QUESTIONS = re.compile(
    r"(?:there (?:are|is) )?(?:currently |at present )?"
    r"(?:none|nothing|n/?a|not applicable|no (?:more |further |known )?"
    r"(?:open|unresolved|outstanding|remaining)?\s*(?:questions?|issues?|points?|items?)?)"
    r"(?: (?:at (?:this|the) (?:time|moment|point)|so far|yet|remain(?:ing)?|left|open|known|"
    r"outstanding|currently|for now|at present|right now|are open))*",
)
"""The whole of a text that says that there are no questions."""

KEPT = re.compile(
    r"\bRFC\s?2119\b|\bBCP\s?14\b|\blicen[sc]ed? under\b|\bcopyright\b|\bSPDX-"
    r"|\ball rights reserved\b",
    re.IGNORECASE,
)
"""Boilerplate that a template means its documents to keep."""

OMITTABLE = re.compile(
    r"\b(?:omit|remove|delete|skip|drop)\s+this\s+(?:section|part|element|heading)\s+(?:if|when|unless)\b"
    r"|\bthis\s+(?:section|part|element)\s+is\s+optional\b|\boptional\s+(?:section|element)\b",
    re.IGNORECASE,
)
"""Instructions that make their section optional."""

RISK_SUBJECT = ("risk", "risks", "threat", "hazard")
RISK_WEIGHT = ("impact", "severity", "consequence")
RISK_CHANCE = ("probability", "likelihood", "chance")
RISK_ANSWER = ("mitigation", "mitigations", "response", "countermeasure", "mitigation strategy")
HIGH = ("high", "very high", "critical", "severe")

OPTION_WORDS = ("option", "options", "alternative", "alternatives", "choices")
DECISION_LABELS = ("decision", "chosen option", "outcome", "decision outcome", "choice", "chosen")
