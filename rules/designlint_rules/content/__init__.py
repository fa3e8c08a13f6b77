"""Rules about what a document says, and how much."""
