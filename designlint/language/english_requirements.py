"""English words for requirements: where they are defined, and where they are addressed."""

REQUIREMENTS = ("requirements",)
"""Titles of sections that define requirements, alone or with other words."""
REQUIREMENT = (
    "requirement",
    "requirements",
    "requirement id",
    "requirement ids",
    "requirements ids",
    "requirement no",
    "requirement number",
    "req",
    "reqs",
    "req id",
    "req ids",
)
"""Labels of ids: where requirements are defined a column of them, elsewhere what is addressed."""
ADDRESSED = (
    "addresses",
    "covers",
    "fulfils",
    "fulfills",
    "implements",
    "realises",
    "realizes",
    "satisfies",
    "traceability",
    "traces",
    "traces to",
    "requirements addressed",
    "addressed requirements",
    "addresses requirements",
    "requirements covered",
    "covered requirements",
    "covers requirements",
    "requirements coverage",
    "requirement coverage",
    "coverage of requirements",
    "requirements fulfilled",
    "fulfilled requirements",
    "requirements implemented",
    "implemented requirements",
    "implements requirements",
    "requirements met",
    "meets requirements",
    "requirements satisfied",
    "satisfied requirements",
    "satisfies requirements",
    "requirements mapping",
    "requirement mapping",
    "requirements traceability",
    "requirement traceability",
    "traceability matrix",
    "related requirements",
    "linked requirements",
)
"""Names of what says which requirements are addressed: several words also as part of a title."""
WITHDRAWN = (
    "canceled",
    "cancelled",
    "deleted",
    "descoped",
    "dropped",
    "not in scope",
    "out of scope",
    "removed",
    "retired",
    "wont have",
)
"""What says that a requirement is no longer one, beside the statuses of what goes no further."""
RANGES = ("to", "through", "thru", "until")
"""What stands between the first and the last id of a range."""
STANDARDS = tuple(
    """
    ADR AES ANSI BASE BCP CP CRC CVE CWE DIN EC ECMA ED EN EP ES FIPS GHSA HS GEP HTTP HTTPS
    IEC IEEE IP ISBN ISO KEP LATIN MD MP NIST OAUTH OTEP P PBKDF PEP RFC RS RSA SHA SP SSL TLS
    UAX UCS USB UTC UTF UTS WCAG WPA
    """.split()  # noqa: SIM905 - a list would take a line for each
)
"""What stands before the number of standards, algorithms, other documents and priorities."""
