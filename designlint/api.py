"""What a rule imports: everything here is public and changes only with a new major version."""

from designlint.alignment.choices import Choice, find_choices
from designlint.alignment.content import has_picture
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
from designlint.context import Context
from designlint.document import Document, parse_document
from designlint.document.anchors import anchor_key, anchors_of
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
from designlint.document.footnotes import Footnote, undefined_footnotes
from designlint.document.front_matter import scalars
from designlint.document.inline import Inline, InlineKind
from designlint.document.links import Dangling, Link, LinkKind, find_dangling
from designlint.document.lookup import innermost_at, places_of
from designlint.document.normalise import fold, name_key, words
from designlint.document.sections import Section
from designlint.document.source import Unreadable
from designlint.document.span import Position, Span
from designlint.document.yaml_text import FrontMatterError
from designlint.expressions import expression
from designlint.facts.dates import first_date
from designlint.facts.decisions import (
    Decision,
    is_undecided,
    names_an_option,
    options_of,
)
from designlint.facts.prose import words_in_field, words_in_section
from designlint.facts.question import Question, QuestionForm
from designlint.facts.requirement_definitions import Requirement
from designlint.facts.requirement_ids import RequirementId
from designlint.facts.requirement_mentions import Mention
from designlint.facts.requirements import Requirements
from designlint.facts.risks import RiskTable, UnmitigatedRisk, unmitigated_risks
from designlint.facts.status import StatedStatus, StatusForm, normalise_status
from designlint.facts.targets import Target, find_targets
from designlint.finding import (
    Finding,
    Note,
    Place,
    PlacedFinding,
    PlacedNote,
    Severity,
    quoted,
    shortened,
)
from designlint.language.lexicon import Lexicon
from designlint.language.measure import is_measurable
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
from designlint.option import option
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
from designlint.repository.tree import Found, Kind, Tree, TreePath
from designlint.rule import Corpus, CrossDocumentRule, Rule, SourceRule, SuppressionRule
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
    "Corpus",
    "CrossDocumentRule",
    "Dangling",
    "Decision",
    "Document",
    "ExpectedField",
    "ExpectedKey",
    "ExpectedSection",
    "ExpectedTable",
    "Field",
    "FieldMatch",
    "Finding",
    "Footnote",
    "Found",
    "FrontMatterError",
    "Heading",
    "Html",
    "Inline",
    "InlineKind",
    "Item",
    "KeyMatch",
    "Kind",
    "Leaf",
    "Leftover",
    "Lexicon",
    "Link",
    "LinkKind",
    "ListBlock",
    "Mention",
    "Misplaced",
    "Missing",
    "Note",
    "Outline",
    "Paragraph",
    "Place",
    "PlacedFinding",
    "PlacedNote",
    "Position",
    "Question",
    "QuestionForm",
    "Quote",
    "Requirement",
    "RequirementId",
    "Requirements",
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
    "Target",
    "Tree",
    "TreePath",
    "UnmitigatedRisk",
    "Unreadable",
    "ValueKind",
    "anchor_key",
    "anchors_of",
    "bare",
    "expression",
    "find_choices",
    "find_dangling",
    "find_instructions",
    "find_targets",
    "find_violations",
    "first_date",
    "fold",
    "gives_no_value",
    "has_content",
    "has_picture",
    "in_vocabulary",
    "innermost_at",
    "is_blank",
    "is_dash",
    "is_filler",
    "is_marker",
    "is_measurable",
    "is_not_applicable",
    "is_pending",
    "is_undecided",
    "is_waiver",
    "name_and_value",
    "name_key",
    "names_an_option",
    "normalise_status",
    "option",
    "options_of",
    "parse_document",
    "places_of",
    "quoted",
    "read_vocabulary",
    "says_nothing",
    "scalars",
    "shortened",
    "undefined_footnotes",
    "unmitigated_risks",
    "words",
    "words_in_field",
    "words_in_section",
]
