"""The English words of the lexicon. Names are keys, as `name_key` gives them."""

OPTIONAL = ("optional", "if applicable", "if needed", "if any", "where applicable")
"""What in brackets behind a title makes its section optional."""

KEPT = (
    "rfc 2119",
    "rfc2119",
    "bcp 14",
    "bcp14",
    "license under",
    "licence under",
    "licensed under",
    "licenced under",
    "copyright",
    "spdx-",
    "all rights reserved",
)
"""Boilerplate that a template means its documents to keep."""

OMITTABLE = (
    r"\b(?:omit|remove|delete|skip|drop)\s+this\s+(?:section|part|element|heading)\s+(?:if|when|unless)\b"
    r"|\b(?:feel free|free) to (?:omit|remove|delete|skip|drop)\b"
    r"|\b(?:section|part|element)\s+(?:is\s+)?(?:optional|not\s+required)\b"
    r"|\boptional\s+(?:section|part|element)\b|\bany number of\b|\bas (?:you|they) see fit\b"
)
"""Instructions that make their section optional."""
CONDITIONAL = (
    r"\W*(?:\w+:\s*)?(?:include |fill in )?"
    r"if (?:applicable|needed|necessary|appropriate|relevant)\b"
)
"""What a section's first instruction opens with if the section is optional."""
OMITTABLE_PARTS = (
    r"\b(?:omit|remove|delete|skip|drop)\s+(?:any|those|the)?\s*"
    r"(?:sections|parts|questions|items|elements|headings)\b[^.]*"
    r"\b(?:not\s+(?:applicable|relevant|apply|needed)|do(?:es)?n[’']t apply)\b"
)
"""Instructions that make the sections below theirs optional."""
OMITTABLE_KEYS = (
    r"\b(?:may|can|could) be (?:left )?(?:omitted|out|empty|blank|removed|deleted)\b"
    r"|\b(?:omit|remove|delete|skip|drop|leave (?:out|empty|blank))\b[^.]*"
    r"\b(?:if|when|unless|what(?:ever)?)\b"
)
"""Comments that make keys of the front matter optional."""
REQUIRED_KEY = r"(?<!not )\b(?:required|mandatory)\b"
"""Comments that ask for a key of the front matter that the template leaves empty."""
SEVERAL_KEYS = (
    r"\b(?:these|those|they|them|all|any of|following|keys|fields|elements|properties|entries"
    r"|metadata|what(?:ever)? you)\b"
)
"""Comments above a key that speak of those below it as well."""
PERHAPS = ("any", "anything", "n/a", "not applicable", "if at all")
"""Words of an instruction that nothing may answer: `List any new terms`."""
NOTES = (
    "note",
    "notes",
    "nb",
    "n.b",
    "tip",
    "hint",
    "warning",
    "important",
    "caution",
    "attention",
)
"""Labels of a remark, which is no field."""
SAMPLES = (
    "your",
    "yyyy",
    "mm/dd",
    "dd/mm",
    "dd.mm",
    "xxx",
    "xxxx",
    "nnn",
    "nnnn",
    "0000",
    "tbd",
    "todo",
    "placeholder",
    "lorem",
    "example.com",
    "example.org",
    "fill in",
    "fill me in",
    "insert",
    "janedoe",
    "johndoe",
    "jane doe",
    "john doe",
    "first name",
    "last name",
    "someone",
)
"""What shows that a value without marks only stands in for one: `Your name`, `YYYY-MM-DD`."""
BINDING = r"\bmust (?:contain|include|keep)\b|\bat least the (?:items|following)\b"
"""Instructions of a section whose list is to stay."""
POINTERS = (
    "see",
    "see also",
    "also see",
    "refer to",
    "for details see",
    "for more information see",
)
"""What opens a sentence that only leads the reader elsewhere."""
REMOVABLE = (
    "please remove",
    "please delete",
    "remove me",
    "delete me",
    "remove before",
    "delete before",
    "remove this",
    "delete this",
    "to be removed",
    "remove when",
    "remove after",
)
"""What marks a part of a template that is to go altogether."""
TITLES = ("title", "replace this", "replace with", "your title", "name of")
"""What shows that a template's title without marks only stands in for one."""
LASTING = (
    "expect to resolve",
    "hope to resolve",
    "expected to be resolved",
    "aren't resolved yet",
    "are not resolved yet",
    "could be addressed in the future",
    "through the implementation",
    "during implementation",
    "after the rfc is accepted",
    "after this is accepted",
    "leave open",
    "left open",
    "future work",
)
"""Instructions of a questions section whose questions may stay open."""

NOTHING = ("none", "nothing", "nil")
"""Words that say that there is nothing to say."""
NOT_APPLICABLE = ("n/a", "na", "not applicable")
"""Words that say so and only fill the place unless a reason follows."""

MARKERS = ("TBD", "TODO", "FIXME", "XXX")
"""What a text opens with that is still to be written, in this spelling."""
MARKER_PHRASE = r"to be (?:determined|decided|defined|done)"
PENDING = (
    "tbd",
    "tba",
    "tbc",
    "todo",
    "pending",
    "open",
    "unknown",
    "unresolved",
    "undecided",
)
"""The whole of a text that is still to be written."""
PENDING_PHRASE = r"to be \w+"

QUESTIONS = (
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
RESOLVED = (
    "resolved questions",
    "answered questions",
    "closed questions",
    "resolved",
    "answered",
    "closed",
    "resolved issues",
)
NO = ("no", "not yet", "false")
"""Says that a question is not resolved."""
QUESTION = ("question", "issue", "open question", "q")
ANSWER = (
    "answer",
    "answers",
    "decision",
    "resolution",
    "outcome",
    "resolved",
    "conclusion",
    "a",
    "ans",
)
DEFERRED = ("deferred", "deferred to", "deferred until", "postponed")
DUE = ("due", "due date", "due by", "deadline", "by when")
OWNER = ("owner", "owners", "assignee", "assigned to", "dri")
BLOCKING = ("blocking", "blocker", "blocks")
DETAILS = ("context", "options", "status", "notes", "note", "impact", "proposal")
NUMBER = ("#", "", "id", "no", "nr", "number")

NO_QUESTIONS = (
    r"(?:there (?:are|is) )?(?:currently |at present )?"
    r"(?:none|nothing|n/?a|not applicable|no (?:more |further |known )?"
    r"(?:open|unresolved|outstanding|remaining)?\s*(?:questions?|issues?|points?|items?)?)"
    r"(?: (?:at (?:this|the) (?:time|moment|point)|so far|yet|remain(?:ing)?|left|open|known|"
    r"outstanding|currently|for now|at present|right now|are open))*"
)
"""The whole of a text that says that there are no questions."""

OPTIONS = ("option", "options", "alternative", "alternatives", "choices")
OPTION = ("option", "alternative", "choice", "approach")
"""What an option is called before its letter or number."""
DIVIDERS = ("or", "vs", "versus")
"""What stands between options in a sentence."""
REFERRING = (
    "both",
    "neither",
    "all",
    "none",
    "combination",
    "combine",
    "combined",
    "combines",
    "combining",
    "hybrid",
    "former",
    "latter",
    "first",
    "second",
)
"""Words that choose among options without naming one."""
DECISION = ("decision", "chosen option", "outcome", "decision outcome", "choice", "chosen")
RATIONALE = ("rationale", "reason", "reasons", "reasoning", "justification", "because", "why")
"""What a reason is called, in a label or between a choice and its reason."""

RISK = ("risk", "risks", "threat", "hazard")
IMPACT = ("impact", "severity", "consequence")
PROBABILITY = ("probability", "likelihood", "chance")
MITIGATION = ("mitigation", "mitigations", "response", "countermeasure", "mitigation strategy")
HIGH = ("high", "very high", "critical", "severe", "likely", "h")
LOW = (
    "low",
    "very low",
    "minor",
    "minimal",
    "negligible",
    "unlikely",
    "very unlikely",
    "highly unlikely",
    "rare",
    "l",
)
MEDIUM = ("medium", "med", "moderate", "possible", "m")
EXTREME = ("very high", "critical", "severe", "extreme", "catastrophic", "very likely", "certain")
"""Values above `HIGH` on the scale of a risk."""

STATUS = ("status",)
RELATIONS = (
    "see also",
    "related",
    "related to",
    "replaces",
    "replaced by",
    "supersedes",
    "superseded by",
    "obsoletes",
    "obsoleted by",
    "amends",
    "amended by",
    "updates",
    "updated by",
    "extends",
    "depends on",
    "requires",
)
"""Keys of front matter that lead to other documents, which there need not be."""
ENDED = (
    "abandoned",
    "declined",
    "deferred",
    "deprecated",
    "informational",
    "memorandum",
    "obsolete",
    "rejected",
    "replaced",
    "superseded",
    "withdrawn",
)
"""Statuses of what goes no further."""
REQUIRED_FROM = (
    r"required[\W_]*(?:in|for|from|at|as of|since)?[\W_]*(?P<status>[\w -]*?\w)\s+(?:status\s+)?"
    r"(?:and|or)\s+(?:above|later|up|upwards|higher|beyond|after)\b"
)
"""What asks for a section only from a status onwards."""
CREATED = (
    "date",
    "created",
    "creation date",
    "created on",
    "created at",
    "date created",
    "start date",
)
GENERIC = (
    "design",
    "section",
    "overview",
    "details",
    "detail",
    "notes",
    "plan",
    "description",
    "considerations",
    "information",
    "strategy",
    "requirements",
    "proposal",
    "changes",
    "solution",
)
"""Words that two titles may share without being alike."""
NEGATIONS = ("non", "no", "not", "out", "without", "un", "anti", "never")
"""What makes a title the opposite of another."""
