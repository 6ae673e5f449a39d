"""A child's words reach a person: to whom they go, where they wait, and what to do if worried."""
