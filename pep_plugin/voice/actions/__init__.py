"""What changes who may write, and what became of their words: one verb a file."""
