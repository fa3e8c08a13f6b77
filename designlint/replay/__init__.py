"""Runs that would come out as they did before: found, and printed again.

Nothing here imports what takes long: see `designlint/disk.py`.
"""
