"""Work done by several processes."""
