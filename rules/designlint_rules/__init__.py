"""The built-in rules and document types of designlint."""
