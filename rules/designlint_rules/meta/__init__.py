"""Rules about files and comments, rather than designs."""
