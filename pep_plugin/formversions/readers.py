"""Readers under two rules at once: each may only narrow what the other allows."""

Readers = tuple[str, ...]


def both(one: Readers, other: Readers) -> Readers:
    """Who may read under both; an empty list means everyone, so it never widens the other."""
    if not one or not other:
        return one or other
    # Nobody in common must not read as everyone.
    return tuple(role for role in one if role in other) or ("nobody",)
