"""Many documents at once: a pack for the next school, the agreed plans of a term."""
