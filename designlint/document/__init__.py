"""Text → `Document`: front matter, section tree and typed blocks, each with its exact span."""

from designlint.document.document import Document, parse_document

__all__ = ["Document", "parse_document"]
