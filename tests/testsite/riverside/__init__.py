"""A council's own app, which brings one kind of question and one section along."""
