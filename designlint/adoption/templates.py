"""The templates of a repository, and which of them are variants of one."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from designlint.adoption.files import File
from designlint.adoption.names import is_kind
from designlint.discovery.likeness import likeness
from designlint.outline import Outline, TemplateError, compile_template

_FEWEST_RESIDUE = 2
_FEWEST_SECTIONS = 2
_ENOUGH = 0.25
_VARIANT = 0.5


class Template(Struct, frozen=True):
    """A template of the repository, compiled."""

    file: File
    outline: Outline

    @property
    def residue(self) -> int:
        """How many placeholders and instructions it has."""
        return len(self.outline.placeholders) + len(self.outline.instructions)

    def share(self, file: File) -> float:
        """How much of its sections a document has; 0 where that is too little to tell."""
        like = likeness(self.outline, file.keys)
        enough = like.share >= _ENOUGH and like.found >= min(_FEWEST_SECTIONS, like.wanted)
        return like.share if enough else 0.0


def read_template(file: File) -> Template | None:
    """The template that a file is; None for one that has nothing to be filled in."""
    if not file.may_be_template or not file.headings:
        return None
    try:
        outline = compile_template(file.text, file.relative.as_posix())
    except TemplateError:
        return None
    template = Template(file, outline)
    # Of a finished design of an email template every sentence would be an instruction.
    residue = template.residue if is_kind(file.relative) else len(outline.placeholders)
    enough = residue >= _FEWEST_RESIDUE and len(outline.root.children) >= _FEWEST_SECTIONS
    return template if enough else None


def leading(
    templates: Sequence[Template], documents: Sequence[File]
) -> Mapping[Template, tuple[Template, ...]]:
    """Of variants of one template, the one that the documents are most like; with the others."""
    score = {
        id(each): (sum(map(each.share, documents)), each.residue, -len(each.file.relative.name))
        for each in templates
    }
    found: dict[Template, tuple[Template, ...]] = {}
    for each in sorted(templates, key=lambda each: score[id(each)], reverse=True):
        leader = next((other for other in found if _are_variants(each, other)), None)
        if leader is None:
            found[each] = ()
        else:
            found[leader] = (*found[leader], each)
    return found


def _are_variants(one: Template, other: Template) -> bool:
    if one.file.folder != other.file.folder:
        return False
    return (
        max(
            likeness(one.outline, other.file.keys).share,
            likeness(other.outline, one.file.keys).share,
        )
        >= _VARIANT
    )
