"""A survey → the text of a configuration file, with comments that say why."""

from collections.abc import Mapping
from pathlib import Path

from designlint.adoption.survey import Collection, Survey
from designlint.adoption.toml import toml_comment, toml_string, toml_strings

_LONGEST_LINE = 100
_HEAD = """\
# designlint checks these documents; the first entry that matches a file is its type.
# `designlint types --why FILE` says what a file is held to, and
# `designlint template FILE` what a template asks for.

# fail-on = "warning"            # the mildest finding that fails a run; "error" if not set
# exclude = ["docs/archive/**"]  # files never to check
"""
_TAIL = """\

# [severity]                     # of single rules: error, warning, info, off
# unexpected-section = "warning"
"""
_NOTHING = """\

# No template and no design documents were found here. This type is built in; for a template of
# your own, add `template = "docs/design/template.md"`.
[[documents]]
type = "technical-design"
files = ["docs/design/**/*.md"]
"""


def config_text(survey: Survey, outdated: Mapping[Path, int]) -> str:
    """The configuration for what was found.

    `outdated` is for each template how many of its documents are older than its last change.
    """
    parts = [_HEAD]
    parts += [_entry(each, outdated) for each in survey.collections] or [_NOTHING]
    if survey.unused:
        names = ", ".join(str(each.file.relative) for each in survey.unused)
        parts.append(f"\n{toml_comment(f'No documents were found for: {names}')}\n")
    return "".join([*parts, _TAIL])


def _entry(collection: Collection, outdated: Mapping[Path, int]) -> str:
    template = collection.template
    lines = ["", *_remarks(collection), "[[documents]]", f"type = {toml_string(collection.type)}"]
    lines.append(_files(collection.globs))
    if template is not None:
        lines.append(f"template = {toml_string(template.file.relative.as_posix())}")
        old = outdated.get(template.file.path, 0)
        if old:
            are = "document is" if old == 1 else "documents are"
            lines.append(
                f"# {old} {are} older than the template's last change: each is held to the\n"
                "# template as it stood in git when the document was added."
            )
            lines.append('template-version = "birth"')
    return "\n".join(lines) + "\n"


def _remarks(collection: Collection) -> list[str]:
    count = len(collection.documents)
    if collection.template is None:
        alike = "document looks" if count == 1 else "documents look"
        remarks = [toml_comment(f"{count} {alike} like this built-in type.")]
    elif count:
        have = "document has" if count == 1 else "documents have"
        remarks = [toml_comment(f"{count} {have} sections of this template.")]
    else:
        remarks = [toml_comment("No documents yet.")]
    if collection.others:
        names = ", ".join(str(each.file.relative) for each in collection.others)
        remarks.append(toml_comment(f"Other templates for the same documents: {names}"))
    return remarks


def _files(globs: tuple[str, ...]) -> str:
    line = f"files = {toml_strings(globs)}"
    if len(line) <= _LONGEST_LINE:
        return line
    return "\n".join(["files = [", *(f"    {toml_string(glob)}," for glob in globs), "]"])
