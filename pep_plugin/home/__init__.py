"""Where staff begin: what needs them now, a child's page, finding and adding a child, posts."""
