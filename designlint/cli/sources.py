"""The texts of checked documents, for reports that show them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from designlint.document.document import normal_text
from designlint.document.source import Unreadable, read_source


class Sources(Mapping[str, str]):
    """Texts by the paths that reports show, as positions count in them.

    Files are read again when they are asked for: most have nothing to show, and thousands of
    texts need not be held.
    """

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def expect(self, shown: str, path: str) -> None:
        """Say where the text of a document is."""
        self._paths[shown] = path

    @property
    def paths(self) -> Mapping[str, Path]:
        """Where the texts of all expected documents are."""
        return {shown: Path(path) for shown, path in self._paths.items()}

    def path_of(self, shown: str) -> Path:
        """Where the text of an expected document is."""
        return Path(self._paths[shown])

    def keep(self, shown: str, text: str) -> None:
        """Hold a text that is in no file."""
        self._texts[shown] = normal_text(text)

    def __getitem__(self, shown: str) -> str:
        if shown in self._texts:
            return self._texts[shown]
        source = read_source(self.path_of(shown))
        return "" if isinstance(source, Unreadable) else normal_text(source)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths | self._texts)

    def __len__(self) -> int:
        return len(self._paths | self._texts)
