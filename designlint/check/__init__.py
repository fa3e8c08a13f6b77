"""The check of one document: a pure function of its text, its path and a plan."""
