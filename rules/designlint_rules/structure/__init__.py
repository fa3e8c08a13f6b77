"""Rules about what sections a document has, and where."""
