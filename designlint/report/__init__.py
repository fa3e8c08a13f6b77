"""Results → text: one file for each output format."""
