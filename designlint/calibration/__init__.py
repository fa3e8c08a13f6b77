"""Merged documents → how each keeps its template, and the directives that would make it fit."""
