"""Rules about tables, and risks in particular."""
