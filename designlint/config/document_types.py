"""Settings and registry → the document types to choose from."""

from pathlib import Path

from msgspec.structs import replace

from designlint.config.front_matter import read_schemas
from designlint.config.load import Settings
from designlint.discovery.files import shown_path
from designlint.discovery.globs import Globs
from designlint.discovery.types import LATEST, DocumentType
from designlint.document.source import Unreadable, read_source
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.outline import TemplateError
from designlint.registry import Registry


def configured_types(
    settings: Settings, registry: Registry, working: Path
) -> tuple[DocumentType, ...]:
    """One type for each `[[documents]]` entry, in their order.

    An entry without a template has that of the first entry of the same type with one, and its
    version, or the built-in; one without a schema likewise has that of its type. Raises
    ConfigError for a template or a schema that cannot be used.
    """
    schemas = read_schemas(settings, working)
    templates: dict[str, DocumentType] = {}
    for index, entry in enumerate(settings.config.documents):
        if entry.template is None or entry.type in templates:
            continue
        path = settings.folder / entry.template
        source = read_source(path)
        if isinstance(source, Unreadable):
            message = f"the template {entry.template} {source.message}"
            raise settings.error(("documents", index, "template"), message)
        first = _from_file(entry.type, path, source, working)
        templates[entry.type] = replace(first, version=entry.template_version or LATEST)
    types = []
    for index, entry in enumerate(settings.config.documents):
        given = templates.get(entry.type)
        if entry.template is not None and given is not None:
            path = settings.folder / entry.template
            if path != given.template_path:
                message = (
                    f"type {entry.type} has another template already, "
                    f"{given.origin}; give this one a type of its own"
                )
                raise settings.error(("documents", index, "template"), message)
        if given is None:
            pack = registry.types[entry.type]
            given = DocumentType(pack.name, pack.origin, pack.template, Globs((), settings.folder))
        types.append(
            DocumentType(
                entry.type,
                given.origin,
                given.template,
                Globs(entry.files, settings.folder),
                given.template_path,
                entry.severity,
                entry.template_version or given.version,
                lexicon=settings.lexicon,
                schema=schemas[index],
            )
        )
    return tuple(types)


def installed_types(
    registry: Registry, root: Path, lexicon: Lexicon = ENGLISH
) -> tuple[DocumentType, ...]:
    """The types that packs bring along; their usual paths are relative to `root`."""
    return tuple(
        DocumentType(
            pack.name,
            pack.origin,
            pack.template,
            Globs(pack.files, root),
            enough=pack.likeness,
            lexicon=lexicon,
        )
        for pack in registry.types.values()
    )


def template_type(
    path: Path, working: Path, name: str = "", lexicon: Lexicon = ENGLISH
) -> DocumentType:
    """The type that the template at the absolute `path` stands for.

    Raises TemplateError for a file that cannot be read.
    """
    source = read_source(path)
    if isinstance(source, Unreadable):
        raise TemplateError(shown_path(path, working), source.line, source.message)
    return replace(_from_file(name, path, source, working), lexicon=lexicon)


def _from_file(name: str, path: Path, source: str, working: Path) -> DocumentType:
    return DocumentType(name, shown_path(path, working), source, Globs((), working), path)
