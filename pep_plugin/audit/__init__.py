"""Who did what, and who looked: an insert-only table of field names, never of values."""
