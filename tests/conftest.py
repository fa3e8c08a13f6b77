"""Hypothesis without clocks and dice: the same examples in every run, on every machine.

`pytest --hypothesis-profile=explore` looks further.
"""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=3000, print_blob=True)
settings.load_profile("steady")
