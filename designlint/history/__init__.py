"""What git knows of documents and templates: when they were added, and how they stood then."""
