"""designlint: a linter for Markdown design documents, with your own template as the schema."""

__version__ = "0.1.0"
