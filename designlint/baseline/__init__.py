"""The baseline: findings that a team knows of, and is told no more."""
