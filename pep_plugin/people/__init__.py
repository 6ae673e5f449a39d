"""Children, schools, teams and people, and how they belong together: dated rows with a source."""
