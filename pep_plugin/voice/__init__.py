"""The child's own page, the carer's and the parent's: their words, and that they reach a person."""
