"""Private files: random names, storage outside the media root, served only by our own views."""
