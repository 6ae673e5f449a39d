"""What staff type on the screens outside a plan: a child's facts, a search, a post."""
