"""The configuration file as pydantic models; keys are kebab-case in the file.

They check what a file says and describe it, and nothing else needs them: `read_config` gives the
plain `Config` that the rest of designlint works with.
"""

from typing import Annotated, Any

from msgspec import convert
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    WithJsonSchema,
)

from designlint.config.model import (
    BASELINE,
    Config,
    ConfiguredRequirements,
    FailOn,
    Severities,
    kebab,
)


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, alias_generator=kebab)


class DocumentsTable(_Table):
    """One `[[documents]]` entry: a document type, and the files that are of it."""

    type: Annotated[str, Field(min_length=1, description="A built-in type, or a name of your own.")]
    files: Annotated[
        tuple[str, ...],
        Field(min_length=1, description="Globs as in .gitignore, relative to this file."),
    ]
    template: str | None = Field(
        None, min_length=1, description="The template's path, relative to this file."
    )
    template_version: str | None = Field(
        None,
        description="`latest`; `birth`, the template as it stood in git when a document was added; "
        "or a tag or other revision.",
    )
    front_matter_schema: str | None = Field(
        None,
        min_length=1,
        description="The path of a JSON Schema, relative to this file, that front matter is held "
        "to instead of the template's.",
    )
    severity: Severities = Field(
        default_factory=dict, description="Severities for these documents alone."
    )


def _readable(word: str) -> str:
    if not any(map(str.isalnum, word)):
        raise ValueError(f'"{word}" has no letter or digit in it')
    return word


def _visible(word: str) -> str:
    if not word.strip():
        raise ValueError("must not be empty")
    return word


Words = tuple[Annotated[str, AfterValidator(_readable)], ...]
Markers = tuple[Annotated[str, AfterValidator(_visible)], ...]


def _words(description: str) -> Any:
    return Field((), description=description)


class WordsTable(_Table):
    """The `[words]` table: what is added to the English words that designlint knows."""

    optional: Words = _words("What in brackets beside a title makes its section optional.")
    omittable: Words = _words("Phrases of an instruction that make its section optional.")
    removable: Words = _words("Marks a part of a template that is to go, as `delete me` does.")
    titles: Words = _words("Shows that a template's title only stands in for one.")
    samples: Words = _words("Shows that a value only stands in for one, as `your` does.")
    perhaps: Words = _words("Words of an instruction that nothing may answer, as `any` is.")
    notes: Words = _words("Labels of remarks, which are no fields.")
    pointers: Words = _words("Opens a sentence that leads elsewhere, as `see` does.")
    kept: Words = _words("Phrases of boilerplate that stays in documents: licences and the like.")
    nothing: Words = _words("Says that there is nothing, as `none` does.")
    not_applicable: Words = _words("Says that it does not apply, as `N/A` does.")
    markers: Markers = _words("Opens what is still to be written, as `TODO`; in this spelling.")
    pending: Words = _words("The whole of a text that is still to be written, as `undecided` is.")
    questions: Words = _words("Titles of sections of open questions.")
    resolved: Words = _words("Titles of sections of answered questions.")
    no_questions: Words = _words("The whole of a text that says that there are no questions.")
    lasting: Words = _words("Phrases of an instruction whose questions may stay open.")
    no: Words = _words("Says that a question is not resolved, as in `Resolved: no`.")
    question: Words = _words("Columns that hold the question itself.")
    answer: Words = _words("Fields and columns that answer a question.")
    deferred: Words = _words("Fields and columns that put a question off.")
    due: Words = _words("Fields and columns with the day by which an answer is due.")
    owner: Words = _words("Fields and columns that name who is to answer.")
    blocking: Words = _words("Fields and columns that say what a question blocks.")
    details: Words = _words("Other fields that a question may carry, as `context`.")
    number: Words = _words("Columns that only number the rows.")
    options: Words = _words("Fields that list the options of a decision.")
    option: Words = _words("What an option is called before its letter or number.")
    dividers: Words = _words("Words between options in a sentence, as `or`.")
    decision: Words = _words("Fields that name the chosen option.")
    rationale: Words = _words("What a reason is called, in a label or behind a choice.")
    referring: Words = _words("Words that choose among options without naming one, as `both`.")
    risk: Words = _words("Columns that name a risk.")
    impact: Words = _words("Columns of a risk's impact.")
    probability: Words = _words("Columns of a risk's probability.")
    mitigation: Words = _words("Columns that say what is done about a risk.")
    high: Words = _words("Values of impact or probability that call for a mitigation.")
    targets: Words = _words("What names of targets end in that ask for a number: `threshold`.")
    aims: Words = _words("What does so only where a measure stands with it, as `goal`.")
    measures: Words = _words("What is given in numbers, as `latency` and `coverage` are.")
    metrics: Words = _words("What names of columns end in that say what is measured.")
    numbers: Words = _words("Numbers in words, as `twice`.")
    bounds: Words = _words("What bounds a target without a number, as `no` and `every` do.")
    vague: Words = _words("What leaves open how much, as `reasonable` does.")
    requirements: Words = _words("Titles of sections that define requirements.")
    requirement: Words = _words("Fields and columns that hold the ids of requirements.")
    addressed: Words = _words("Sections and fields that say which requirements are addressed.")
    withdrawn: Words = _words("Says that a requirement is no longer one, as `removed` does.")
    ranges: Words = _words("Words between the first and the last id of a range, as `to`.")
    low: Words = _words("Values of impact or probability at the lower end of the scale.")
    medium: Words = _words("Values of impact or probability in the middle of the scale.")
    extreme: Words = _words("Values of impact or probability above those of `high`.")
    status: Words = _words("Fields and sections that state a document's status.")
    relations: Words = _words("Keys of front matter that lead to other documents.")
    ended: Words = _words("Statuses of documents that go no further, as `rejected`.")
    created: Words = _words("Fields with the day on which a document was written.")
    generic: Words = _words("Words that titles share without being alike, as `overview`.")
    negations: Words = _words("What makes a title the opposite of another, as `non` does.")
    statuses: dict[str, Words] = Field(
        default_factory=dict, description="Names of a status in other languages, by the status."
    )

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """The words by the names of their lists, `statuses` left out."""
        names = (name for name in type(self).model_fields if name != "statuses")
        return {name: words for name in names if (words := getattr(self, name))}


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Patterns = Annotated[
    tuple[str, ...],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One string or a list of them."""


class RequirementsTable(_Table):
    """The `[requirements]` table: where requirements are defined, and where addressed."""

    pattern: Patterns = Field(
        (), description="What ids look like: one regular expression, or a list of them."
    )
    files: tuple[str, ...] = Field(
        (),
        description="Documents that define requirements, read with every check: globs as in "
        ".gitignore, relative to this file.",
    )
    defined_in: Words = _words("Further titles of sections that define requirements.")
    addressed_in: Words = _words(
        "Further sections, fields and columns that say which requirements are addressed."
    )


class ConfigTable(_Table):
    """The whole configuration."""

    fail_on: FailOn = Field(
        FailOn.ERROR, description="The mildest severity that makes `check` exit with 1."
    )
    select: tuple[str, ...] = Field(
        (), description="The rules or groups of rules to run; all of them where it is empty."
    )
    ignore: tuple[str, ...] = Field(
        (), description="The rules or groups of rules to leave out; wins over `select`."
    )
    exclude: tuple[str, ...] = Field(
        (), description="Files never to check: globs as in .gitignore, relative to this file."
    )
    plugins: tuple[str, ...] = Field(
        (), description="Python packages of rules to load beside the installed ones."
    )
    severity: Severities = Field(default_factory=dict, description="Severities by rule.")
    baseline: str | None = Field(
        None,
        min_length=1,
        description="A file of known findings, which are not told, relative to this file; "
        f"`{BASELINE}` beside it if that is there.",
    )
    require_reason: StrictBool = Field(
        False, description="Whether a suppressing comment has to give a reason."
    )
    documents: tuple[DocumentsTable, ...] = Field(
        (), description="Which files are documents of which type; the first match wins."
    )
    rules: dict[str, dict[str, Any]] = Field(
        default_factory=dict, description="Options of rules, a table for each rule."
    )
    status: dict[str, Severities] = Field(
        default_factory=dict, description="Severities by rule for documents of a status."
    )
    requirements: RequirementsTable | None = Field(
        None, description="Where requirements are defined, and where they are addressed."
    )
    words: WordsTable | None = Field(
        None, description="Words of other languages, added to the English ones."
    )


def read_config(data: Any) -> Config:
    """The configuration in the values of a TOML file. Raises pydantic's ValidationError."""
    return convert(ConfigTable.model_validate(data), Config, from_attributes=True)


def read_requirements(data: Any) -> ConfiguredRequirements:
    """The table `[requirements]` alone. Raises pydantic's ValidationError."""
    return convert(
        RequirementsTable.model_validate(data), ConfiguredRequirements, from_attributes=True
    )
