"""Rules about what a document has kept of its template."""
