"""What a page of one's own answers with. Each view behind the door's part "own"."""
