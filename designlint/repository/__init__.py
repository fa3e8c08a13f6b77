"""The files of a repository as documents see them: what a relative path leads to."""
