"""What one document contributes beyond its own check: its status, questions and risks."""
