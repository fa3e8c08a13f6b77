"""What a change did to documents, and which findings it brought."""
