"""The versions of templates, with errors at the place that asked for the version."""

from collections.abc import Iterable
from pathlib import Path

from designlint.cli.output import Failure
from designlint.cli.project import Project
from designlint.config.errors import did_you_mean
from designlint.discovery.types import BIRTH, LATEST, DocumentType
from designlint.discovery.versions import Held, TemplateVersions

OPTION = "--template-version"


class Versions:
    """Which version of its template a document is held to.

    `override` is what the command line says, empty where it says nothing.
    """

    def __init__(self, project: Project, override: str = "") -> None:
        self._project = project
        self._override = override
        self._versions = TemplateVersions(override)

    def expect(self, document_type: DocumentType | None, path: Path) -> None:
        """Say that the document at the absolute `path` will be asked for."""
        if document_type is not None:
            self._versions.expect(document_type, path)

    def held(self, document_type: DocumentType, path: Path) -> Held:
        """What a document is held to. Raises ConfigError, Failure and TemplateError."""
        if self._versions.version(document_type) == LATEST:
            return Held(document_type)
        from designlint.history.model import HistoryError, UnknownRevisionError

        try:
            return self._versions.held(document_type, path)
        except HistoryError as error:
            message = str(error)
            if isinstance(error, UnknownRevisionError):
                message += did_you_mean(
                    self._versions.version(document_type), (BIRTH, LATEST, *error.known)
                )
            raise self._error(document_type, message) from error

    def ask_git(self, types: Iterable[DocumentType]) -> bool:
        """Whether documents of these types may be held to old versions, which only git knows."""
        return any(self._versions.version(each) != LATEST for each in types)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader of the report has to know, a line each."""
        return tuple(self._versions.notices())

    def _error(self, document_type: DocumentType, message: str) -> Exception:
        types = self._project.types
        if self._override or document_type not in types:
            return Failure(f"{OPTION} {self._override}: {message}")
        settings = self._project.settings
        index = types.index(document_type)
        entries = settings.config.documents
        if entries[index].template_version is None:
            # The version is that of the entry with the template.
            index = next(
                at
                for at, entry in enumerate(entries)
                if entry.type == document_type.name and entry.template_version is not None
            )
        if document_type.version == BIRTH:
            message += f"; `{OPTION} {LATEST}` does without"
        return settings.error(
            ("documents", index, "template-version"),
            f'template-version = "{document_type.version}": {message}',
        )
