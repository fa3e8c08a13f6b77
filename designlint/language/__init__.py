"""Words and phrases: every list of them, and what short texts say."""
