"""Outline + document → `Alignment`: each expected element with the actual one, or missing."""
