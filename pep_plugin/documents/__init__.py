"""Plans on paper and on file: one walk through the answers, and every output made from it."""
