"""The plan and its life: what is being written, what was sent, and what became of it."""
