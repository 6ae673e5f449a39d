"""Links of one's own: who may have one, giving, taking back, a new one when it ran out."""
