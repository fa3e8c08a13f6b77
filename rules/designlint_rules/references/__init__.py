"""Rules about links and identifiers."""
