"""Taking designlint up: a scaffold for a new document, a configuration for a repository."""
