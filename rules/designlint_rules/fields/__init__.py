"""Rules about labelled values, decisions and code blocks."""
