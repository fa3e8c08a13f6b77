"""Which files to check, and which document type each one has."""
