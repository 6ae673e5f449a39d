"""What became of a section: every save, by whom and when, and the way back to it."""
