"""Rows that ask a lot of people: each on a page of its own, listed on their section's screen."""
