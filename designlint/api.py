"""What a rule imports: everything here is public and changes only with a new major version."""

from designlint.alignment.choices import Choice, find_choices
from designlint.alignment.instructions import find_instructions
from designlint.alignment.keys import KeyMatch
from designlint.alignment.model import (
    Alignment,
    CodeMatch,
    FieldMatch,
    Misplaced,
    Missing,
    SectionMatch,
    TableMatch,
)
from designlint.alignment.residue import Leftover
from designlint.document import Document
from designlint.document.blocks import (
    Block,
    Cell,
    CodeBlock,
    Heading,
    Html,
    Item,
    Leaf,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)
from designlint.document.fields import Field, has_content, is_blank, name_and_value
from designlint.document.front_matter import scalars
from designlint.document.inline import Inline, InlineKind
from designlint.document.normalise import fold, name_key, words
from designlint.document.sections import Section
from designlint.document.source import Unreadable
from designlint.document.span import Position, Span
from designlint.document.yaml_text import FrontMatterError
from designlint.facts.dates import first_date
from designlint.facts.decisions import (
    Decision,
    is_undecided,
    names_an_option,
    options_of,
)
from designlint.facts.question import Question, QuestionForm
from designlint.facts.risks import RiskTable, UnmitigatedRisk, unmitigated_risks
from designlint.facts.status import StatedStatus, StatusForm, normalise_status
from designlint.finding import Finding, Note, Severity, quoted, shortened
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import (
    bare,
    gives_no_value,
    is_dash,
    is_filler,
    is_marker,
    is_not_applicable,
    is_pending,
    is_waiver,
    says_nothing,
)
from designlint.metadata.violations import find_violations
from designlint.outline.model import (
    ExpectedField,
    ExpectedKey,
    ExpectedSection,
    ExpectedTable,
    Outline,
    Role,
    ValueKind,
)
from designlint.outline.vocabulary import in_vocabulary, read_vocabulary
from designlint.rule import Context, Rule, SourceRule, SuppressionRule
from designlint.suppression import VERBS, Review, Suppression

__all__ = [
    "VERBS",
    "Alignment",
    "Block",
    "Cell",
    "Choice",
    "CodeBlock",
    "CodeMatch",
    "Context",
    "Decision",
    "Document",
    "ExpectedField",
    "ExpectedKey",
    "ExpectedSection",
    "ExpectedTable",
    "Field",
    "FieldMatch",
    "Finding",
    "FrontMatterError",
    "Heading",
    "Html",
    "Inline",
    "InlineKind",
    "Item",
    "KeyMatch",
    "Leaf",
    "Leftover",
    "Lexicon",
    "ListBlock",
    "Misplaced",
    "Missing",
    "Note",
    "Outline",
    "Paragraph",
    "Position",
    "Question",
    "QuestionForm",
    "Quote",
    "Review",
    "RiskTable",
    "Role",
    "Row",
    "Rule",
    "Section",
    "SectionMatch",
    "Severity",
    "SourceRule",
    "Span",
    "StatedStatus",
    "StatusForm",
    "Suppression",
    "SuppressionRule",
    "Table",
    "TableMatch",
    "UnmitigatedRisk",
    "Unreadable",
    "ValueKind",
    "bare",
    "find_choices",
    "find_instructions",
    "find_violations",
    "first_date",
    "fold",
    "gives_no_value",
    "has_content",
    "in_vocabulary",
    "is_blank",
    "is_dash",
    "is_filler",
    "is_marker",
    "is_not_applicable",
    "is_pending",
    "is_undecided",
    "is_waiver",
    "name_and_value",
    "name_key",
    "names_an_option",
    "normalise_status",
    "options_of",
    "quoted",
    "read_vocabulary",
    "says_nothing",
    "scalars",
    "shortened",
    "unmitigated_risks",
    "words",
]
