"""The template library: blank forms made from the live ones, beside the council's own files."""
