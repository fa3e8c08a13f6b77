"""Results of documents, kept between runs: the check of a document is a pure function."""
