"""Plans as one flat table: a row for each plan, a column for each question ever asked."""
